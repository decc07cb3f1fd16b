"""OT2621: a local version makes nobody fill in more than what it adapts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def fills_more(analysis: Analysis) -> Iterator[Finding]:
    """OT2621: somebody fills in a field that the version adapted does not ask of him."""
    yield from loosened(analysis, "OT2621", ("填写",))
