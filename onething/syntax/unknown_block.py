"""An undeclared word at the margin: which block was meant is seen from its spelling, and from what stands below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span
from onething.syntax.characters import BLANKS
from onething.syntax.confusables import skeleton
from onething.syntax.keywords import block_words, entry_words, nested_words, owners
from onething.syntax.near import nearest
from onething.vocabulary import Block

_KEY = re.compile(rf"([{BLANKS}]+)([^\s：:（(]+)[{BLANKS}]*[：:（( ]")


class Meant(NamedTuple):
    """What an undeclared word is taken for. ``end``: where the name begins; ``sure``: what stands below fits."""

    wrong: Finding
    block: Block | None
    end: int
    sure: bool


def unknown_block(source: Source, start: int, end: int) -> Meant:
    """The finding for an undeclared word at the margin, and the block it may have been meant to open."""
    word, span = source.text[start:end], Span(source, start, end)
    if word in owners():
        names = "、".join(owners()[word])
        fix = Fix(f"前面缩进四格，写在{names}里面", "indent it by four blanks, inside its block")
        return Meant(finding("OT1104", span, word=word, fix=fix), None, end, False)
    near = block_words().get(nearest(word, block_words()) or "")
    fits = _fitting(source, start, near)
    if fits is not None and source.text[end : end + 1] in ("：", ":") and (near is None or not _alike(near, word)):
        place = Span(source, start, start)
        fix = Fix(f"前面加上“{fits.name}”和空格", f"put “{fits.name}” and a blank before it", ((place, f"{fits.name} "),))
        return Meant(finding("OT1101", span, word=word, fix=fix), fits, start, True)
    meant = fits or near
    return Meant(unknown(span, word, meant.name if meant else None, _OFFERED), meant, end, fits is not None)


def unknown(span: Span, word: str, near: str | None, offered: str) -> Finding:
    """OT1101 with the word that was meant, if one is like it; else with those that may stand there."""
    if near is None:
        return finding("OT1101", span, word=word, fix=Fix(f"{offered}（全部见 onething vocabulary）", "see onething vocabulary"))
    if skeleton(near) == skeleton(word):
        fix = Fix(f"写作“{near}”：字形相近，不是同一个字", f"write “{near}”: a character only looks like it", ((span, near),), safe=True)
    else:
        fix = Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((span, near),))
    return finding("OT1101", span, word=word, label=("不认识这个词", "not a declared word"), fix=fix)


_OFFERED = "这里可以写：" + "、".join(dict.fromkeys(block.name for block in block_words().values()))


def _alike(block: Block, word: str) -> bool:
    return skeleton(block.name) == skeleton(word)


def _fitting(source: Source, start: int, near: Block | None) -> Block | None:
    """The one block that knows all that stands below the line at ``start``, or most of it where keys are free. ``near``
    where several do and it is among them."""
    keys = _keys_below(source, source.position(start)[0])
    if not keys:
        return None
    counts = {block.name: (sum(key in entry_words(block) or key in nested_words(block) for key in keys), block) for block in block_words().values()}
    whole = [block for count, block in counts.values() if count == len(keys) or count and block.open_keys]
    most = max((counts[block.name][0] for block in whole), default=0)
    best = [block for block in whole if counts[block.name][0] == most]
    return near if near in best else best[0] if len(best) == 1 else None


def _keys_below(source: Source, line: int) -> list[str]:
    keys, indent, last = [], 0, source.position(len(source.text))[0]
    while (line := line + 1) <= last:
        text = source.line_text(line)
        if text.strip() and text[0] not in BLANKS:
            break
        match = _KEY.match(text)
        if match and (not keys or len(match.group(1)) == indent):  # no deeper: these stand inside an entry
            indent = len(match.group(1))
            keys.append(match.group(2))
    return keys
