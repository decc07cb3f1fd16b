"""A mistake in a phrase, with places relative to it: the phrase is memoised, its place is not."""

from __future__ import annotations

from dataclasses import dataclass

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span


@dataclass(frozen=True)
class Mistake(Exception):
    """One mistake. ``repair`` is (Chinese, English, edits as (start, end, new text)) with, last, whether
    it is safe (left out: it is not)."""

    code: str
    start: int
    end: int
    values: tuple[tuple[str, object], ...] = ()
    label: tuple[str, str] | None = None
    repair: tuple | None = None

    def finding(self, source: Source, at: int, end: int, exact: bool = True) -> Finding:
        """The finding for a phrase that stands at ``at``–``end``."""
        if exact:
            start, stop = at + self.start, at + self.end
            span = Span(source, min(start, end), max(min(stop, end), min(start, end)))
        else:
            span = Span(source, at, end)
        fix = None
        if self.repair:
            zh, en, edits, *safe = self.repair
            fix = Fix(zh, en, tuple((Span(source, at + a, at + b), new) for a, b, new in edits) if exact else (), safe=bool(safe and safe[0]))
        return finding(self.code, span, label=self.label, fix=fix, **dict(self.values))


def mistake(code: str, start: int, end: int, *, label=None, repair=None, **values: object) -> Mistake:
    """Make a mistake of a registered code."""
    return Mistake(code, start, end, tuple(values.items()), label, repair)
