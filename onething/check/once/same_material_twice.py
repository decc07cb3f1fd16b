"""OT2308: one matter asks for the same document on two lines."""

from __future__ import annotations

from itertools import combinations
from typing import Iterator

from onething.check.once.needed import needed
from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import removal
from onething.logic.expression import both
from onething.model.bundle import Thing
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant
from onething.plan.decisions import NeedDecision


def same_material_twice(analysis: Analysis) -> Iterator[Finding]:
    """OT2308: both lines hold for some applicant. It is handed in once; what one of the lines says of it is lost."""
    lines: dict[tuple[str, Thing], list[NeedDecision]] = {}
    for d in needed(analysis):
        if not d.need.group:
            lines.setdefault((d.matter, d.need.thing), []).append(d)
    for twice in lines.values():
        for first, second in combinations(sorted(twice, key=lambda d: d.need.span.start), 2):
            together = analysis.where(both(first.when, second.when))
            if together:
                yield finding(
                    "OT2308", second.need.span, matter=second.matter, name=second.need.thing.label,
                    notes=[Note(first.need.span, "第一次写在这里", "first here")],
                    witness=applicant(analysis.bundle, analysis.space.witness(together)) if together != analysis.space.valid else (),
                    fix=Fix("合成一行，写要求高的那一种；不是同一个人的，写明是谁的",
                            "make it one line, with the stricter demand; if they are two persons', say whose", _spare(analysis, first, second)),
                )  # fmt: skip


def _spare(analysis: Analysis, first: NeedDecision, second: NeedDecision):
    """The edit that takes out a line that says nothing of its own: the same demand, for nobody else."""
    if _demand(first) != _demand(second):
        return ()
    one, other = analysis.where(first.when), analysis.where(second.when)
    if not other & ~one:
        return removal(second.need.span)
    return removal(first.need.span) if not one & ~other else ()


def _demand(d: NeedDecision) -> tuple:
    n = d.need
    return n.how, n.fallback, n.original, n.medium, n.copies, n.optional, n.later, n.notes
