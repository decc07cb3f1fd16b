"""OT2101: a declared prerequisite does not apply to somebody whom its dependant applies to."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both, negate
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who


def prerequisite_drops_out(analysis: Analysis) -> Iterator[Finding]:
    """OT2101: a declared prerequisite does not apply to somebody whom its dependant applies to."""
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            other = analysis.bundle.matters.get(p.matter)
            if p.state is not None or other is None:
                continue
            lost = analysis.where(both(m.applies, p.when, negate(other.applies)))
            if lost:
                said = who(analysis.bundle, analysis.space, lost)
                yield finding(
                    "OT2101",
                    p.span,
                    matter=m.name,
                    before=other.name,
                    label=(f"{said}：{other.name} 不适用", f"{said}: {other.name} does not apply"),
                    notes=[Note(other.applies_span, f"{other.name} 只在这时适用", f"{other.name} applies only here")] if other.applies_span else [],
                    fix=Fix(f"在这一行末尾写“当 …”，与 {other.name} 的适用一致", f"close the line with 当 …, as {other.name} applies"),
                    witness=applicant(analysis.bundle, analysis.space.witness(lost)),
                )
