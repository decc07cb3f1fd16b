"""What a measure looks at: one thing, whether its point is won, and if not, why and what would win it."""

from __future__ import annotations

from dataclasses import dataclass

from onething.model.time import Number
from onething.source import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a measure looks at. ``lost``: why its point is lost, '' = it is won; ``repair``: what would win
    it; ``unstated``: it is lost only because nobody states it (未载明); ``size``: what it weighs among the things of its
    measure."""

    thing: str
    span: Span
    lost: str = ""
    repair: str = ""
    unstated: bool = False
    size: Number = 1


def silent(thing: str, span: Span, repair: str, words: str = "未载明") -> Item:
    """A point lost because nothing is stated."""
    return Item(thing, span, words, repair, unstated=True)
