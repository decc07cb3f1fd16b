"""Every condition that stands in the source, each once."""

from __future__ import annotations

from typing import Iterator

from onething.logic.expression import Expression
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis
from onething.source import Span


def stated(bundle: Bundle) -> Iterator[tuple[Expression, Span, Expression]]:
    """Every condition that stands in the source: the condition, its place, and where it is looked at. Several things
    on one line share its condition."""
    for q in bundle.questions.values():
        if q.open_span:
            yield q.open, q.open_span, True
    for g in bundle.gates:
        yield g.when, g.when_span, True
    for m in bundle.matters.values():
        if m.applies_span:
            yield m.applies, m.applies_span, True
        for g in m.gates:
            yield g.when, g.when_span, m.applies
        of_entries = (m.departments, m.forms, m.legal, m.promise, m.visits, m.fees)
        for things in (*of_entries, m.needs, m.fields, m.outputs, m.prerequisites):
            for each in {thing.when_span: thing for thing in things if thing.when_span}.values():
                yield each.when, each.when_span, m.applies


def never_asked(analysis: Analysis) -> set[str]:
    """The questions that are put to nobody: what looks at their answers is not the mistake."""
    return {q.name for q in analysis.bundle.questions.values() if q.open is not True and not analysis.space.where(q.open)}
