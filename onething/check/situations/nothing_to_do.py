"""OT2207: an applicant whom no gate stops and for whom no matter applies."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import both, either, negate
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who


def nothing_to_do(analysis: Analysis) -> Iterator[Finding]:
    """OT2207: an applicant whom no gate stops and for whom no matter applies."""
    if not analysis.bundle.matters:
        return
    gates = either(*(g.when for g in analysis.bundle.gates if g.kind != "提示"))
    applies = either(*(m.applies for m in analysis.bundle.matters.values()))
    lost = analysis.where(both(negate(gates), negate(applies)))
    if lost:
        said = who(analysis.bundle, analysis.space, lost)
        yield finding(
            "OT2207", analysis.bundle.span, witness=applicant(analysis.bundle, analysis.space.witness(lost)),
            label=(f"{said}：没有事项适用", f"{said}: no matter applies"),
            fix=Fix("为这种情形写一项事项，或写“不予联办”并说明去哪里办", "write a matter for it, or a 不予联办 that says where to go"),
        )  # fmt: skip
