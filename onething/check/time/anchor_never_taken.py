"""OT2404: a clock that starts at a matter which is never handled together with this one."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import State, both
from onething.plan.analysis import Analysis


def anchor_never_taken(analysis: Analysis) -> Iterator[Finding]:
    """OT2404: for nobody are both handled, so the clock always starts at acceptance."""
    for m in analysis.bundle.matters.values():
        here = State("taken", m.name)
        for case in (*m.promise, *m.legal):
            since = case.value.since if case.value else ""
            if not since or not analysis.possible(both(here, case.when)):
                continue
            if not analysis.possible(both(here, case.when, State("taken", since))):
                fix = Fix("核对两个事项的适用；从受理起算的，不写“自 … 起”", "check when both apply; a clock from acceptance needs no 自 … 起")
                yield finding("OT2404", case.span, matter=m.name, anchor=since, fix=fix)
