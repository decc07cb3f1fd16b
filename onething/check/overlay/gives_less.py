"""OT2623: a local version gives everybody the matters, results, channels and options of what it adapts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def gives_less(analysis: Analysis) -> Iterator[Finding]:
    """OT2623: somebody loses a matter, a result, a channel or an option."""
    yield from loosened(analysis, "OT2623", ("事项", "产出", "渠道", "选项"))
