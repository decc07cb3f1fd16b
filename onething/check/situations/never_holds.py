"""OT2201: a condition that no applicant meets."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.stated import never_asked, stated
from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import questions
from onething.plan.analysis import Analysis


def never_holds(analysis: Analysis) -> Iterator[Finding]:
    silent = never_asked(analysis)
    for condition, span, among in stated(analysis.bundle):
        if silent and silent & questions([condition]):
            continue
        whole = analysis.space.where(among)
        if whole and not whole & analysis.space.where(condition):
            fix = Fix("核对选项和数字；确实用不到就删去这一行", "check options and numbers; remove the line if it is of no use")
            yield finding("OT2201", span, condition=span.text, fix=fix)
