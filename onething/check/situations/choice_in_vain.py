"""OT2218: a matter that one may choose, and that comes along unchosen for everybody."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.plan.decisions import settled


def choice_in_vain(analysis: Analysis) -> Iterator[Finding]:
    """OT2218: 选办, but wherever it applies something that must be handled needs it first."""
    b, taken = analysis.bundle, analysis.decisions.taken
    memo: dict = {}
    for m in b.matters.values():
        if m.participation != "选办":
            continue
        chosen = analysis.where(taken[m.name])
        if not chosen or chosen != analysis.space.where(settled(taken[m.name], taken, False, frozenset(), memo)):
            continue
        made = {o.thing for o in m.outputs}
        callers = [(o.name, p.span) for o in b.matters.values() for p in o.prerequisites if p.matter == m.name or p.state in made]
        notes = [Note(span, f"{name} 要先办它", f"{name} needs it first") for name, span in callers]
        fix = Fix("改为“参与：必办”；确实可以不办的，核对这里的前置", "make it 必办; if one may do without it, check these prerequisites")
        yield finding("OT2218", m.span, matter=m.name, notes=notes, fix=fix)
