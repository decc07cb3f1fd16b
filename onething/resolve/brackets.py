"""Which bracket words may stand where: each entry declares its own; 未核 and 依据 may stand anywhere."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Fix
from onething.diagnostics.removal import mark_removal
from onething.resolve.reader import Reader
from onething.source import Span
from onething.syntax.tree import Both, Change, Compare, Either, Items, Node, Not, Qualifier, Value
from onething.vocabulary.phrase import ANYWHERE


def check_brackets(nodes: list[Node], reader: Reader) -> None:
    """Report every bracket word that its entry does not take."""
    for node in nodes:
        if node.shape == "entry" and node.value is not None:
            _check(node.value, node.word, reader)
        if node.shape == "block" and node.word is not None:
            for key in getattr(node.word, "keys", ()):
                if key.name in node.parts:
                    _check(node.parts[key.name], key, reader)
        for child in node.children:
            if child.shape in ("item", "case"):
                lines = (child.parts.get("当"), child.value, *(line.value for line in child.children))
                for value in lines:
                    if value is not None and node.word is not None:
                        _check(value, node.word, reader)
            else:
                check_brackets([child], reader)


def _check(value: Value, word, reader: Reader) -> None:
    if word is None:
        return
    allowed = (*getattr(word, "qualifiers", ()), *ANYWHERE)
    before = None
    for mark, takes in _marks(value.phrase, allowed):
        if mark.word and mark.word not in takes:
            named = (word.name, word.english) if takes is allowed else ("当", "when")
            _report(value, mark, named, takes, reader, before)
        before = mark


def _marks(phrase, allowed: tuple[str, ...]) -> Iterator[tuple[Qualifier, tuple[str, ...]]]:
    """The bracket words of a phrase, each with those that may stand there; a condition takes none of its entry."""
    if isinstance(phrase, Items):
        for item in phrase.items:
            yield from ((mark, allowed) for mark in item.qualifiers)
        yield from _marks(phrase.when, ANYWHERE)
    elif isinstance(phrase, (Both, Either)):
        for part in phrase.parts:
            yield from _marks(part, ANYWHERE)
    elif isinstance(phrase, Not):
        yield from _marks(phrase.part, ANYWHERE)
    elif isinstance(phrase, Compare):
        yield from ((mark, ANYWHERE) for mark in phrase.qualifiers)
    elif isinstance(phrase, Change):
        yield from ((mark, allowed) for mark in phrase.qualifiers)


def _report(value: Value, mark: Qualifier, named: tuple[str, str], allowed: tuple[str, ...], reader: Reader, before: Qualifier | None) -> None:
    words = "、".join(allowed)
    edits = mark_removal(value.span(mark)) if value.exact else ()
    fix = Fix(f"删去它；这里可用的有：{words}", f"remove it; allowed here: “{words}”", edits)
    if before is not None and before.word == "不含" and not mark.args and value.exact:  # （不含 制证，寄递）
        between = Span(value.source, value.at + before.end, value.at + mark.start)
        fix = Fix(f"几个程序之间用“、”：“{value.span(before).text}、{mark.word}”", "separate procedures by “、”", ((between, "、"),), safe=True)
    reader.report("OT1108", value.span(mark), qualifier=mark.word, entry=named[0], entry_en=named[1], fix=fix)

