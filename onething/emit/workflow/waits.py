"""Extra waits: where one shape for all situations makes a matter wait although no edge of the situation says so.

Parallel gateways let a matter wait for everything that the union of the orders puts before it: also through a matter
that is skipped, or over an edge that does not hold in the situation. The situations are enumerated over what the
conditions around a pair of matters mention, so the answer is exact for that pair; or they are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onething.emit.conditions import Frame, State, evaluate, walk
from onething.emit.workflow.graph import END, Graph, ordering, union
from onething.emit.workflow.rows import Rows
from onething.plan.ir import BundleIR, Condition, Edge, ExtraWait, Question


def extra_waits(ir: BundleIR, states: Iterable[State] | None = None) -> list[ExtraWait]:
    """Every pair (before, after) for which there is a situation with an extra wait, in the author's order; nothing
    if the orders are opposite (there is no workflow then)."""
    order = _Order(ir)
    if order.graph.cycle:
        return []
    found: dict[tuple[str, str], ExtraWait] = {}
    if states is not None:
        for state in states:
            for wait in order.extra(state, order.pairs):
                found.setdefault((wait.before, wait.after), wait)
    else:
        for pair in order.pairs:
            wait = order.first(pair)
            if wait is not None:
                found[pair] = wait
    return [found[pair] for pair in order.pairs if pair in found]


class _Order:
    """The union of the orders, and what of it holds in a situation."""

    def __init__(self, ir: BundleIR) -> None:
        self._ir = ir
        self._frame = Frame.of(ir)
        self.graph: Graph = union(ir, {m.name: m.name for m in ir.matters})
        self._edges = ordering(ir)
        reach = self.graph.reach
        names = [m.name for m in ir.matters]
        self.pairs = [
            (b, a) for b in names for a in names
            if b != a and reach and (a in reach[self._last(b)] or self._last(a) in reach[self._last(b)])
        ]

    def _last(self, matter: str) -> str:
        return matter + END if matter + END in self.graph.reach else matter

    def extra(self, state: State, pairs: Iterable[tuple[str, str]]) -> Iterator[ExtraWait]:
        """The pairs of which the later matter waits without need in ``state``."""
        holds = self._holding(state)
        for before, after in pairs:
            if not (state.is_taken(before) and state.is_taken(after)):
                continue
            reached = _reached(self._last(before), holds)
            for point in dict.fromkeys((after, self._last(after))):
                if point in self.graph.reach[self._last(before)] and point not in reached:
                    yield ExtraWait(before=before, after=after, through=self._through(before, point, state))
                    break

    def first(self, pair: tuple[str, str]) -> ExtraWait | None:
        """The extra wait of a pair in the first situation that has one: all situations at once, as sets of rows."""
        before, after = pair
        start = self._last(before)
        inside = self._inside(pair)
        edges = [e for e in self._edges if e.before in inside and e.after in inside]
        atoms = self._atoms([["taken", m] for m in sorted(inside)], edges)
        rows = Rows(self._frame, atoms, [self._values(atom) for atom in atoms])
        both = rows.where(["taken", before]) & rows.where(["taken", after])
        if not both:
            return None
        holding: dict[str, list[tuple[str, int]]] = {}
        for e in edges:
            target = e.after if e.holds == "受理" else self._last(e.after)
            holding.setdefault(self._last(e.before), []).append((target, rows.where(e.when)))
        for step in self.graph.steps:
            if step.finishing and step.matter in inside:
                holding.setdefault(step.matter, []).append((step.id, rows.where(["taken", step.matter])))
        reached = rows.spread(start, holding)
        for point in dict.fromkeys((after, self._last(after))):
            extra = both & ~reached.get(point, 0) if point in self.graph.reach[start] else 0
            if extra:
                return next(self.extra(rows.state(extra), [pair]))
        return None

    def _inside(self, pair: tuple[str, str]) -> set[str]:
        """The two matters and those between them in the union of the orders."""
        before, after = self._last(pair[0]), self._last(pair[1])
        reach = self.graph.reach
        between = {s.matter for s in self.graph.steps if s.id in reach[before] and (s.id == after or after in reach[s.id])}
        return between | set(pair)

    def _holding(self, state: State) -> dict[str, list[str]]:
        succ: dict[str, list[str]] = {}
        for e in self._edges:
            if evaluate(e.when, state):
                target = e.after if e.holds == "受理" else self._last(e.after)
                succ.setdefault(self._last(e.before), []).append(target)
        for step in self.graph.steps:
            if step.finishing and state.is_taken(step.matter):
                succ.setdefault(step.matter, []).append(step.id)
        return succ

    def _through(self, before: str, point: str, state: State) -> list[str]:
        """The skipped matters on one way from ``before`` to ``point``, along the shown order."""
        reach, way, node = self.graph.reach, [], self._last(before)
        matters = {s.id: s.matter for s in self.graph.steps}
        while node != point:
            node = next(n for n in self.graph.after[node] if n == point or point in reach[n])
            way.append(matters[node])
        return [m for m in dict.fromkeys(way[:-1]) if not state.is_taken(m)]

    def _atoms(self, conditions: list[Condition], edges: list[Edge]) -> list[tuple[str, str]]:
        """The questions, choices and states that decide, in order of mention."""
        waiting: list[Condition] = [*conditions, *(e.when for e in edges)]
        atoms: dict[tuple[str, str], None] = {}
        seen: set[tuple[str, str]] = set()
        while waiting:
            for part in walk(waiting.pop(0)):
                if isinstance(part, bool) or part[0] in ("and", "or", "not"):
                    continue
                head = "question" if part[0] in ("is", "cmp") else part[0]
                key = (head, part[1])
                if key in seen:
                    continue
                seen.add(key)
                if head == "taken":
                    waiting.append(self._frame.taken.get(part[1], False))
                else:
                    atoms[key] = None
                    if head == "question":
                        waiting.append(self._frame.opens.get(part[1], False))
        return list(atoms)

    def _values(self, atom: tuple[str, str]) -> list[Any]:
        if atom[0] != "question":
            return [False, True]
        question = next(q for q in self._ir.questions if q.name == atom[1])
        return answers_to(question)


def answers_to(question: Question) -> list[Any]:
    """One answer of each kind: the options, or a number at, below and above each cut."""
    if question.options:
        return [o.name for o in question.options]
    if question.type == "是否":
        return ["是", "否"]
    cuts = sorted(set(question.cuts))
    if not cuts:
        return [0]
    middle = [n for a, b in zip(cuts, cuts[1:], strict=False) for n in (a, (a + b) / 2)]
    return [cuts[0] - 1, *middle, cuts[-1], cuts[-1] + 1]


def _reached(start: str, succ: dict[str, list[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(succ.get(start, []))
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(succ.get(node, []))
    return seen
