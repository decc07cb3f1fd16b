"""The decisions of a bundle as conditions: who takes which matter, brings what, fills in what.

``onething.semantics`` decides for one applicant; this writes the same decisions down for all of them, as
expressions over answers, choice, finished matters and matters in progress. A test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.limits import WAYS
from onething.logic.expression import And, Expression, Is, Not, Or, State, atoms, both, either, negate
from onething.model.bundle import Bundle, FieldUse, Matter, Need, Output, Prerequisite, Thing
from onething.model.catalogue import Catalogue
from onething.model.outcome import LATER, OWN
from onething.semantics import way


class TooManyWays(Exception):
    """Matters depend on each other in so many ways that no condition can say who gets what."""


@dataclass(frozen=True, slots=True)
class NeedDecision:
    """One need of one matter. ``when``: it is needed here and now; ``inside``: a taken matter issues it;
    ``asks``: it asks something of the applicant; ``how``/``reason``: the way when it is not issued inside."""

    matter: str
    need: Need
    when: Expression
    inside: Expression
    issuers: tuple[str, ...]
    asks: Expression
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class LineDecision:
    """One line of the merged set; ``group``: the things of which one is enough."""

    thing: Thing
    group: tuple[Thing, ...]
    hand_in: Expression
    later: Expression
    offered: Expression
    needs: tuple[NeedDecision, ...]


@dataclass(frozen=True, slots=True)
class FieldDecision:
    thing: Thing
    visible: Expression
    required: Expression
    uses: tuple[tuple[str, FieldUse, Expression], ...]


@dataclass(frozen=True, slots=True)
class EdgeDecision:
    """``cause``: the need, field use, prerequisite or limit that makes the edge, and the output that feeds it."""

    before: str
    after: str
    kind: str
    what: str
    holds: str
    when: Expression
    cause: Need | FieldUse | Prerequisite | object
    output: Output | None


@dataclass(slots=True)
class Decisions:
    """All decisions of a bundle, by name, in the author's order."""

    refused: dict[str, Expression] = field(default_factory=dict)
    taken: dict[str, Expression] = field(default_factory=dict)
    taking_order: list[str] = field(default_factory=list)
    edges: list[EdgeDecision] = field(default_factory=list)
    lines: list[LineDecision] = field(default_factory=list)
    fields: list[FieldDecision] = field(default_factory=list)


def decisions(bundle: Bundle, catalogue: Catalogue) -> Decisions:
    """The decisions of a bundle."""
    return _Decider(bundle, catalogue).decide()


def everything_chosen(expression: Expression, taken: dict[str, Expression], memo: dict | None = None) -> Expression:
    """The expression over answers alone when every optional matter is chosen and nothing was begun before."""
    return settled(expression, taken, True, frozenset(), {} if memo is None else memo)


def settled(e: Expression, taken: dict[str, Expression], chosen: bool, finished: frozenset[str], memo: dict) -> Expression:
    """The expression over answers alone when every optional matter is chosen, or none, these matters are finished and
    none is in progress."""
    if isinstance(e, bool):
        return e
    if e in memo:
        return memo[e]
    if isinstance(e, State) and e.what == "taken":
        result = settled(taken[e.matter], taken, chosen, finished, memo)
    elif isinstance(e, State):
        result = chosen if e.what == "chosen" else e.what == "done" and e.matter in finished
    elif isinstance(e, Not):
        result = negate(settled(e.part, taken, chosen, finished, memo))
    elif isinstance(e, (And, Or)):
        result = (both if isinstance(e, And) else either)(*(settled(p, taken, chosen, finished, memo) for p in e.parts))
    else:
        result = e
    memo[e] = result
    return result


def at_most(expression: Expression, taken: dict[str, Expression], memo: dict | None = None) -> Expression:
    """An expression over answers alone that holds wherever this one does for some choice and some matters finished or
    in progress: each mention of a matter's state is read in favour of the whole."""
    return _read(expression, True, taken, {} if memo is None else memo)


