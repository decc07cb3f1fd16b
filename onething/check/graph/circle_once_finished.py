"""OT2105: matters wait for each other in a circle only for somebody who finished some matter before."""

from __future__ import annotations

from itertools import islice
from typing import Iterator

from onething.check.graph.finished import met
from onething.check.graph.prerequisites import may_circle, possible_graph
from onething.check.graph.ring import rings, shown
from onething.diagnostics import Finding
from onething.limits import CIRCLES
from onething.logic.expression import both, either
from onething.plan.analysis import Analysis


def circle_once_finished(analysis: Analysis) -> Iterator[Finding]:
    """OT2105: one is shown; with it mended, the next."""
    if not may_circle(analysis) or any(c.outcome.circle for c in analysis.cells):
        return
    edges = [e for e in analysis.decisions.edges if e.kind != "起算"]
    import networkx as nx

    for names in islice(nx.simple_cycles(possible_graph(analysis)), CIRCLES):
        arcs = zip(names, [*names[1:], names[0]])
        all_hold = both(*(either(*(e.when for e in edges if (e.before, e.after) == arc)) for arc in arcs))
        found = met(analysis, names, all_hold, lambda outcome: outcome.circle)
        if found is not None:
            outcome, finished = found
            yield shown("OT2105", analysis, outcome, rings(outcome)[0], finished=finished)
            return
