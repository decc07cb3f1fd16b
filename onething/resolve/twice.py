"""Blocks of one name: the second is taken out if it says the same; a scenario of another kind gets another name."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.source import Span
from onething.syntax.tree import Items, Node


def one_of_two(kind: str, name: str, second: Node, first: Node) -> Fix:
    """What to do about a block that bears the name of an earlier one."""
    if _said(second) == _said(first):
        return Fix("两处一样：删去这一处", "both are the same: remove this one", ((_whole(second), ""),))
    if kind == "scenario":
        place, new = name_place(second), f"{name}（二）"
        return Fix(f"改一个名称，如“{new}”；多余就删去", f"give it another name such as “{new}”, or remove it", ((place, f"“{new}”"),))
    return Fix("删去一处；若是两样东西，改一个名称", "remove one; if they are two things, rename one")


def name_place(block: Node) -> Span:
    """Where the name of a block stands, without its bracket."""
    phrase = block.name.phrase
    return block.name.span(phrase.items[0].head if isinstance(phrase, Items) and phrase.items else None)


def _said(block: Node) -> list[str]:
    """What a block says, without typography."""
    place = _whole(block)
    return [line for line in map("".join, map(str.split, place.text.splitlines())) if line]


def _whole(block: Node) -> Span:
    """A block with its lines and the empty lines behind it."""
    text = block.source.text
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", _end(block))
    end = len(text) if end < 0 else end + 1
    while end < len(text) and text[end] in "\r\n":
        end += 1
    return Span(block.source, start, end)


def _end(node: Node) -> int:
    """Where the last line of a node ends."""
    return max((node.end, *map(_end, node.children), *(remark.end for remark in node.closing)))
