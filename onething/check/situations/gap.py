"""OT2206: the cases of one entry leave somebody out."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.cases import split_entries
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def gap(analysis: Analysis) -> Iterator[Finding]:
    for m, entry, cases, sets in split_entries(analysis):
        left = analysis.where(m.applies)
        for one in sets:
            left &= ~one
        if left:
            yield finding(
                "OT2206", cases[-1].span, entry=f"{m.name}的{entry}",
                fix=Fix("加一条“其余：…”", "add a case 其余：…"),
                witness=applicant(analysis.bundle, analysis.space.witness(left)),
            )  # fmt: skip
