"""OT2203: a matter that nobody can be handled for."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.stated import never_asked
from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import questions
from onething.plan.analysis import Analysis
from onething.plan.decisions import settled


def unreachable_matter(analysis: Analysis) -> Iterator[Finding]:
    """OT2203: a matter that nobody can be handled for, whatever is answered, chosen and finished before."""
    silent = never_asked(analysis)
    for m in analysis.bundle.matters.values():
        if silent & questions([m.applies]):
            continue
        if not analysis.where(analysis.decisions.taken[m.name]) and not _reached_later(analysis, m.name):
            span = m.applies_span or m.span
            yield finding(
                "OT2203", span, matter=m.name,
                fix=Fix("核对它的适用、前置和不予受理", "check its conditions, prerequisites and refusals"),
            )  # fmt: skip


def _reached_later(analysis: Analysis, name: str) -> bool:
    """Whether it is reached by somebody who has finished everything else: what is finished refuses nothing."""
    taken = analysis.decisions.taken
    return bool(analysis.space.where(settled(taken[name], taken, True, frozenset(taken) - {name}, {})))
