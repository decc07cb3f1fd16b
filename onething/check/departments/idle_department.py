"""OT2504: a cooperating department handles a matter or provides data."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.diagnostics.removal import removal
from onething.plan.analysis import Analysis


def idle_department(analysis: Analysis) -> Iterator[Finding]:
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
            yield finding("OT2504", fact.span, department=fact.value, fix=Fix("核对它做什么，或删去", "check what it does, or remove it", removal(fact.span)))
