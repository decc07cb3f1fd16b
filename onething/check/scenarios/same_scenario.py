"""OT2807: two scenarios of one kind of applicant."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import holds
from onething.model.bundle import Scenario
from onething.plan.analysis import Analysis
from onething.plan.situations import conditions
from onething.plan.told import complete


def same_scenario(analysis: Analysis) -> Iterator[Finding]:
    """OT2807: no condition tells the two applicants apart, and they chose and finished the same."""
    b = analysis.bundle
    if len(b.scenarios) < 2:
        return
    told_apart = list(dict.fromkeys(conditions(b)))
    lines = {(c.question, c.number) for c in b.comparisons}
    seen: dict[tuple, Scenario] = {}
    for s in b.scenarios:
        answers = complete(analysis, s)
        if answers is None:
            continue
        on = frozenset(a for a in answers.items() if a in lines)  # exactly on a line is a kind of its own
        kind = (tuple(holds(c, answers) for c in told_apart), on, *map(frozenset, (s.choose, s.done, s.doing)))
        first = seen.setdefault(kind, s)
        if first is not s:
            notes = [Note(first.span, "这个场景已经检验了同样的人", "this one tests the same kind of applicant")]
            fix = Fix("合成一个，或改成别样的办事人", "make one of them, or another kind of applicant of this one")
            yield finding("OT2807", s.span, scenario=s.name, other=first.name, notes=notes, fix=fix)
