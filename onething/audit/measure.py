"""What a degree is made of: measures, each defined in words and as a function."""

from __future__ import annotations

from typing import Callable, Iterator, NamedTuple

from onething.audit.item import Item
from onething.plan.analysis import Analysis


class Measure(NamedTuple):
    """``find`` is a pure function from an analysed bundle to the things that are looked at; none = it does not apply.

    ``counts`` (what one thing is), ``wins`` (when its point is won) and ``silence`` (how 未载明 counts, and why) are the
    definition; ``docs/audit.md`` holds the same words."""

    name: str
    find: Callable[[Analysis], Iterator[Item]]
    counts: str
    wins: str
    silence: str


class Degree(NamedTuple):
    """One of the six; its score is the mean of those of its measures that apply."""

    name: str
    english: str
    measures: tuple[Measure, ...]
