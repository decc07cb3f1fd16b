"""OT2502: there is only one lead department."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def several_leads(analysis: Analysis) -> Iterator[Finding]:
    leads = analysis.bundle.leads
    if len(leads) > 1:
        fix = Fix("只留一个，其余写到配合部门", "keep one, and move the others to 配合部门")
        yield finding("OT2502", leads[1].span, count=len(leads), fix=fix)
