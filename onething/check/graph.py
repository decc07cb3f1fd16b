"""前置关系: circles, orders that contradict each other, prerequisites that do not apply."""

from __future__ import annotations

from typing import Iterator

import networkx as nx

from onething.plan.applicant import applicant
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both, negate
from onething.model.outcome import Edge
from onething.plan.analysis import Analysis


def prerequisite_graph(edges: list[Edge]) -> nx.DiGraph:
    """The prerequisite graph of some edges; each arc carries the edge (and so the lines) that made it."""
    graph = nx.DiGraph()
    for edge in sorted(edges, key=lambda e: (e.before, e.after, e.kind)):
        if edge.kind != "起算" and not graph.has_edge(edge.before, edge.after):
            graph.add_edge(edge.before, edge.after, edge=edge)
    return graph


def possible_graph(analysis: Analysis) -> nx.DiGraph:
    """All edges that hold for some applicant, together."""
    graph = nx.DiGraph()
    graph.add_edges_from((e.before, e.after) for e in analysis.possible_edges if e.kind != "起算")
    return graph


def circles(analysis: Analysis) -> Iterator[Finding]:
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
            path = _shortest_circle(graph.subgraph(component))
            yield _circle(analysis, cell, [graph.edges[a, b]["edge"] for a, b in zip(path, [*path[1:], path[0]])])


def _shortest_circle(graph: nx.DiGraph) -> list[str]:
    """The shortest circle; among equals the first by name."""
    best: list[str] | None = None
    for a, b in sorted(graph.edges):
        path = nx.shortest_path(graph, b, a) if nx.has_path(graph, b, a) else None
        if path and (best is None or len(path) < len(best)):
            best = path
    assert best is not None
    return best


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


def opposite_orders(analysis: Analysis) -> Iterator[Finding]:
    """OT2102: two matters wait for each other, though never both for one applicant."""
    if nx.is_directed_acyclic_graph(possible_graph(analysis)) or any(c.outcome.circle for c in analysis.cells):
        return
    graph = prerequisite_graph([e for c in analysis.cells for e in c.outcome.edges])
    for component in sorted(nx.strongly_connected_components(graph), key=sorted):
        if len(component) > 1:
            path = _shortest_circle(graph.subgraph(component))
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


def prerequisite_applies(analysis: Analysis) -> Iterator[Finding]:
    """OT2101: a declared prerequisite does not apply to somebody whom its dependant applies to."""
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            other = analysis.bundle.matters.get(p.matter)
            if p.state is not None or other is None:
                continue
            lost = analysis.where(both(m.applies, p.when, negate(other.applies)))
            if lost:
                yield finding(
                    "OT2101",
                    p.span,
                    matter=m.name,
                    before=other.name,
                    label=("在下面的情形中会落空", "drops out in the situation below"),
                    notes=[Note(other.applies_span, f"{other.name} 只在这时适用", f"{other.name} applies only here")] if other.applies_span else [],
                    fix=Fix(f"在这一行末尾写“当 …”，与 {other.name} 的适用一致", f"close the line with 当 …, as {other.name} applies"),
                    witness=applicant(analysis.bundle, analysis.space.witness(lost)),
                )
