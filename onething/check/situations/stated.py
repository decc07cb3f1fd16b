"""Every condition that stands in the source, each once."""

from __future__ import annotations

from typing import Iterator

from onething.logic.expression import Expression
from onething.model.bundle import Bundle
from onething.source import Span


def stated(bundle: Bundle) -> Iterator[tuple[Expression, Span, Expression]]:
    """Every condition that stands in the source: the condition, its place, and where it is looked at."""
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
        for n in m.needs:
            if n.when_span:
                yield n.when, n.when_span, m.applies
