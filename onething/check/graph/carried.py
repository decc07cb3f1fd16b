"""Whether documents, fields or states already make the order that a declared prerequisite asks for."""

from __future__ import annotations

from onething.logic.expression import both, either
from onething.model.bundle import Matter, Prerequisite
from onething.plan.analysis import Analysis


def asked_for(analysis: Analysis, matter: Matter, p: Prerequisite) -> int:
    """The situations in which a prerequisite that is a matter makes an order, if both are handled."""
    return analysis.where(both(matter.applies, p.when, analysis.bundle.matters[p.matter].applies))


def carried(analysis: Analysis, matter: Matter, p: Prerequisite) -> int:
    """The situations in which something that is issued there and needed here makes the same order. A need that is 容缺
    holds only the end."""
    edges = [e for e in analysis.decisions.edges if (e.before, e.after, e.holds) == (p.matter, matter.name, "受理") and e.output]
    return analysis.where(either(*(both(e.cause.when, e.output.when) for e in edges)))
