"""OT2503: who handles a matter is among those that take part."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import Edits, entry, entry_below, further, quoted
from onething.diagnostics import Finding, Fix, finding
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis


def handler_not_listed(analysis: Analysis) -> Iterator[Finding]:
    """OT2503: who handles a matter is neither lead, nor cooperating, nor participant."""
    b = analysis.bundle
    among = {f.value for f in (*b.leads, *b.cooperating, *b.participants)}
    for m in b.matters.values():
        for case in m.departments:
            for name in (case.value or "").split("、"):
                if name and name not in among:
                    known = analysis.catalogue.departments.get(name)
                    where = "参与单位" if known and known.is_unit else "配合部门"
                    fix = Fix(f"把它加到“{where}：”", f"add it to “{where}”", _listed(b, where, name))
                    yield finding("OT2503", case.span, department=name, matter=m.name, fix=fix)


def _listed(bundle: Bundle, where: str, name: str) -> Edits:
    """The edit that puts a name at the end of its list, or writes the list."""
    listed = bundle.participants if where == "参与单位" else bundle.cooperating
    if listed:
        return further(listed[-1].span, name)
    beside = bundle.leads[-1].span if bundle.leads else None
    return (entry_below(beside, where, quoted(name)) if beside else ()) or entry(bundle.span, where, quoted(name))
