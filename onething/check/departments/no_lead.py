"""OT2501: there is a lead department."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_lead(analysis: Analysis) -> Iterator[Finding]:
    if not analysis.bundle.leads:
        yield finding("OT2501", analysis.bundle.span, fix=Fix("加一行“牵头部门：…”", "add 牵头部门：…"))
