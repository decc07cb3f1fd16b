"""OT2406: a reminder counts from a date that nobody gives, for somebody."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import Expression, State, both, either, negate
from onething.model.bundle import Reminder
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who


def reminder_without_date(analysis: Analysis) -> Iterator[Finding]:
    """OT2406: no field asks for it, no situation does, no matter produces it – even with everything chosen."""
    b = analysis.bundle
    gates = either(*(g.when for g in b.gates if g.kind != "提示"))
    for reminder in b.reminders:
        lost = analysis.where(both(negate(gates), negate(_known(analysis, reminder))))
        if lost:
            said = who(b, analysis.space, lost)
            yield finding(
                "OT2406", reminder.span, reminder=reminder.name, date=reminder.anchor,
                label=(f"{said}：没有填 {reminder.anchor}", f"{said}: {reminder.anchor} is not filled in"),
                fix=Fix(f"在事项的“字段”里写上 {reminder.anchor}", f"let a matter ask for the field {reminder.anchor}"),
                witness=applicant(b, analysis.space.witness(lost)),
            )  # fmt: skip


def _known(analysis: Analysis, reminder: Reminder) -> Expression:
    """When the date is on the form, asked as a situation, or produced."""
    question = analysis.bundle.questions.get(reminder.anchor)
    ways = [question.open] if question else []
    for m in analysis.bundle.matters.values():
        for each in (*m.fields, *m.outputs):
            if each.thing.label == reminder.anchor or each.thing.name == reminder.anchor:
                ways.append(both(State("taken", m.name), each.when))
    return either(*ways)
