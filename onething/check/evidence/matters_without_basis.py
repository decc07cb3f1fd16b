"""OT2705: matters that cite no document of their own."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def matters_without_basis(analysis: Analysis) -> Iterator[Finding]:
    """OT2705: one finding that names them all. 依据：未载明 says that it was looked for."""
    b = analysis.bundle
    silent = [m for m in b.matters.values() if not m.basis]
    if not silent or not b.basis and len(silent) == len(b.matters):
        return  # nothing at all is cited: OT2704
    yield finding(
        "OT2705", b.span, count=len(silent), matters="、".join(m.name for m in silent),
        fix=Fix("在各事项里加“依据：文号”；找过没有的，写“依据：未载明”", "add “依据” to each; if none was found, write “依据：未载明”"),
    )  # fmt: skip
