"""The prerequisite graph, and the circle shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onething.model.outcome import Edge
from onething.plan.analysis import Analysis

if TYPE_CHECKING:
    import networkx as nx  # heavy, and only wanted where something is wrong


def prerequisite_graph(edges: list[Edge]) -> nx.DiGraph:
    """The prerequisite graph of some edges; each arc carries the edge (and so the lines) that made it."""
    import networkx as nx

    graph = nx.DiGraph()
    for edge in sorted(edges, key=lambda e: (e.before, e.after, e.kind)):
        if edge.kind != "起算" and not graph.has_edge(edge.before, edge.after):
            graph.add_edge(edge.before, edge.after, edge=edge)
    return graph


def possible_graph(analysis: Analysis) -> nx.DiGraph:
    """All edges that hold for some applicant, together."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_edges_from((e.before, e.after) for e in analysis.possible_edges if e.kind != "起算")
    return graph


def may_circle(analysis: Analysis) -> bool:
    """Whether all edges together make a circle: if not, there is none for anybody, and nothing more is looked at."""
    before: dict[str, set[str]] = {}
    for e in analysis.possible_edges:
        if e.kind != "起算":
            before.setdefault(e.after, set()).add(e.before)
    while before:
        waiting = {after: names & before.keys() for after, names in before.items() if names & before.keys()}
        if len(waiting) == len(before):
            return True
        before = waiting
    return False


def shortest_circle(graph: nx.DiGraph) -> list[str]:
    """The shortest circle; among equals the first by name."""
    import networkx as nx

    best: list[str] | None = None
    for a, b in sorted(graph.edges):
        path = nx.shortest_path(graph, b, a) if nx.has_path(graph, b, a) else None
        if path and (best is None or len(path) < len(best)):
            best = path
    assert best is not None
    return best
