"""The one order of steps that holds for all situations: the union of the edges, reduced.

A step is a matter, or – where an edge holds only the end of a matter – its handling or its finishing: such a
matter is cut in two, the edge enters the second part, and what waits for the matter waits for the second part.
"""

from __future__ import annotations

from dataclasses import dataclass

from onething.emit.conditions import simplify
from onething.plan.ir import BundleIR, Edge

END = "_end"


@dataclass(frozen=True, slots=True)
class Step:
    """A matter, or with ``finishing`` the second part of one that is cut in two."""

    id: str
    matter: str
    finishing: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """``steps`` in the author's order; ``before`` and ``after``: the transitive reduction; ``cycle``: matters
    whose orders in different situations are opposite (then there is no reduction)."""

    steps: list[Step]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    reach: dict[str, set[str]]
    cycle: list[str]
    order: list[str]


def ordering(ir: BundleIR) -> list[Edge]:
    """The edges that order something: not those that only start a clock, not those that never hold."""
    known = {m.name for m in ir.matters}
    return [
        e for e in ir.edges
        if e.kind != "起算" and simplify(e.when) is not False and e.before in known and e.after in known
        and e.before != e.after
    ]


def cut(ir: BundleIR) -> set[str]:
    """Matters that are cut in two."""
    return {e.after for e in ordering(ir) if e.holds == "办结"}


def last(matter: str, cut_in_two: set[str]) -> str:
    return matter + END if matter in cut_in_two else matter


def union(ir: BundleIR, ids: dict[str, str]) -> Graph:
    """The graph of ``ir``; ``ids`` gives each matter its ASCII word."""
    two = cut(ir)
    steps: list[Step] = []
    succ: dict[str, set[str]] = {}
    for m in ir.matters:
        steps.append(Step(ids[m.name], m.name))
        succ[ids[m.name]] = set()
        if m.name in two:
            steps.append(Step(ids[m.name] + END, m.name, True))
            succ[ids[m.name]].add(ids[m.name] + END)
            succ[ids[m.name] + END] = set()
    for e in ordering(ir):
        target = ids[e.after] + END if e.holds == "办结" else ids[e.after]
        succ[last(ids[e.before], {ids[name] for name in two})].add(target)
    order, cycle = _order([s.id for s in steps], succ)
    if cycle:
        names = {s.id: s.matter for s in steps}
        return Graph(steps, {}, {}, {}, list(dict.fromkeys(names[i] for i in cycle)), [])
    reach: dict[str, set[str]] = {}
    after: dict[str, list[str]] = {}
    for node in reversed(order):
        far = set().union(*(reach[n] for n in succ[node])) if succ[node] else set()
        after[node] = [n for n in order if n in succ[node] and n not in far]
        reach[node] = far | succ[node]
    before = {n: [p for p in order if n in after[p]] for n in order}
    return Graph(steps, before, after, reach, [], order)


def _order(nodes: list[str], succ: dict[str, set[str]]) -> tuple[list[str], list[str]]:
    """A topological order that keeps the given one where it can, and the nodes left over on cycles."""
    waiting = {n: sum(n in succ[p] for p in nodes) for n in nodes}
    order: list[str] = []
    left = list(nodes)
    while left:
        free = next((n for n in left if not waiting[n]), None)
        if free is None:
            return order, _cycle(left, succ)
        left.remove(free)
        order.append(free)
        for n in succ[free]:
            waiting[n] -= 1
    return order, []


def _cycle(left: list[str], succ: dict[str, set[str]]) -> list[str]:
    """One cycle among the nodes of which each waits for another one of them."""
    path = [left[0]]
    while True:
        node = next(p for p in left if path[-1] in succ[p])
        if node in path:
            return list(reversed(path[path.index(node):]))
        path.append(node)
