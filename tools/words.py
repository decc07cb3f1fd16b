"""Writes docs/words.md, the table of all declared words, from the vocabulary itself: ``python tools/words.py``."""

from __future__ import annotations

from pathlib import Path

from onething.vocabulary import BLOCKS, CHANGES, OPERATORS, QUALIFIERS, UNITS, Block, Word
from onething.vocabulary.phrase import AT_ONCE, NONE, NOT_STATED

PAGE = Path(__file__).parents[1] / "docs" / "words.md"

OPENING = """\
# 词表

这一页由 `tools/words.py` 从 `onething/vocabulary/` 生成，不要手改；改了词表后运行 `.venv/bin/python tools/words.py`。
中文词、英文词、别名任写一个都行，`onething fmt` 一律整理成中文词。怎样用，见 [language.md](language.md)。

This page is generated from the vocabulary. Chinese word, English word and aliases mean the same.
"""


def words() -> str:
    """The whole page."""
    parts = [OPENING, "## 块和条目\n"]
    parts += [_block(block) for block in BLOCKS]
    parts.append("## 改动的词\n\n写在本地版本（沿用）的块和条目前面，见 [overlays.md](overlays.md)。\n")
    parts.append(_table(("词", "英文", "别名", "说明"), [(c.name, c.english, _list(c.aliases), c.explain) for c in CHANGES]))
    parts.append("## 括号里的词\n\n写在一项后面的括号里。`未核`、`依据` 任何值都可以带，其余只在上面“括号词”一栏写明的条目里可用。\n")
    parts.append(_table(("词", "英文", "别名", "说明"), [(q.name, q.english, _list(q.aliases), q.explain) for q in QUALIFIERS]))
    parts.append("## 条件和连接的词\n\n两边有空格（或挨着括号、引号、数字）才算词，所以名称里可以有这些字。\n")
    parts.append(_table(("词", "英文", "别名", "说明"), [(o.name, o.english, _list(o.aliases), o.explain) for o in OPERATORS]))
    parts.append("## 单位\n\n同一类的单位可以相比。\n")
    parts.append(_table(("单位", "英文", "别名", "类"), [(u.name, u.english, _list(u.aliases), u.kind) for u in UNITS]))
    parts.append("## 没有值的值\n")
    parts.append(_table(("词", "说明"), [(NOT_STATED, "没有人说过"), (NONE, "说明了就是没有"), (AT_ONCE, "当场办完，不占时间")]))
    return "\n".join(parts)


def _block(block: Block) -> str:
    aliases = f"，也作 {_list(block.aliases)}" if block.aliases else ""
    lines = [f"### {block.name} `{block.english}`{aliases}\n", f"{block.explain}。\n"]
    rows = []
    for word in (*block.keys, *block.entries):
        rows.append(_row(word))
        rows += [_row(inner, f"{word.name} › ") for inner in word.entries]
    if rows:
        lines.append(_table(("词", "英文", "别名", "说明", "可选的值", "括号词"), rows))
    if block.nested:
        lines.append(f"里面还可以写：{_list(block.nested)}。\n")
    if block.open_keys:
        lines.append({"place": "里面还可以写地区名。\n", "question": "里面还可以写情形名。\n"}[block.open_keys])
    return "\n".join(lines)


def _row(word: Word, inside: str = "") -> tuple[str, ...]:
    explain = word.explain + ("（可分情形）" if word.situational else "")
    return (inside + word.name, word.english, _list(word.aliases), explain, _list(word.options), _list(word.qualifiers))


def _list(names: tuple[str, ...]) -> str:
    return "、".join(n.replace("|", "\\|") for n in names)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(words(), encoding="utf-8")
