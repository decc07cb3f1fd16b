"""OT2309: alternatives of which one always wins, so that there is nothing to choose."""

from __future__ import annotations

from typing import Iterator

from onething.check.once.needed import needed
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.outcome import LATER, OWN
from onething.plan.analysis import Analysis
from onething.plan.decisions import NeedDecision


def alternative_never_used(analysis: Analysis) -> Iterator[Finding]:
    """OT2309: one alternative asks nothing of anybody, or the same matter asks for it anyway. What another matter
    issues or asks for settles nothing for good: it may be finished before."""
    rows: dict[tuple[str, int], list[NeedDecision]] = {}
    for d in needed(analysis):
        if d.need.group:
            rows.setdefault((d.matter, d.need.group), []).append(d)
    for row in rows.values():
        row.sort(key=lambda d: d.need.span.start)
        for d in row:
            why = _wins(analysis, d)
            others = [o for o in row if o is not d]
            if why and others:
                yield _finding(d, others, why)
                break


def _wins(analysis: Analysis, d: NeedDecision) -> tuple[str, str] | None:
    """Why this alternative is always the one, or None."""
    if d.how not in (OWN, LATER):
        return f"不用交（{d.how}）", f"it need not be handed in (“{d.how}”)"
    for other in needed(analysis):
        same = other.matter == d.matter and other.need.thing == d.need.thing and not other.need.group
        always = same and other.how in (OWN, LATER) and not other.need.optional
        if always and not analysis.where(d.need.when) & ~analysis.where(other.need.when):
            return "反正要交", "it is handed in anyway"
    return None


def _finding(winner: NeedDecision, others: list[NeedDecision], why: tuple[str, str]) -> Finding:
    name = winner.need.thing.label
    return finding(
        "OT2309", others[0].need.span, name="、".join(o.need.thing.label for o in others), winner=name, reason=why[0], reason_en=why[1],
        notes=[Note(winner.need.span, "总是用它", "this one always wins")],
        fix=Fix(f"只写“{name}”；取不到时才交的，写“取不到的…”", f"write only “{name}”, with “取不到的…” for who cannot"),
    )  # fmt: skip
