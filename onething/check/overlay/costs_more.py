"""OT2625: a local version costs nobody more money or visits than what it adapts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def costs_more(analysis: Analysis) -> Iterator[Finding]:
    """OT2625: somebody pays more, or has to come more often."""
    yield from loosened(analysis, "OT2625", ("收费", "跑动"))
