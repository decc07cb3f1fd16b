"""OT2505: every matter has a department."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_handler(analysis: Analysis) -> Iterator[Finding]:
    for m in analysis.bundle.matters.values():
        if not any(c.value for c in m.departments):
            yield finding("OT2505", m.span, matter=m.name, fix=Fix("加一行“办理部门：…”", "add 办理部门：…"))
