"""A bundle as it holds, printed: its text without 沿用, and – value by value – which version says so and what it overrides."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import Iterator

from onething.model.bundle import LocalChange
from onething.resolve.effective import HEAD, Effective, block_key, written
from onething.resolve.lists import lines, things
from onething.resolve.overlay import entry_text
from onething.source import Span
from onething.syntax import format_text
from onething.syntax.tree import Node, Tree
from onething.vocabulary import Block
from onething.vocabulary.change import CANCEL, is_list

Path = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Something said at a place of the administration, and where in the files."""

    place: str
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A value of an effective bundle: ``path`` from outside in as pairs of word and name, the version that won, and
    what it overrode, the nearest first."""

    path: Path
    said: Said
    overrode: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What a version took out, why, and what it was."""

    path: Path
    by: Said
    reason: str
    was: Said


def effective_text(effective: Effective) -> str:
    """The bundle in the text notation: a whole file that adapts nothing and means the same."""
    head = copy(effective.head)
    head.children = [c for c in head.children if not (c.shape == "entry" and c.word.name == "沿用")]
    blocks = [_apart(block) for block in effective.blocks]
    return format_text(Tree(head.source, "text", [head, *blocks], [], [])) or ""


def origins(effective: Effective) -> list[Origin]:
    """Every value of the bundle with its origin, in the order in which it is printed."""
    changes: dict[Path, list[LocalChange]] = {}
    for change in effective.changes:
        changes.setdefault(change.path, []).append(change)
    found = []
    for block in (effective.head, *effective.blocks):
        above = () if block.word.name == HEAD else (block_key(block),)
        if above:
            found.append(_origin(above, block, "", effective, changes))
        found += _below(block, above, effective, changes)
    return found


def cancelled(effective: Effective) -> list[Cancelled]:
    """What is missing here that a version further up has."""
    return [
        Cancelled(c.path, Said(c.place, "", c.span), c.reason, Said(_place(c.was_span, effective), c.was, c.was_span))
        for c in effective.changes
        if c.how == CANCEL
    ]


def _apart(block: Node) -> Node:
    """The block with an empty line before it, wherever its neighbours come from."""
    made = copy(block)
    made.comments = [replace(c, blank=c.blank or not i) for i, c in enumerate(block.comments)]
    made.blank = not block.comments
    return made


def _below(node: Node, above: Path, effective: Effective, changes: dict) -> Iterator[Origin]:
    for word in getattr(node.word, "keys", ()):
        if word.name in node.parts:
            value = node.parts[word.name]
            yield _origin((*above, (word.name, "")), value, written(value), effective, changes)
    for child in node.children:
        if isinstance(child.word, Block):
            path = (*above, block_key(child))
            yield _origin(path, child, "", effective, changes)
            yield from _below(child, path, effective, changes)
        elif child.shape != "entry":
            path = (*above, ("", child.name.phrase.items[0].head.text if child.name else ""))
            yield _origin(path, child, entry_text(child), effective, changes)
        elif child.word.type == "parts":
            yield from _below(child, (*above, (child.word.name, "")), effective, changes)
        elif child.word.name != "沿用":
            yield from _entry(child, node, above, effective, changes)


def _entry(entry: Node, owner: Node, above: Path, effective: Effective, changes: dict) -> Iterator[Origin]:
    whole = (*above, (entry.word.name, ""))
    if not is_list(entry.word, owner.word):
        yield _origin(whole, entry, entry_text(entry), effective, changes)
        return
    for line in lines(entry):
        heads = [head for head, _ in things(line.value)]
        own = [c for head in heads for c in changes.get((*above, (entry.word.name, head)), ()) if c.how != CANCEL]
        yield _origin(whole, line, written(line.value), effective, {whole: own or changes.get(whole, [])})


def _origin(path: Path, node, text: str, effective: Effective, changes: dict) -> Origin:
    span = Span(node.source, node.at, node.end) if hasattr(node, "at") else node.span
    over = [Said(_place(c.was_span, effective), c.was, c.was_span) for c in changes.get(path, ()) if c.was_span and c.how != CANCEL]
    return Origin(path, Said(_place(span, effective), text, span), tuple(reversed(over)))


def _place(span: Span | None, effective: Effective) -> str:
    return effective.places.get(span.source.path, "") if span is not None else ""
