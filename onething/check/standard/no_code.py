"""OT1309: a bundle has a code."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_code(analysis: Analysis) -> Iterator[Finding]:
    if not analysis.bundle.code:
        yield finding("OT1309", analysis.bundle.span, fix=Fix("加一行“代码：newborn”一类的代码", "add a code such as “代码：newborn”"))
