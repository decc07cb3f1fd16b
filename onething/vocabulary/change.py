"""The words by which a local version says what differs from the version it adapts (沿用)."""

from __future__ import annotations

from dataclasses import dataclass

from onething.vocabulary.word import Block, Word


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A word in front of a block or an entry. ``aliases`` are what people write for it; the formatter writes ``name``."""

    name: str
    english: str
    explain: str
    aliases: tuple[str, ...] = ()


MODIFY, ADD, CANCEL, REPLACE = "修改", "增加", "取消", "改为"

CHANGES: tuple[ChangeWord, ...] = (
    ChangeWord(MODIFY, "modify", "改上级版本已有的一块；没有写到的照旧", aliases=("变更", "调整")),
    ChangeWord(ADD, "add", "加上级版本没有的一块，或在一列里加几样", aliases=("新增", "增设")),
    ChangeWord(CANCEL, "cancel", "去掉上级版本的一块、一项或一列里的一样；必须写理由", aliases=("删除",)),
    ChangeWord(REPLACE, "replace", "把一整列换成这里写的"),
)

REASON = Word("理由", "reason", "text", "为什么取消", aliases=("原因",))

# Entries that hold several things are changed thing by thing; all others are simply written anew.
_LISTS = ("names", "choices", "citations", "texts", "steps", "materials", "fields", "outputs", "prerequisites", "options")
_ONE = ("地区", "沿用", "标准", "牵头部门", "任一", "来源", "种类")  # names, but one; or read as one
_WHOLE = ("场景",)  # blocks whose lines are statements: each is written anew


def is_list(word: Word, block: Block | Word) -> bool:
    """Whether an entry of a block is changed by 增加, 取消 and 改为 – not by being written again."""
    return word.type in _LISTS and not word.situational and word.name not in _ONE and block.name not in _WHOLE
