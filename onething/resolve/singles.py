"""Entries that take one value: a second one would be dropped unseen."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.diagnostics.removal import removal
from onething.resolve.reader import Reader
from onething.syntax.tree import Items, Node
from onething.vocabulary import Word

TYPES = ("choice", "code", "condition", "date", "duration", "moment", "money", "visits")
NAMES = ("地区", "沿用", "上级", "标准", "来源", "数据源", "签发", "提供", "继任")  # one name each


def check_singles(nodes: list[Node], reader: Reader) -> None:
    """OT1311: report the second value of every entry, or case of it, that takes one."""
    for node in nodes:
        if node.shape == "entry" and isinstance(node.word, Word) and _single(node.word):
            for each in (node, *(c for c in node.children if c.shape == "case")):
                _check(each, node.word, reader)
        check_singles([c for c in node.children if c.shape in ("block", "entry")], reader)


def _single(word: Word) -> bool:
    return word.type in TYPES and not word.many or word.type == "names" and word.name in NAMES


def _check(node: Node, word: Word, reader: Reader) -> None:
    places = [c.value.span() for c in node.children if c.shape == "item" and c.value is not None]
    if node.value is not None and word.type in ("names", "choice", "code"):
        phrase = node.value.phrase
        places += [node.value.span(i.head) for i in phrase.items] if isinstance(phrase, Items) else []
    if len(places) > 1:
        edits = removal(places[1]) if len(places) == 2 and not word.situational else ()
        fix = Fix("只留一个；随情形不同的，写“当 条件：值”" if word.situational else "只留一个", "keep one", edits)
        reader.report("OT1311", places[1], entry=word.name, count=len(places), fix=fix)
