"""What a bundle means for one applicant: the result of ``onething.semantics``. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from onething.model.bundle import Gate, Need, Thing
from onething.model.time import Time
from onething.source import Span

Answers = dict[str, "str | Fraction"]

INSIDE = "内部流转"  # another matter of the bundle issues it
OWN, LATER = "自备", "容缺后补"  # the two ways that ask something of the applicant


class Edge(NamedTuple):
    """``before`` is finished before ``after`` is accepted (``holds`` 受理), or before it ends (办结).

    ``kind``: what makes it – 证照 字段 状态 (issued and needed), 前置 (declared), 起算 (only the clock)."""

    before: str
    after: str
    kind: str
    what: str
    holds: str
    reason: str
    spans: tuple[Span, ...]


class Met(NamedTuple):
    """One need of one matter, and how it is met."""

    matter: str
    need: Need
    how: str
    reason: str


class Line(NamedTuple):
    """One document of the merged set. ``how`` as the most demanding matter wants; ``group``: the other lines
    of which one is enough; ``optional``: nobody insists on it."""

    thing: Thing
    how: str
    met: tuple[Met, ...]
    original: str
    medium: str
    copies: int
    group: tuple[Thing, ...]
    optional: bool

    @property
    def handed_in(self) -> bool:
        return self.how in (OWN, LATER) and not self.optional


class FormField(NamedTuple):
    """One field of the one form, with the matters that need it."""

    thing: Thing
    matters: tuple[str, ...]
    required: bool
    prefill: str


class Limit(NamedTuple):
    """The time of the whole: the longest path. ``not_stated``: matters whose missing limit could lengthen it."""

    time: Time
    path: tuple[str, ...]
    not_stated: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What happens to one applicant. Matters are in the author's order; ``wave`` counts from 1."""

    answers: Answers
    unanswered: tuple[str, ...]
    blocked: tuple[Gate, ...]
    informed: tuple[Gate, ...]
    refused: dict[str, tuple[Gate | str, ...]]
    taken: tuple[str, ...]
    pulled: dict[str, str]
    offer: tuple[str, ...]
    doing: frozenset[str]
    must_choose: bool = False  # a menu of which at least one matter must be taken, and none is
    edges: tuple[Edge, ...] = ()
    wave: dict[str, int] = field(default_factory=dict)
    circle: tuple[str, ...] = ()
    fields: tuple[FormField, ...] = ()
    lines: tuple[Line, ...] = ()
    limit: Limit = Limit(Time(), (), ())

    @property
    def hand_in(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.handed_in)
