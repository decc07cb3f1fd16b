"""One bundle audited: everything that is said of it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Iterable, Mapping

from onething.audit.crossings import crossings
from onething.audit.degrees import DEGREES
from onething.audit.evidence import Evidence, evidence
from onething.audit.halving import Half, halving
from onething.audit.ones import Decided, ones
from onething.audit.profile import Profile
from onething.audit.reengineering import reengineering
from onething.audit.scored import Scored, ScoredDegree, points, total
from onething.audit.shown import Judged
from onething.plan.analysis import Analysis
from onething.source import Span

THIN = 20  # points of 100 lost because nothing is stated: then the score says more of the file than of the bundle


@dataclass(frozen=True, slots=True)
class Audit:
    """``total`` (share of 1) is None if no degree applies. ``unstated``: points of 100 lost to 未载明 alone."""

    identity: str
    place: str
    name: str
    span: Span
    degrees: tuple[ScoredDegree, ...]
    ones: dict[str, list[Decided]]  # by profile
    halves: list[Half]
    crossings: list[Judged]
    reengineering: list[Judged]
    evidence: Evidence

    @property
    def total(self) -> Fraction | None:
        return total(self.degrees)

    @property
    def unstated(self) -> Fraction:
        return sum((lost for lost, item in points(self.degrees) if item.unstated), Fraction(0))

    @property
    def thin(self) -> bool:
        return self.unstated >= THIN

    @property
    def applying(self) -> tuple[int, int]:
        """How many measures apply, of how many there are."""
        return sum(len(d.applying) for d in self.degrees), sum(len(d.measures) for d in self.degrees)


def audit(analysis: Analysis, profiles: Iterable[Profile] = (), weights: Mapping[str, Fraction] = {}) -> Audit:
    """Score a bundle without errors. ``weights``: by name of the degree; those not named weigh 1."""
    b = analysis.bundle
    degrees = tuple(
        ScoredDegree(d, Fraction(weights.get(d.name, 1)), tuple(Scored(m, tuple(m.find(analysis))) for m in d.measures)) for d in DEGREES
    )
    scores = {s.measure.name: s for d in degrees for s in d.measures}
    return Audit(
        b.identity, b.place, b.name, b.span, degrees,
        {p.name: ones(p, scores) for p in profiles},
        halving(analysis), crossings(analysis), reengineering(analysis), evidence(b),
    )  # fmt: skip
