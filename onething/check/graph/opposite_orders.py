"""OT2102: two matters wait for each other, though never both for one applicant."""

from __future__ import annotations

from typing import Iterator

from onething.check.graph.circle_once_finished import circle_once_finished
from onething.check.graph.finished import edges_once_finished
from onething.check.graph.prerequisites import may_circle, prerequisite_graph, shortest_circle
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def opposite_orders(analysis: Analysis) -> Iterator[Finding]:
    """OT2102: two matters wait for each other, though never both for one applicant."""
    if not may_circle(analysis) or any(c.outcome.circle for c in analysis.cells):
        return
    import networkx as nx

    edges = [e for c in analysis.cells for e in c.outcome.edges]
    if next(circle_once_finished(analysis), None) is None:  # else that is the one mistake
        edges += edges_once_finished(analysis)
    graph = prerequisite_graph(edges)
    for component in sorted(nx.strongly_connected_components(graph), key=sorted):
        if len(component) > 1:
            path = shortest_circle(graph.subgraph(component))
            first, second = graph.edges[path[0], path[1]]["edge"], graph.edges[path[-1], path[0]]["edge"]
            yield finding(
                "OT2102",
                first.spans[0],
                first=f"{first.before} → {first.after}",
                second=f"{second.before} → {second.after}",
                label=(first.reason, f"{first.after} waits for {first.before}"),
                fix=Fix("统一成一个先后，或把其中一个事项按情形写成两个事项", "agree on one order, or split one matter into two by situation"),
                notes=[Note(second.spans[0], second.reason, f"{second.after} waits for {second.before}")],
            )
