"""OT2215: a question that is put only to people who are turned away, whatever they answer."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import either, questions
from onething.plan.analysis import Analysis


def asked_in_vain(analysis: Analysis) -> Iterator[Finding]:
    """OT2215: refusals that do not look at the answer turn away everybody who is asked."""
    b = analysis.bundle
    for q in b.questions.values():
        asked = analysis.where(q.open) if q.open is not True else 0
        if not asked:
            continue
        gates = [g for g in b.gates if g.kind != "提示" and q.name not in questions([g.when])]
        if asked & ~analysis.where(either(*(g.when for g in gates))):
            continue
        notes = [Note(g.when_span, "在这里被拦下", "turned away here") for g in gates if analysis.where(g.when) & asked]
        fix = Fix("删去这个情形，或改它的提问条件", "remove it, or change when it is asked")
        yield finding("OT2215", q.span, question=q.name, notes=notes, fix=fix)
