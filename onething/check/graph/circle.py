"""OT2103: for some applicant, matters wait for each other in a circle."""

from __future__ import annotations

from typing import Iterator

import networkx as nx

from onething.check.graph.prerequisites import possible_graph, prerequisite_graph, shortest_circle
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.outcome import Edge
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def circle(analysis: Analysis) -> Iterator[Finding]:
    """OT2103: for some applicant, matters wait for each other in a circle."""
    if nx.is_directed_acyclic_graph(possible_graph(analysis)):
        return  # not even all edges together make a circle
    shown: set[frozenset[str]] = set()
    for cell in analysis.cells:
        if not cell.outcome.circle:
            continue
        graph = prerequisite_graph([e for e in cell.outcome.edges if {e.before, e.after} <= set(cell.outcome.circle)])
        for component in sorted(nx.strongly_connected_components(graph), key=sorted):
            if len(component) < 2 or frozenset(component) in shown:
                continue
            shown.add(frozenset(component))
            path = shortest_circle(graph.subgraph(component))
            yield _circle(analysis, cell, [graph.edges[a, b]["edge"] for a, b in zip(path, [*path[1:], path[0]])])


def _circle(analysis: Analysis, cell, path: list[Edge]) -> Finding:
    names = [path[0].before, *(e.after for e in path)]
    first, *rest = path
    notes = [Note(e.spans[0], f"{e.reason}", f"{e.after} waits for {e.before} ({e.what})") for e in rest]
    document = next((e for e in path if e.kind == "证照"), None)
    line = first.spans[0].position[0]
    if document is not None:
        fix = Fix(f"核对是否真的先要“{document.what}”；这几处去掉一处，环就开了", f"check whether “{document.what}” is needed first; removing one of these opens the circle")
    else:
        fix = Fix(f"删去第 {line} 行的前置；这几处去掉一处，环就开了", f"remove the prerequisite in line {line}; removing one of these opens the circle")
    return finding(
        "OT2103",
        first.spans[0],
        cycle=" → ".join(names),
        label=(first.reason, f"{first.after} waits for {first.before} ({first.what})"),
        notes=notes,
        fix=fix,
        witness=applicant(analysis.bundle, cell.answers),
    )
