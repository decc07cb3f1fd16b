"""OT2108: a declared prerequisite of which nobody says why."""

from __future__ import annotations

from typing import Iterator

from onething.check.graph.carried import carried
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def prerequisite_without_reason(analysis: Analysis) -> Iterator[Finding]:
    """OT2108: no document explains the order, and no 因 does."""
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            if p.matter in analysis.bundle.matters and not p.reason and not carried(analysis, m, p):
                yield finding(
                    "OT2108", p.span, matter=m.name, before=p.matter,
                    fix=Fix(f"写明原因：“{p.matter}（因 “…”）”", f"say why: {p.matter}（因 “…”）"),
                )  # fmt: skip