def _read(e: Expression, favour: bool, taken: dict[str, Expression], memo: dict) -> Expression:
    if isinstance(e, bool):
        return e
    if (e, favour) in memo:
        return memo[e, favour]
    if isinstance(e, State):
        result = _read(taken[e.matter], favour, taken, memo) if e.what == "taken" else favour
    elif isinstance(e, Not):
        result = negate(_read(e.part, not favour, taken, memo))
    elif isinstance(e, (And, Or)):
        result = (both if isinstance(e, And) else either)(*(_read(p, favour, taken, memo) for p in e.parts))
    else:
        result = e
    memo[e, favour] = result
    return result


class _Decider:
    def __init__(self, bundle: Bundle, catalogue: Catalogue):
        self.bundle = bundle
        self.catalogue = catalogue
        self.made = Decisions()
        self.cut: set[str] = set()  # where a way through a circle was cut
        self.makers = bundle.makers
        self.ways = 0
        refusable = self._refusable()
        self.made.refused = {name: False for name in bundle.matters if name not in refusable}

    def _refusable(self) -> set[str]:
        """The matters that can be refused at all: with a reason of their own, or waiting for one that can be."""
        matters = self.bundle.matters.values()
        found = {m.name for m in matters if any(g.kind != "提示" for g in m.gates) or any(p.state for p in m.prerequisites)}
        while more := {m.name for m in matters if any(p.matter in found for p in m.prerequisites)} - found:
            found |= more
        return found

    def _counted(self, way: Expression) -> Expression:
        """Raises ``TooManyWays`` when all ways written out come to more than the limit."""
        self.ways += 1 + sum(1 for _ in atoms(way))
        if self.ways > WAYS:
            raise TooManyWays
        return way

    def decide(self) -> Decisions:
        for name in self.bundle.matters:
            self.refused(name, ())
        self._taken()
        for m in self.bundle.matters.values():
            self._edges(m)
        self._lines()
        self._fields()
        return self.made

    # who is taken

    def _state_holds(self, p: Prerequisite) -> Expression:
        """Whether the question about a required state says that it holds already."""
        known = p.state.label in self.bundle.questions
        return Is(p.state.label, frozenset([p.state.value])) if known else False

    def _givers(self, thing: Thing, but: str) -> list[tuple[str, Expression]]:
        """The matters that bring a thing about, each with the condition under which it applies and does so."""
        makers = self.makers.get(thing, ())
        return [(m, both(o.when, self.bundle.matters[m].applies)) for m, o in makers if m != but]

    def refused(self, name: str, above: tuple[str, ...]) -> Expression:
        """Whether the matter cannot be accepted. Where matters call for each other in a circle, a refusal needs a
        reason outside it: what was cut there is true of this way through the circle only and not remembered."""
        if name in self.made.refused:
            return self.made.refused[name]
        if name in above:
            self.cut.add(name)
            return False
        m = self.bundle.matters[name]
        reasons: list[Expression] = [g.when for g in m.gates if g.kind != "提示"]
        for p in m.prerequisites:
            if p.state is None:
                other = self.bundle.matters.get(p.matter)
                if other is not None:
                    stuck = both(negate(State("done", p.matter)), self.refused(p.matter, (*above, name)))
                    reasons.append(both(p.when, other.applies, stuck))
            else:
                able = [
                    both(when, either(State("done", g), negate(self.refused(g, (*above, name)))))
                    for g, when in self._givers(p.state, name)
                ]
                reasons.append(both(p.when, negate(self._state_holds(p)), negate(either(*able))))
        result = self._counted(both(m.applies, either(*reasons)))
        self.cut.discard(name)
        if not self.cut:
            self.made.refused[name] = result
        return result

    def _taken(self) -> None:
        pulls = self._pulls()
        ok = {
            m.name: both(m.applies, negate(State("done", m.name)), negate(self.made.refused[m.name]))
            for m in self.bundle.matters.values()
        }

        def wanted(name: str, above: tuple[str, ...]) -> Expression:
            """Chosen, or pulled in; what a matter further on in a circle needs is written out here."""
            if self.bundle.matters[name].participation != "选办":
                return True
            pulled = []
            for puller, when in pulls.get(name, ()):
                if puller in self.made.taken:
                    pulled.append(both(State("taken", puller), when))
                elif puller != name and puller not in above:
                    pulled.append(both(ok[puller], wanted(puller, (*above, name)), when))
            return self._counted(either(State("chosen", name), State("doing", name), *pulled))

        for name in self._before_pulled(pulls):
            self.made.taken[name] = both(ok[name], wanted(name, ()))
            self.made.taking_order.append(name)

    def _pulls(self) -> dict[str, list[tuple[str, Expression]]]:
        """For each matter, those whose declared prerequisites call for it, and when."""
        pulls: dict[str, list[tuple[str, Expression]]] = {}
        for m in self.bundle.matters.values():
            for p in m.prerequisites:
                if p.state is None:
                    pulls.setdefault(p.matter, []).append((m.name, p.when))
                else:
                    givers = self._givers(p.state, m.name)
                    had = either(*(both(State("done", g), when) for g, when in givers))
                    for g, when in givers:
                        pulls.setdefault(g, []).append((m.name, both(p.when, when, negate(self._state_holds(p)), negate(had))))
        return pulls

    def _before_pulled(self, pulls: dict) -> list[str]:
        """Matters with those that pull before those that are pulled; a circle begins where the author begins it."""
        order: dict[str, None] = {}

        def visit(name: str, above: tuple[str, ...]) -> None:
            if name in order or name in above:
                return
            for puller, _ in pulls.get(name, ()):
                visit(puller, (*above, name))
            order[name] = None

        for name in self.bundle.matters:
            visit(name, ())
        return list(order)

    # order, materials, fields

    def _edges(self, m: Matter) -> None:
        add = self.made.edges.append
        here = State("taken", m.name)

        def from_makers(thing: Thing, when: Expression, cause, holds: str) -> None:
            words = f"{thing.label} 为 {thing.value}" if thing.value else thing.label
            for maker, output in self.makers.get(thing, ()):
                if maker != m.name:
                    both_taken = both(State("taken", maker), here, when, output.when)
                    add(EdgeDecision(maker, m.name, thing.kind, words, holds, both_taken, cause, output))

        for need in m.needs:
            from_makers(need.thing, need.when, need, "办结" if need.how == LATER else "受理")
        for use in m.fields:
            from_makers(use.thing, use.when, use, "受理")
        for p in m.prerequisites:
            if p.state is not None:
                from_makers(p.state, p.when, p, "受理")
            elif p.matter in self.bundle.matters:
                add(EdgeDecision(p.matter, m.name, "前置", p.matter, "受理", both(State("taken", p.matter), here, p.when), p, None))
        stated: list[Expression] = []
        for case in (*m.promise, *m.legal):
            if case.value is None:
                continue
            if case.value.since:
                when = both(State("taken", case.value.since), here, case.when, *(negate(s) for s in stated if case in m.legal))
                add(EdgeDecision(case.value.since, m.name, "起算", case.value.point, "起算", when, case, None))
            if case in m.promise:
                stated.append(case.when)

    def _decide_need(self, m: Matter, need: Need) -> NeedDecision:
        when = both(State("taken", m.name), negate(State("doing", m.name)), need.when)
        makers = [(maker, o) for maker, o in self.makers.get(need.thing, ()) if maker != m.name]
        inside = either(*(both(State("taken", maker), o.when) for maker, o in makers))
        how, reason = way(self.bundle, self.catalogue, need)
        asks = both(when, negate(inside)) if how in (OWN, LATER) else False
        return NeedDecision(m.name, need, when, inside, tuple(dict.fromkeys(x for x, _ in makers)), asks, how, reason)

    def _lines(self) -> None:
        single: dict[Thing, list[NeedDecision]] = {}
        groups: dict[tuple[Thing, ...], list[list[NeedDecision]]] = {}
        for m in self.bundle.matters.values():
            alternatives: dict[int, list[NeedDecision]] = {}
            for need in m.needs:
                decided = self._decide_need(m, need)
                if need.group:
                    alternatives.setdefault(need.group, []).append(decided)
                else:
                    single.setdefault(need.thing, []).append(decided)
            for members in alternatives.values():
                groups.setdefault(tuple(d.need.thing for d in members), []).append(members)
        def asks(needs: list[NeedDecision], *hows: str) -> Expression:
            return either(*(d.asks for d in needs if d.how in hows and not d.need.optional))

        # A thing that must be handed in anyway settles a group: the first of its alternatives that is.
        brought = {thing: asks(needs, OWN, LATER) for thing, needs in single.items()}
        joined: dict[Thing, list[tuple[NeedDecision, Expression]]] = {t: [(d, True) for d in needs] for t, needs in single.items()}
        freed: dict[Thing, list[Expression]] = {}
        together: list[tuple[Thing, tuple[Thing, ...], list[tuple[NeedDecision, Expression]]]] = []
        for key, rows in groups.items():
            settled: Expression = False
            wins = []
            for thing in key:
                wins.append(both(brought.get(thing, False), negate(settled)))
                settled = either(settled, brought.get(thing, False))
            open_rows = [negate(either(*map(_free, row))) for row in rows]
            for index, thing in enumerate(key):
                members = [row[index] for row in rows]
                together.append((thing, key, [(d, both(o, negate(settled))) for d, o in zip(members, open_rows)]))
                if thing in single:
                    joined[thing] += [(d, both(o, wins[index])) for d, o in zip(members, open_rows)]
                    freed.setdefault(thing, []).extend(self._first_free(row, index) for row in rows if not row[index].need.optional)
        for thing, needs in joined.items():
            self.made.lines.append(_line(thing, (), needs, tuple(single[thing]), either(*freed.get(thing, ()))))
        for thing, key, needs in together:
            self.made.lines.append(_line(thing, key, needs, tuple(d for d, _ in needs), False))
        order = {t: i for i, t in enumerate(dict.fromkeys(n.thing for m in self.bundle.matters.values() for n in m.needs))}
        self.made.lines.sort(key=lambda line: order[line.thing])

    @staticmethod
    def _first_free(row: list[NeedDecision], index: int) -> Expression:
        """Whether this alternative of a group is the first that asks nothing of the applicant."""
        return both(_free(row[index]), negate(either(*map(_free, row[:index]))))

    def _fields(self) -> None:
        uses: dict[Thing, list[tuple[str, FieldUse, Expression]]] = {}
        for m in self.bundle.matters.values():
            for use in m.fields:
                when = both(State("taken", m.name), negate(State("doing", m.name)), use.when)
                uses.setdefault(use.thing, []).append((m.name, use, when))
        for thing, users in uses.items():
            assigned = either(*(both(State("taken", m), o.when) for m, o in self.makers.get(thing, ())))
            question = self.bundle.questions.get(thing.label)
            unknown = both(negate(assigned), negate(question.open) if question else True)
            visible = both(either(*(when for _, _, when in users)), unknown)
            required = both(either(*(when for _, use, when in users if use.required)), unknown)
            self.made.fields.append(FieldDecision(thing, visible, required, tuple(users)))


def _free(d: NeedDecision) -> Expression:
    """Whether the need asks nothing of the applicant."""
    return both(d.when, d.inside) if d.how in (OWN, LATER) else d.when


def _line(
    thing: Thing,
    group: tuple[Thing, ...],
    needs: list[tuple[NeedDecision, Expression]],
    shown: tuple[NeedDecision, ...],
    insisted: Expression,
) -> LineDecision:
    """A line from its needs, each with the further condition under which it counts here; ``insisted``: when
    something else insists on the document."""

    def asking(how: str, optional: bool) -> Expression:
        return either(*(both(d.asks, counts) for d, counts in needs if d.how == how and d.need.optional == optional))

    hand_in = asking(OWN, False)
    later = both(asking(LATER, False), negate(hand_in))
    insisted = either(insisted, *(both(d.when, counts) for d, counts in needs if not d.need.optional))
    offered = both(either(asking(OWN, True), asking(LATER, True)), negate(insisted))
    return LineDecision(thing, group, hand_in, later, offered, shown)
