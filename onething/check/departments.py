"""部门: who leads, who takes part, who handles what."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def lead(analysis: Analysis) -> Iterator[Finding]:
    """OT2501, OT2502: exactly one lead department."""
    leads = analysis.bundle.leads
    if not leads:
        yield finding("OT2501", analysis.bundle.span, fix=Fix("加一行“牵头部门：…”", "add 牵头部门：…"))
    elif len(leads) > 1:
        yield finding(
            "OT2502", leads[1].span, count=len(leads),
            fix=Fix("只留一个，其余写到配合部门", "keep one, and move the others to 配合部门"),
        )  # fmt: skip


def handlers(analysis: Analysis) -> Iterator[Finding]:
    """OT2503, OT2505: every matter has a department, and it is among those that take part."""
    b = analysis.bundle
    among = {f.value for f in (*b.leads, *b.cooperating, *b.participants)}
    for m in b.matters.values():
        if not any(c.value for c in m.departments):
            yield finding("OT2505", m.span, matter=m.name, fix=Fix("加一行“办理部门：…”", "add 办理部门：…"))
        for case in m.departments:
            for name in (case.value or "").split("、"):
                if name and name not in among:
                    known = analysis.catalogue.departments.get(name)
                    where = "参与单位" if known and known.is_unit else "配合部门"
                    yield finding(
                        "OT2503", case.span, department=name, matter=m.name,
                        fix=Fix(f"把它加到“{where}：”", f"add it to {where}"),
                    )  # fmt: skip


def idle_departments(analysis: Analysis) -> Iterator[Finding]:
    """OT2504: a cooperating department that neither handles a matter nor provides data."""
    b, catalogue = analysis.bundle, analysis.catalogue
    if not b.matters:
        return  # OT2703 says so
    active = {name for m in b.matters.values() for c in m.departments for name in (c.value or "").split("、")}
    sources = {q.source for q in b.questions.values()} | {f.prefill for m in b.matters.values() for f in m.fields}
    for m in b.matters.values():
        sources |= {catalogue.elements[f.thing.name].source for f in m.fields if f.thing.name in catalogue.elements}
        for need in m.needs:
            document = catalogue.documents.get(need.thing.name)
            if document is not None:
                sources.add(document.source)
                active.add(document.issuer)
    active |= {catalogue.sources[s].provider for s in sources if s in catalogue.sources}
    for fact in b.cooperating:
        if fact.value not in active:
            yield finding("OT2504", fact.span, department=fact.value, fix=Fix("核对它做什么，或删去", "check what it does, or remove it"))
