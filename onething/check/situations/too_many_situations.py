"""OT2208: more situations than can be looked at exactly."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.limits import SITUATIONS
from onething.plan.analysis import Analysis
from onething.plan.situations import TooManySituations


def too_many_situations(analysis: Analysis) -> Iterator[Finding]:
    try:
        analysis.space
    except TooManySituations as error:
        fix = Fix("把互不相干的问题分到不同的一件事，或减少选项", "split the bundle, or offer fewer options")
        yield finding("OT2208", analysis.bundle.span, count=error.count, limit=SITUATIONS, fix=fix)
