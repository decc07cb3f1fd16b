"""OT2210: a question whose answer changes nothing."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics.removal import Edits, block_removal, line_removal
from onething.diagnostics import Finding, Fix, finding
from onething.model.bundle import Bundle, Question
from onething.plan.analysis import Analysis


def idle_question(analysis: Analysis) -> Iterator[Finding]:
    """OT2210: a question whose answer changes nothing: asked for nothing."""
    used = {d.question for d in analysis.space.dimensions}
    labels = {f.thing.label for m in analysis.bundle.matters.values() for f in m.fields}
    anchors = {r.anchor for r in analysis.bundle.reminders}
    for name, question in analysis.bundle.questions.items():
        if name not in used and name not in labels and name not in anchors:
            edits = _removed(analysis.bundle, question)
            fix = Fix("删去这个情形，或在某个条件里用到它", "remove it, or use it in a condition", edits)
            yield finding("OT2210", question.span, question=name, fix=fix)


def _removed(bundle: Bundle, question: Question) -> Edits:
    """The edits that take a question out, with its answers in scenarios; nothing if it is mentioned anywhere else."""
    answers = [s.places[question.name] for s in bundle.scenarios if question.name in s.answers]
    if question.span.source.text.count(question.name) != 1 + len(answers):
        return ()
    return (*block_removal(question.span), *(edit for place in answers for edit in line_removal(place)))
