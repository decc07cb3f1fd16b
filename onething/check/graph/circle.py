"""OT2103: for some applicant, matters wait for each other in a circle."""

from __future__ import annotations

from typing import Iterator

from onething.check.graph.prerequisites import may_circle
from onething.check.graph.ring import rings, shown
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def circle(analysis: Analysis) -> Iterator[Finding]:
    """OT2103: for some applicant, matters wait for each other in a circle."""
    if not may_circle(analysis):
        return  # not even all edges together make a circle
    seen: set[frozenset[str]] = set()
    for cell in analysis.cells:
        for path in rings(cell.outcome) if cell.outcome.circle else ():
            around = frozenset(e.before for e in path)
            if around not in seen:
                seen.add(around)
                yield shown("OT2103", analysis, cell.outcome, path)
