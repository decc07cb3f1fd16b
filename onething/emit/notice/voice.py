"""How a notice says things: values with their notes, conditions in words, limits, and what nobody stated."""

from __future__ import annotations

from collections.abc import Iterable

from onething.emit.notice.content import NOT_STATED, Cell, Said
from onething.emit.notice.fresh import Fresh
from onething.emit.notice.phrases import Phrases, close_up
from onething.plan.ir import (
    BundleIR,
    Condition,
    Duration,
    DurationCase,
    Named,
    Place,
    TextCase,
)


class Voice:
    """Says the values of one bundle, and remembers which documents they refer to."""

    def __init__(self, ir: BundleIR) -> None:
        self.ir = ir
        self.basis: list[str] = list(dict.fromkeys(ir.basis))
        self.doubts = False
        self._numbers = {name: n for n, name in enumerate(self.basis, 1)}
        self._fresh = Fresh(ir)
        self._phrases = Phrases(ir)
        self._rewritten: dict[str, Condition] = {}
        self._never: dict[str, bool] = {}

    def ref(self, document: str) -> int:
        """The number of a document at the foot of the notice."""
        if document not in self._numbers:
            self.basis.append(document)
            self._numbers[document] = len(self.basis)
        return self._numbers[document]

    def said(self, text: str, place: Place | None = None) -> Said:
        """A value, with the document that states it and the 未核 mark."""
        if not text:
            return Said(NOT_STATED, quiet=True)
        if place is None:
            return Said(text)
        if place.unverified:
            self.doubts = True
        return Said(text, (self.ref(place.basis),) if place.basis else (), place.unverified)

    def cell(self, text: str, place: Place | None = None) -> Cell:
        return (self.said(text, place),)

    def named(self, names: Iterable[Named], absent: str = NOT_STATED) -> Cell:
        """Several names in one line where none of them carries a note, else one line each."""
        listed = list(names)
        if not listed:
            return (Said(absent, quiet=True),)
        if any(n.place.unverified or n.place.basis for n in listed):
            return tuple(self.said(n.name, n.place) for n in listed)
        return self.cell("、".join(n.name for n in listed))

    def when(self, condition: Condition, beside: Condition = True) -> str:
        """A condition in words, for one who begins; '' when it always holds. ``beside``: a condition that is
        said already, so that what it says is left out."""
        if condition is True:
            return ""
        if beside is True:
            return self._phrase(self.fresh(condition))
        return self._phrase(self._fresh.tidy.beside(self.fresh(condition), self.fresh(beside)))

    def fresh(self, condition: Condition) -> Condition:
        """The condition as it reads for one who begins."""
        if isinstance(condition, bool):
            return condition
        key = repr(condition)
        if key not in self._rewritten:
            self._rewritten[key] = self._fresh.of(condition)
        return self._rewritten[key]

    def _phrase(self, condition: Condition) -> str:
        return self._phrases.of(condition)

    def never_for_beginners(self, condition: Condition) -> bool:
        """Whether it holds only for those who finished or began something before."""
        return self.fresh(condition) is False

    def never(self, condition: Condition) -> bool:
        """Whether it holds for nobody."""
        if isinstance(condition, bool):
            return not condition
        key = repr(condition)
        if key not in self._never:
            self._never[key] = self._fresh.tidy.of(condition) is False
        return self._never[key]

    def cases(self, cases: Iterable[TextCase], beside: Condition = True) -> Cell:
        """Texts by case: each with its condition, as far as ``beside`` does not say it."""
        lines = tuple(self.said(self._with_case(c.text or NOT_STATED, c.when, beside), c.place) for c in cases)
        return lines or (Said(NOT_STATED, quiet=True),)

    def limits(self, cases: Iterable[DurationCase], beside: Condition = True) -> Cell:
        """Limits by case; a limit nobody stated is never a number."""
        lines = tuple(self.said(self._with_case(limit_words(c.limit), c.when, beside), c.place) for c in cases)
        return lines or (Said(NOT_STATED, quiet=True),)

    def _with_case(self, text: str, when: Condition, beside: Condition) -> str:
        case = self.when(when, beside)
        return f"{case}：{text}" if case else text


def limit_words(limit: Duration | None) -> str:
    """A limit as the specification words it; none = 未载明, nought = 即办."""
    if limit is None:
        return NOT_STATED
    text = close_up(limit.text.strip())
    if not (limit.working_days or limit.natural_days or limit.hours) and (not text or text[0] in "0０"):
        return "即办"
    return text or NOT_STATED


def number_words(value: float) -> str:
    """2.0 as 2, 2.5 as 2.5."""
    return str(int(value)) if float(value).is_integer() else f"{value:g}"
