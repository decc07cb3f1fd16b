"""OT2107: a declared prerequisite that changes nothing: what is needed comes from there anyway."""

from __future__ import annotations

from typing import Iterator

from onething.check.graph.carried import asked_for, carried
from onething.diagnostics.removal import removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def prerequisite_implied(analysis: Analysis) -> Iterator[Finding]:
    """OT2107: with or without it everything is the same for everybody. A prerequisite that somebody must choose, or that
    may be refused, does more than documents do: it pulls the matter in, or takes this one out."""
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            other = analysis.bundle.matters.get(p.matter)
            if other is None or other.participation == "选办" or analysis.possible(analysis.decisions.refused[other.name]):
                continue
            where = asked_for(analysis, m, p)
            if where and not where & ~carried(analysis, m, p):
                edge = next(e for e in analysis.decisions.edges if (e.before, e.after) == (other.name, m.name) and e.output)
                kept = f"# {other.name} 在前：{p.reason}" if p.reason else ""
                yield finding(
                    "OT2107", p.span, matter=m.name, before=other.name, what=edge.what,
                    notes=[Note(edge.cause.span, f"{m.name} 要 {edge.what}，由 {other.name} 产出", f"{edge.what} comes from {other.name}")],
                    fix=Fix("删去这一项" + ("，理由留作注释" if p.reason else ""), "remove it" + (", keep its reason as a remark" if p.reason else ""),
                            removal(p.span, kept)),
                )  # fmt: skip
