"""OT2106: one matter declares the same prerequisite twice."""

from __future__ import annotations

from itertools import combinations
from typing import Iterator

from onething.diagnostics.removal import removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis


def prerequisite_twice(analysis: Analysis) -> Iterator[Finding]:
    """OT2106: wherever the second holds, the first does already."""
    for m in analysis.bundle.matters.values():
        for first, second in combinations(m.prerequisites, 2):
            if (first.matter, first.state) != (second.matter, second.state):
                continue
            here, there = (analysis.where(both(m.applies, p.when)) for p in (first, second))
            if there & ~here:
                continue
            if here == there and second.reason and not first.reason:  # the one that says why stays
                first, second = second, first
            yield finding(
                "OT2106", second.span, matter=m.name, before=second.matter or f"{second.state.label} 为 {second.state.value}",
                notes=[Note(first.span, "另一处在这里", "the other is here")],
                fix=Fix("删去这一项", "remove it", removal(second.span)),
            )  # fmt: skip
