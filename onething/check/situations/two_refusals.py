"""OT2216: two refusals of one name, in the bundle or in one matter."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import Gate
from onething.plan.analysis import Analysis


def two_refusals(analysis: Analysis) -> Iterator[Finding]:
    """OT2216: a scenario that names it could not say which is meant."""
    b = analysis.bundle
    for gates in (b.gates, *(m.gates for m in b.matters.values())):
        first: dict[str, Gate] = {}
        for g in gates:
            if g.kind == "提示" or not g.name or first.setdefault(g.name, g) is g:
                continue
            notes = [Note(first[g.name].span, "第一次写在这里", "first here")]
            fix = Fix("改一个名称；若是一回事，用“或”写成一条", "rename one; if they are the same, join them by 或")
            yield finding("OT2216", g.span, kind=g.kind, name=g.name, notes=notes, fix=fix)
