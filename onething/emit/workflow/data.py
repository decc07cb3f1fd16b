"""The variables with which a case begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from onething.emit.workflow.names import Names
from onething.plan.ir import BundleIR

CHINA = timezone(timedelta(hours=8))


def start_data(
    ir: BundleIR,
    answers: Mapping[str, Any],
    choose: Iterable[str] = (),
    done: Iterable[str] = (),
    doing: Iterable[str] = (),
    dates: Mapping[str, date] | None = None,
) -> dict[str, Any]:
    """The data of an application: answers by question (an option's name, or a number), chosen, finished and
    running matters by name; ``dates`` gives the anchors of reminders.

    Every variable is present: an unanswered question is None, a limit is None until a calendar sets it."""
    names = Names(ir)
    chosen, finished, running, dates = set(choose), set(done), set(doing), dates or {}
    data: dict[str, Any] = {"result": {}}
    for q in ir.questions:
        answer = answers.get(q.name)
        data[names.questions[q.name]] = names.option(q.name, answer) if isinstance(answer, str) else answer
    for m in ir.matters:
        data[names.chosen(m.name)] = m.name in chosen
        data[names.done(m.name)] = m.name in finished
        data[names.doing(m.name)] = m.name in running
        data[names.limit(m.name)] = None
    for r in ir.roles:
        if r.sign_within:
            data[names.sign_limit(r.name)] = None
    for reminder in ir.reminders:
        day = dates.get(reminder.anchor)
        data[names.due(reminder.name)] = day and due(day, reminder.days)
    return data


def due(day: date, days: float) -> str:
    """The moment of a reminder: nine in the morning, Chinese time."""
    return datetime.combine(day + timedelta(days=days), time(9), CHINA).isoformat()
