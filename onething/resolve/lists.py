"""Lists of a local version: lines that are added to, or taken out of, what the adapted version lists."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Protocol

from onething.diagnostics import Fix, Note
from onething.diagnostics.removal import removal
from onething.resolve.effective import written
from onething.resolve.reader import Reader, is_word
from onething.source import Span
from onething.syntax.tree import Item, Items, Node, Prose, Value
from onething.syntax.write_phrase import phrase_text
from onething.vocabulary.change import ADD, CANCEL
from onething.vocabulary.phrase import NONE, NOT_STATED


class Merging(Protocol):
    """One version laid over another (``onething.resolve.overlay``), as far as lists need it."""

    reader: Reader

    def same(self, one: str, other: str) -> bool: ...

    def record(self, path, node: Node, how: str, text: str, was: str, was_span: Span | None, span: Span | None = None) -> None: ...

    def absent(self, node: Node, word: str, name: str, candidates: list[str]) -> None: ...


KINDS = ("document", "element", "department", "place", "source", "standard")


def lines(node: Node | None) -> list[Node]:
    """The lines of an entry, a value on its own line as one of them."""
    if node is None:
        return []
    if node.value is not None:
        return [Node("item", node.source, node.value.at, node.value.end, value=node.value)]
    return [c for c in node.children if c.value is not None]


def listed(node: Node) -> Value | None:
    """All lines of an entry as one value. Lines of several files have the place of the last."""
    values = [line.value for line in lines(node)]
    if len(values) < 2:
        return values[0] if values else None
    last = values[-1]
    items = tuple(i for v in values if isinstance(v.phrase, Items) for i in v.phrase.items)
    return Value(Items(items, 0, last.end - last.at), last.source, last.at, last.end, exact=False)


def with_lines(merge: Merging, old: Node | None, node: Node, path: tuple) -> Node:
    """``old`` with the lines of ``node``, each new thing recorded; what is listed already is reported."""
    known = [(head, line) for line in lines(old) for head, _ in things(line.value)]
    added = []
    for line in lines(node):
        twice = []
        for head, item in things(line.value):
            span = _span(line.value, item)
            there = next((other for name, other in known if merge.same(name, head) and _alike(line, other)), None)
            if there is None:
                merge.record((*path, (node.word.name, head)), node, ADD, written(line.value), "", None, span)
                continue
            notes = [Note(there.value.span(), "上级版本的在这里", "there it is")]
            what = {"what": f"{node.word.name}“{head}”", "what_en": f"“{node.word.name}” “{head}”"}
            fix = Fix("删去它；要换说法，先“取消”再“增加”", "remove it; to say it otherwise cancel it and add it", removal(span))
            merge.reader.report("OT1506", span, notes=notes, fix=fix, **what)
            twice.append(item)
        added += _line_without(line, twice) if twice else [line]
    made = copy(old or node)
    made.change, made.value = "", None
    made.children = [*(line for line in lines(old) if not _nothing(line)), *added]
    return made


def without(merge: Merging, old: Node, node: Node, path: tuple) -> Node | None:
    """``old`` without the things that ``node`` names; None when nothing is left of it."""
    gone = [head for head, _ in things(node.name)] if node.name is not None else []
    kept = lines(old)
    for name in gone:
        rest: list[Node] = []
        found = False
        for line in kept:
            hits = [(head, item) for head, item in things(line.value) if merge.same(head, name)] if _meant(node.name, line) else []
            if not hits:
                rest.append(line)
                continue
            if not found:
                was = line.value
                merge.record((*path, (node.word.name, name)), node, CANCEL, "", written(was), _span(was, hits[0][1]))
            found = True
            rest += _line_without(line, [item for _, item in hits])
        if not found:
            merge.absent(node, node.word.name, name, [head for line in kept for head, _ in things(line.value)])
        kept = rest
    if not kept:
        return None
    made = copy(old)
    made.value, made.children = None, kept
    return made


def things(value: Value) -> list[tuple[str, Item | None]]:
    """What a line lists, by the words it is known by."""
    phrase = value.phrase
    if isinstance(phrase, Items):
        return [(getattr(i.head, "text", "") or phrase_text(i.head), i) for i in phrase.items]
    return [(phrase.text if isinstance(phrase, Prose) else written(value), None)]


def _meant(name: Value, line: Node) -> bool:
    """Whether a line is meant by what is cancelled: with its 当, only lines under the same condition are."""
    wanted, said = getattr(name.phrase, "when", None), getattr(line.value.phrase, "when", None)
    return wanted is None or said is not None and phrase_text(said) == phrase_text(wanted)


def _nothing(line: Node) -> bool:
    """Whether a line says that there is nothing (无), or that nobody stated it (未载明): what is added takes its place."""
    return is_word(line.value, NONE) or is_word(line.value, NOT_STATED)


def _line_without(line: Node, gone: list[Item | None]) -> list[Node]:
    phrase = line.value.phrase
    rest = tuple(i for i in phrase.items if i not in gone) if isinstance(phrase, Items) else ()
    if not rest:
        return []
    made = copy(line)
    value = line.value
    made.value = Value(replace(phrase, items=rest, one_of=phrase.one_of and len(rest) > 1), value.source, value.at, value.end, value.exact)
    return [made]


def _alike(line: Node, other: Node) -> bool:
    """Whether two lines that list the same thing speak of the same applicants."""
    ours, theirs = getattr(line.value.phrase, "when", None), getattr(other.value.phrase, "when", None)
    return ours is None and theirs is None or ours is not None and theirs is not None and phrase_text(ours) == phrase_text(theirs)


def _span(value: Value, item: Item | None) -> Span:
    return value.span(item.head) if item is not None else value.span()


def canonical(catalogue, name: str) -> str:
    """A name as the catalogue has it, with its owner."""
    owner, dot, rest = name.partition("的")
    for kind in KINDS:
        found = catalogue.canonical(kind, name)
        if found:
            return found
        found = catalogue.canonical(kind, rest) if dot else None
        if found:
            return f"{owner}的{found}"
    return name
