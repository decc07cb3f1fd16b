"""The blocks of a bundle as they hold: its own, or – of a local version – those it adapts with its changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.model.bundle import LocalChange
from onething.resolve.catalogue import BLOCK_KINDS, block_name
from onething.resolve.reader import entries, values
from onething.source import Span
from onething.syntax.tree import Items, Name, Node, Tree, Value
from onething.syntax.write_phrase import phrase_text

HEAD = "一件事"


@dataclass(frozen=True, slots=True)
class Effective:
    """``blocks`` without the head. ``places``: the place of each file that has a part in it, itself first.
    ``parent``: the identity of what it adapts, and ``parent_span`` where it says so."""

    identity: str
    place: str
    head: Node
    blocks: tuple[Node, ...]
    changes: tuple[LocalChange, ...] = ()
    places: dict[str, str] = field(default_factory=dict)
    parent: str = ""
    parent_span: Span | None = None


def heads(tree: Tree) -> list[Node]:
    """The heads of a file; more than one is a mistake."""
    return [b for b in tree.blocks if b.word and b.word.name == HEAD]


def bundle_blocks(tree: Tree) -> list[Node]:
    """The blocks of a file that belong to its bundle."""
    return [b for b in tree.blocks if b.word and b.word.name not in BLOCK_KINDS]


def adapted(head: Node) -> tuple[str, Span] | None:
    """The identity that a head adapts (沿用), and where it says so."""
    for value in values(entries(head).get("沿用")):
        phrase = value.phrase
        if isinstance(phrase, Items) and isinstance(phrase.items[0].head, Name):
            return phrase.items[0].head.text, value.span(phrase.items[0].head)
    return None


def block_key(node: Node) -> tuple[str, str]:
    """What a block is known by: word and name; a gate without a name by its condition."""
    name = block_name(node)
    if not name and "当" in node.parts:
        name = f"当 {phrase_text(node.parts['当'].phrase)}"
    return node.word.name, name


def written(value: Value | None) -> str:
    """A value in its one form."""
    return phrase_text(value.phrase) if value is not None else ""
