"""OT2624: a local version turns nobody away whom what it adapts accepts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def turns_away(analysis: Analysis) -> Iterator[Finding]:
    """OT2624: somebody is turned away, or a matter refused, whom the version adapted accepts."""
    yield from loosened(analysis, "OT2624", ("不予办理", "不予受理"))
