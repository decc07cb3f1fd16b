"""Amounts of time. Units are kept apart; only to compare two amounts are they brought to one measure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction  # int where whole: most amounts are, and it is a great deal faster

# For comparison only: 5 working days = 7 days, 8 hours = 1 working day; in fifty-sixths of a working day.
WORKING_DAY, NATURAL_DAY, HOUR = 56, 40, 7


class Time(NamedTuple):
    """An amount of time. ``days`` are days of which nobody said whether working or natural."""

    working_days: Number = 0
    natural_days: Number = 0
    hours: Number = 0
    days: Number = 0

    def __add__(self, other: "Time") -> "Time":  # type: ignore[override]
        return Time(
            self.working_days + other.working_days,
            self.natural_days + other.natural_days,
            self.hours + other.hours,
            self.days + other.days,
        )

    @property
    def length(self) -> Number:
        """Size for comparing, in fifty-sixths of a working day."""
        natural = self.natural_days + self.days
        return self.working_days * WORKING_DAY + natural * NATURAL_DAY + self.hours * HOUR

    def text(self) -> str:
        """As a notice writes it: ``12个工作日＋20个自然日``; nothing at all is 即办."""
        parts = (
            (self.working_days, "个工作日"),
            (self.natural_days, "个自然日"),
            (self.hours, "小时"),
            (self.days, "天"),
        )
        return "＋".join(f"{number_text(n)}{unit}" for n, unit in parts if n) or "即办"


def whole(number: Fraction) -> Number:
    """The same number, as an int if it is one."""
    return number.numerator if number.denominator == 1 else number


def number_text(number: Number) -> str:
    """A number as people write it: ``5``, ``0.5``; at most four decimals."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.4f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Duration:
    """A time limit: an amount, what is off its clock, and where its clock starts.

    ``since`` '' = from acceptance; else the matter at whose ``point`` (受理 决定 办结) it starts.
    ``kind`` of a 单办 limit: 法定 原承诺 实测 or ''. ``bound`` of an expectation: '', 以内 or 至少.
    """

    time: Time
    excluding: tuple[str, ...] = ()
    since: str = ""
    point: str = "办结"
    kind: str = ""
    bound: str = ""

    def text(self) -> str:
        words = self.time.text()
        notes = []
        if self.excluding:
            notes.append("不含 " + "、".join(self.excluding))
        if self.since:
            notes.append(f"自 {self.since} {self.point} 起")
        return words + (f"（{'，'.join(notes)}）" if notes else "")
