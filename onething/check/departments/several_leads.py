"""OT2502: there is only one lead department."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry_below, further, quoted
from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import removal
from onething.plan.analysis import Analysis


def several_leads(analysis: Analysis) -> Iterator[Finding]:
    """OT2502: several lead departments. Those that are listed elsewhere, or the same once more, need not stand here."""
    b = analysis.bundle
    if len(b.leads) < 2:
        return
    elsewhere = {f.value for f in (*b.cooperating, *b.participants)}
    own = list(dict.fromkeys(f.value for f in b.leads if f.value not in elsewhere))
    edits = ()
    if len(own) == 1:
        kept = next(f for f in b.leads if f.value == own[0])
        spare = [f for f in b.leads if f is not kept]
        edits = removal(spare[0].span) if len(spare) == 1 else ()
    elif len(b.leads) == 2:
        second = b.leads[1]
        beside = further(b.cooperating[-1].span, second.value) if b.cooperating else entry_below(b.leads[0].span, "配合部门", quoted(second.value))
        edits = (*removal(second.span), *beside)
    fix = Fix("只留一个，其余写到配合部门", "keep one, and move the others to “配合部门”", edits)
    notes = [Note(b.leads[0].span, "已经有一个", "there is one already")]
    yield finding("OT2502", b.leads[1].span, count=len(b.leads), notes=notes, fix=fix)
