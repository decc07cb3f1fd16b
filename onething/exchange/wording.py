"""Texts of cells as the language writes them: in the marks they need, or not at all if it has no way to."""

from __future__ import annotations

from functools import lru_cache

from onething.source import Source
from onething.syntax import parse_text
from onething.syntax.characters import quoted, written_name
from onething.syntax.tree import Citation, Items, Name, Prose, Value
from onething.vocabulary.phrase import UNLIMITED_NAMES

_LINE = "事项 甲：\n    {entry}：{text}\n"
_INNER = "事项 甲：\n    单办：\n        {entry}：{text}\n"


@lru_cache(4096)
def value(entry: str, text: str, alone: bool = False) -> Value | None:
    """The value that a line of a 事项 has (``alone``: of its 单办), if it is read without any finding."""
    if "\n" in text or "\r" in text or not text:
        return None
    source = Source("", (_INNER if alone else _LINE).format(entry=entry, text=text))
    tree = parse_text(source)
    if tree.findings or len(tree.blocks) != 1 or len(tree.blocks[0].children) != 1 or tree.blocks[0].trailing:
        return None
    node = tree.blocks[0].children[0]
    if alone and len(node.children) == 1:
        node = node.children[0]
    return node.value if node.trailing is None else None


def name(text: str, entry: str = "材料") -> str | None:
    """A name as it is written in a value: bare or in quotation marks; None if it cannot be said."""
    return next((written for written in (text, quoted(text)) if _is_name(value(entry, written), text)), None)


def heading(word: str, text: str) -> str | None:
    """A name as it is written in the head of a block; None if it cannot be said."""
    entry = {"一件事": "备注", "事项": "备注", "地区": "上级"}.get(word, "别名")
    for written in (text, quoted(text)):
        tree = parse_text(Source("", f"{word} {written}：\n    {entry}：甲\n"))
        if not tree.findings and len(tree.blocks) == 1 and tree.blocks[0].name and _is_name(tree.blocks[0].name, text):
            return written
    return None


def prose(text: str, entry: str = "备注") -> str | None:
    """A line of free text; in quotation marks where it would else be read otherwise."""
    for written in (text, quoted(text)):
        found = value(entry, written)
        if found is not None and isinstance(found.phrase, Prose) and found.phrase.text == text:
            return written
    return None


def citations(text: str) -> tuple[str, ...] | None:
    """The citations that a text is, if it is nothing but citations."""
    found = value("依据", text)
    if found is None or not isinstance(found.phrase, Items):
        return None
    heads = [item.head for item in found.phrase.items]
    return tuple(h.text for h in heads) if all(isinstance(h, Citation) for h in heads) else None


def _is_name(found: Value | None, text: str) -> bool:
    phrase = found.phrase if found is not None else None
    if text in UNLIMITED_NAMES:
        return False
    if not isinstance(phrase, Items) or len(phrase.items) != 1 or phrase.when is not None or phrase.one_of:
        return False
    item = phrase.items[0]
    return isinstance(item.head, Name) and item.head.text == written_name(text) and not item.qualifiers and item.state is None and not item.link
