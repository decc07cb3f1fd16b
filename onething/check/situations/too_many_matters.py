"""OT0121: more matters than a bundle can have."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.limits import MATTERS
from onething.plan.analysis import Analysis


def too_many_matters(analysis: Analysis) -> Iterator[Finding]:
    count = len(analysis.bundle.matters)
    if count > MATTERS:
        fix = Fix("分成几件事来写", "write several bundles")
        yield finding("OT0121", analysis.bundle.span, count=count, limit=MATTERS, fix=fix)
