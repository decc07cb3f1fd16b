"""OT2805: a scenario that expects nothing."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def without_expectation(analysis: Analysis) -> Iterator[Finding]:
    """OT2805: whatever comes out, it passes – unless its applicant is turned away."""
    for s in analysis.bundle.scenarios:
        if not s.expectations:
            fix = Fix("写上应有的结果，如“应办”“应交”“拦下”", "write what must come out: 应办, 应交, 拦下")
            yield finding("OT2805", s.span, scenario=s.name, fix=fix)
