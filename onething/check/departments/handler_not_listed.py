"""OT2503: who handles a matter is among those that take part."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def handler_not_listed(analysis: Analysis) -> Iterator[Finding]:
    b = analysis.bundle
    among = {f.value for f in (*b.leads, *b.cooperating, *b.participants)}
    for m in b.matters.values():
        for case in m.departments:
            for name in (case.value or "").split("、"):
                if name and name not in among:
                    known = analysis.catalogue.departments.get(name)
                    where = "参与单位" if known and known.is_unit else "配合部门"
                    fix = Fix(f"把它加到“{where}：”", f"add it to {where}")
                    yield finding("OT2503", case.span, department=name, matter=m.name, fix=fix)
