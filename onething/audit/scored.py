"""Measures and degrees scored on one bundle. Shares are exact fractions of 1."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onething.audit.item import Item
from onething.audit.measure import Degree, Measure


@dataclass(frozen=True, slots=True)
class Scored:
    """One measure. ``items`` empty: it does not apply."""

    measure: Measure
    items: tuple[Item, ...]

    @property
    def possible(self) -> Fraction:
        return Fraction(sum(item.size for item in self.items))

    @property
    def won(self) -> Fraction:
        return Fraction(sum(item.size for item in self.items if not item.lost))

    @property
    def lost(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.lost)

    @property
    def share(self) -> Fraction | None:
        return self.won / self.possible if self.items else None


@dataclass(frozen=True, slots=True)
class ScoredDegree:
    """One degree: the mean of those of its measures that apply, each counting alike; None = none applies."""

    degree: Degree
    weight: Fraction
    measures: tuple[Scored, ...]

    @property
    def applying(self) -> tuple[Scored, ...]:
        return tuple(s for s in self.measures if s.items)

    @property
    def share(self) -> Fraction | None:
        shares = [s.share for s in self.applying]
        return sum(shares, Fraction(0)) / len(shares) if shares else None


def total(degrees: tuple[ScoredDegree, ...]) -> Fraction | None:
    """The weighted mean of the degrees that apply; None = none does, or all weigh nothing."""
    counted = [d for d in degrees if d.share is not None and d.weight]
    weight = sum(d.weight for d in counted)
    return sum(d.share * d.weight for d in counted) / weight if counted else None


def points(degrees: tuple[ScoredDegree, ...]) -> list[tuple[Fraction, Item]]:
    """Every point lost, with what winning it would add to the total (of 100)."""
    weight = sum(d.weight for d in degrees if d.applying)
    return [
        (100 * d.weight / weight / len(d.applying) * item.size / s.possible, item)
        for d in degrees if weight for s in d.applying for item in s.lost
    ]  # fmt: skip
