"""OT2806: a scenario answers a question that its applicant is not asked."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics.removal import line_removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import negate
from onething.plan.analysis import Analysis
from onething.plan.told import always


def answer_not_asked(analysis: Analysis) -> Iterator[Finding]:
    """OT2806: the answer is dropped; either it, or an answer before it, is a slip."""
    b = analysis.bundle
    guarded = {name for name, q in b.questions.items() if q.open is not True}
    for s in b.scenarios:
        conditional = [name for name in s.answers if name in guarded]
        if not conditional:
            continue
        holds = always(analysis, s)
        for name in conditional:
            question = b.questions[name]
            if not holds(negate(question.open)):
                continue
            span = s.places[name]
            notes = [Note(question.open_span, "只在这时才问", "asked only here")] if question.open_span else []
            fix = Fix("删去这一行，或核对前面的回答", "remove this line, or check the answers before it", line_removal(span))
            yield finding("OT2806", span, scenario=s.name, question=name, notes=notes, fix=fix)
