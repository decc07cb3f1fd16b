"""OT2202: a condition that every applicant meets."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.stated import stated
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def always_holds(analysis: Analysis) -> Iterator[Finding]:
    b = analysis.bundle
    of_matters = {g.when_span for m in b.matters.values() for g in m.gates if g.kind != "提示"}
    of_bundle = {g.when_span for g in b.gates if g.kind != "提示"}
    for condition, span, among in stated(b):
        whole = analysis.space.where(among)
        if not whole or span in of_matters or whole & ~analysis.space.where(condition):
            continue  # a matter that refuses everybody: nobody reaches it, and OT2203 says so
        fix = Fix("删去这个条件", "remove the condition")
        if span in of_bundle:
            fix = Fix("核对条件：现在人人都会被拦下", "check the condition: as it stands, everybody is turned away")
        yield finding("OT2202", span, condition=span.text, fix=fix)
