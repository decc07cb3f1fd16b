"""A circle of matters that wait for each other, as it is shown: edge by edge, and what would open it."""

from __future__ import annotations

from onething.check.graph.prerequisites import prerequisite_graph, shortest_circle
from onething.diagnostics.removal import removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.outcome import Edge, Outcome
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def rings(outcome: Outcome) -> list[list[Edge]]:
    """The shortest circle of each knot of matters that wait for each other."""
    import networkx as nx  # heavy, and only wanted where something is wrong

    graph = prerequisite_graph([e for e in outcome.edges if {e.before, e.after} <= set(outcome.circle)])
    found = []
    for knot in sorted(nx.strongly_connected_components(graph), key=sorted):
        if len(knot) > 1:
            path = shortest_circle(graph.subgraph(knot))
            found.append([graph.edges[a, b]["edge"] for a, b in zip(path, [*path[1:], path[0]])])
    return found


def shown(code: str, analysis: Analysis, outcome: Outcome, path: list[Edge], **values: str) -> Finding:
    """The finding of one circle: each edge with the line that makes it."""
    first, *rest = [_said(e) for e in path]
    return finding(
        code, first.spans[0], cycle=" → ".join([first.before, *(e.after for e in path)]), **values,
        label=(first.reason, f"{first.after} waits for {first.before} ({first.what})"),
        notes=[Note(e.spans[0], e.reason, f"{e.after} waits for {e.before} ({e.what})") for e in rest],
        fix=_opening(analysis, outcome, path),
        witness=applicant(analysis.bundle, outcome.answers),
    )  # fmt: skip


def _said(edge: Edge) -> Edge:
    """The edge with its reason; a document that may be handed in later opens nothing, and that is said."""
    return edge._replace(reason=f"{edge.reason}（容缺只让受理不等，办结仍要等）") if edge.holds == "办结" else edge


def _opening(analysis: Analysis, outcome: Outcome, path: list[Edge]) -> Fix:
    """What opens a circle: a declared prerequisite, where it alone makes one of the edges, else a document."""
    declared = [e for e in path if all(o.kind == "前置" for o in outcome.edges if (o.before, o.after) == (e.before, e.after))]
    if declared:
        # one without a reason goes first, of several the one that was written last
        said = {p.span for m in analysis.bundle.matters.values() for p in m.prerequisites if p.reason}
        edge = max(declared, key=lambda e: (e.spans[0] not in said, e.spans[0].order()))
        line = edge.spans[0].position[0]
        same = [o.spans[0] for o in outcome.edges if (o.before, o.after) == (edge.before, edge.after)]
        edits = removal(same[0]) if len(same) == 1 else ()
        return Fix(f"删去第 {line} 行的前置“{edge.before}”；这几处去掉一处，环就开了",
                   f"remove the prerequisite {edge.before} in line {line}; removing one of these opens the circle", edits)  # fmt: skip
    document = next((e for e in path if e.kind == "证照"), path[0])
    return Fix(f"核对是否真的先要“{document.what}”；这几处去掉一处，环就开了",
               f"check whether “{document.what}” is needed first; removing one of these opens the circle")  # fmt: skip
