"""OT2105: matters wait for each other in a circle only for somebody who finished some matter before."""

from __future__ import annotations

from itertools import islice
from typing import Iterator

import networkx as nx

from onething.check.graph.prerequisites import possible_graph
from onething.check.graph.ring import rings, shown
from onething.diagnostics import Finding
from onething.limits import CIRCLES
from onething.logic.expression import both, either
from onething.model.outcome import Outcome
from onething.plan.analysis import Analysis, Run
from onething.plan.decisions import settled


def circle_once_finished(analysis: Analysis) -> Iterator[Finding]:
    """OT2105: what is finished no longer stands in the way, so more may be accepted – and then be in a circle."""
    graph = possible_graph(analysis)
    if nx.is_directed_acyclic_graph(graph) or any(c.outcome.circle for c in analysis.cells):
        return
    for names in islice(nx.simple_cycles(graph), CIRCLES):
        outcome, finished = _met(analysis, names)
        if outcome is not None:
            words = "、".join(m for m in analysis.bundle.matters if m in finished)
            yield shown("OT2105", analysis, outcome, rings(outcome)[0], finished=words)
            return


def _met(analysis: Analysis, names: list[str]) -> tuple[Outcome | None, frozenset[str]]:
    """Somebody who is in the circle of these matters, with as few finished matters as will do. Finishing matters
    outside the circle only takes refusals away, so with all of them finished it is met if it ever is."""
    arcs = list(zip(names, [*names[1:], names[0]]))
    edges = [e for e in analysis.decisions.edges if e.kind != "起算"]
    condition = both(*(either(*(e.when for e in edges if (e.before, e.after) == arc)) for arc in arcs))
    finished = frozenset(analysis.bundle.matters) - set(names)
    answers = analysis.space.witness(analysis.space.where(settled(condition, analysis.decisions.taken, True, finished, {})))
    if answers is None:
        return None, finished
    for name in sorted(finished):
        if _outcome(analysis, answers, finished - {name}).circle:
            finished -= {name}
    return _outcome(analysis, answers, finished), finished


def _outcome(analysis: Analysis, answers, finished: frozenset[str]) -> Outcome:
    return Run(analysis.bundle, analysis.catalogue, frozenset(analysis.bundle.matters), finished, frozenset()).outcome(answers)
