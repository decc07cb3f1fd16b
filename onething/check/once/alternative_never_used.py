"""OT2309: alternatives of which one always wins, so that there is nothing to choose."""

from __future__ import annotations

from typing import Iterator

from onething.check.once.needed import rows
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import Expression, both, either, negate
from onething.model.bundle import Thing
from onething.model.outcome import LATER, OWN
from onething.plan.analysis import Analysis
from onething.plan.decisions import NeedDecision


def alternative_never_used(analysis: Analysis) -> Iterator[Finding]:
    """OT2309: whatever is chosen and answered, one alternative asks nothing of anybody, or is handed in anyway."""
    brought: dict[Thing, Expression] | None = None
    for m in analysis.bundle.matters.values():
        for row in rows(analysis, m).values():
            if brought is None:
                brought = _brought(analysis)
            for d in row:
                if _always(analysis, d, _free(d)):
                    why = (d.reason, f"it is {d.how}") if d.how not in (OWN, LATER) else (f"由“{'、'.join(d.issuers)}”产出", "it is issued inside")
                elif _always(analysis, d, brought.get(d.need.thing, False)):
                    why = ("反正要交", "it is handed in anyway")
                else:
                    continue
                others = [o for o in row if o is not d]
                if others:
                    yield _finding(d, others, why)
                break


def _finding(winner: NeedDecision, others: list[NeedDecision], why: tuple[str, str]) -> Finding:
    name = winner.need.thing.label
    return finding(
        "OT2309", others[0].need.span, name="、".join(o.need.thing.label for o in others), winner=name, reason=why[0], reason_en=why[1],
        notes=[Note(winner.need.span, "总是用它", "this one always wins")],
        fix=Fix(f"只写“{name}”；取不到时才交的，写“取不到的…”", f"write only “{name}”, with 取不到的… for who cannot"),
    )  # fmt: skip


def _always(analysis: Analysis, d: NeedDecision, condition: Expression) -> bool:
    """Whether the condition holds whenever the need does, for every choice and whatever was begun before."""
    if condition is False or not analysis.possible(d.when):
        return False
    return not analysis.possible(both(d.when, negate(condition)))


def _free(d: NeedDecision) -> Expression:
    return d.inside if d.how in (OWN, LATER) else True


def _brought(analysis: Analysis) -> dict[Thing, Expression]:
    """When each document must be handed in for a line of its own."""
    found: dict[Thing, Expression] = {}
    for line in analysis.decisions.lines:
        for d in line.needs:
            if not d.need.group and not d.need.optional:
                found[line.thing] = either(found.get(line.thing, False), d.asks)
    return found
