"""OT2622: a local version makes nobody wait longer than what it adapts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def takes_longer(analysis: Analysis) -> Iterator[Finding]:
    """OT2622: a limit, or the whole, is longer for somebody than in the version adapted."""
    yield from loosened(analysis, "OT2622", ("时限", "总时限"))
