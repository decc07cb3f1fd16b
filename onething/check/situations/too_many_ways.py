"""OT0122: matters depend on each other in more ways than can be written out."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.limits import WAYS
from onething.plan.analysis import Analysis
from onething.plan.decisions import TooManyWays


def too_many_ways(analysis: Analysis) -> Iterator[Finding]:
    """Written out here, before any rule needs it; a chain too long to follow is the same mistake."""
    try:
        for taken in analysis.decisions.taken.values():
            analysis.where(taken)
            analysis.possible(taken)
    except (TooManyWays, RecursionError):
        fix = Fix("删去多余的前置，或分成几件事", "remove prerequisites that are not needed, or split the bundle")
        yield finding("OT0122", analysis.bundle.span, limit=WAYS, fix=fix)
