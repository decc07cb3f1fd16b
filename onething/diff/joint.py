"""Applicants of two bundles at once: every question of both, and which optional matters are chosen.

Conditions of either bundle are written over these joint applicants: a comparison also says that its question is open
there, the state of a matter is written out as what decides it. So a set of situations can be compared across the two.
Only the questions that a condition looks at span a space, hence most spaces are tiny.

Chosen is nothing, or one optional matter, or every one – of those that both bundles have and would both accept: who
chooses what only one of them offers is not comparable. Nothing was finished or begun before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from onething.limits import COMPARED, SITUATIONS
from onething.logic.expression import And, Expression, Is, Measure, Not, Or, State, atoms, both, either, holds, negate
from onething.logic.space import Dimension, Space, number_values
from onething.model.bundle import Gate, Matter, Question, Thing
from onething.model.outcome import Answers, Outcome
from onething.plan.analysis import Analysis
from onething.plan.applicant import answer_text, deciding
from onething.plan.situations import TooManySituations
from onething.semantics import open_answers, outcome, refusals
from onething.vocabulary.situation import WHOLE

T = TypeVar("T")
CHOICE, EVERY, NOTHING = "\0选办", "\0全选", "\0不选"  # no name of an author begins so


@dataclass(frozen=True, slots=True)
class Hit:
    """One applicant of a set: all answers over both bundles, and what is chosen (``NOTHING`` also where that does not
    matter); ``said``: the answers that suffice, if one is not turned away."""

    answers: Answers
    key: str
    said: Answers


class Side:
    """One of the two bundles, seen from the joint applicants. ``matter_names``: own name → joint name."""

    def __init__(self, analysis: Analysis, apart: frozenset[str], mark: str, matter_names: dict[str, str]):
        self.analysis = analysis
        self.bundle = analysis.bundle
        self.catalogue = analysis.catalogue
        self.apart, self.mark, self.matter_names = apart, mark, matter_names
        self.matters: dict[str, Matter] = {matter_names.get(n, n): m for n, m in self.bundle.matters.items()}
        self.chosen: dict[str, Expression] = {}  # when an optional matter is chosen; filled in by Joint
        self._memo: dict[Expression, Expression] = {}
        self._outcomes: dict[tuple, Outcome] = {}

    def question(self, name: str) -> str:
        """The joint name of a question."""
        return name + self.mark if name in self.apart else name

    def over(self, e: Expression) -> Expression:
        """A condition of this bundle over the joint applicants."""
        if isinstance(e, bool):
            return e
        if e not in self._memo:
            self._memo[e] = self._over(e)
        return self._memo[e]

    def _over(self, e: Expression) -> Expression:
        if isinstance(e, Not):
            return negate(self.over(e.part))
        if isinstance(e, And):
            return both(*map(self.over, e.parts))
        if isinstance(e, Or):
            return either(*map(self.over, e.parts))
        if isinstance(e, State):
            if e.what == "taken":
                return self.over(self.analysis.decisions.taken[e.matter])
            return self.chosen.get(self.matter_names.get(e.matter, e.matter), False) if e.what == "chosen" else False
        asked = self.bundle.questions[e.question]
        own = Is(self.question(e.question), e.options) if isinstance(e, Is) else Measure(self.question(e.question), e.operator, e.number)
        return both(self.over(asked.open), own)

    def taken(self, name: str) -> Expression:
        """Who takes the matter with this joint name; nobody if there is none."""
        m = self.matters.get(name)
        return self.over(State("taken", m.name)) if m else False

    def accepted(self, name: str) -> Expression:
        """Who would have it if he chose it: it applies and is not refused."""
        m = self.matters.get(name)
        return both(self.over(m.applies), negate(self.refused(name))) if m else False

    def refused(self, name: str) -> Expression:
        m = self.matters.get(name)
        return self.over(self.analysis.decisions.refused[m.name]) if m else False

    @cached_property
    def gates(self) -> list[Gate]:
        """What turns people away from the whole bundle."""
        return [g for g in self.bundle.gates if g.kind != "提示"]

    @cached_property
    def turned_away(self) -> Expression:
        return either(*(self.over(g.when) for g in self.gates))

    def own(self, hit: Hit) -> Answers:
        """The joint applicant's answers to this bundle's questions."""
        given = {q: hit.answers[self.question(q)] for q in self.bundle.questions if self.question(q) in hit.answers}
        return open_answers(self.bundle, given)[0]

    def outcome(self, hit: Hit, choice: frozenset[str]) -> Outcome:
        """What happens to the joint applicant here; ``choice`` by joint names."""
        answers = self.own(hit)
        key = (tuple(answers.items()), choice)
        if key not in self._outcomes:
            named = frozenset(m.name for n, m in self.matters.items() if n in choice)
            self._outcomes[key] = outcome(self.bundle, self.catalogue, answers, named)
        return self._outcomes[key]


class Joint:
    """Two bundles over their joint applicants."""

    def __init__(self, old: Analysis, new: Analysis, only_worse: bool = False):
        self.only_worse = only_worse
        self.renamed, self.merged = renamed(old, new)
        names = {n for n, q in old.bundle.questions.items() if n in new.bundle.questions and not alike(q, new.bundle.questions[n])}
        self.apart = frozenset(names)  # same name, but the answers cannot be compared
        self.old = Side(old, self.apart, "（原）", self.renamed)
        self.new = Side(new, self.apart, "", {})
        for name in self.old.matters.keys() & self.new.matters.keys():
            if "选办" in (self.old.matters[name].participation, self.new.matters[name].participation):
                able = both(Is(CHOICE, frozenset([EVERY, name])), self.old.accepted(name), self.new.accepted(name))
                self.old.chosen[name] = self.new.chosen[name] = able
        for side in (self.old, self.new):  # what was written while nobody could choose is forgotten
            side._memo.clear()

    def ways(self, worse: T, better: T) -> list[tuple[bool, T, T]]:
        """Both directions of a comparison: what is looked at for the worse, against the other; and the contrary."""
        there = [(True, worse, better), (False, better, worse)]
        return there[:1] if self.only_worse else there

    @cached_property
    def open(self) -> Expression:
        """Whom neither bundle turns away; everybody, if there is no such person."""
        either_way = both(negate(self.old.turned_away), negate(self.new.turned_away))
        return either_way if self._space([either_way]).where(either_way) else True

    def more(self, here: Expression, there: Expression, among: Expression | None = None) -> Hit | None:
        """An applicant of ``among`` (default: whom nobody turns away) of whom ``here`` holds and ``there`` does not."""
        if here is False or there is True or here == there:
            return None
        return self.hit(both(here, negate(there)), among)

    def hit(self, condition: Expression, among: Expression | None = None) -> Hit | None:
        """The first applicant of whom a condition holds. Raises ``TooManySituations``."""
        meant = both(condition, self.open if among is None else among)
        if meant is False:
            return None
        space = self._space([meant])
        return self._applicant(space, space.where(meant), among is None)

    def each(self, conditions: list[Expression], among: Expression = True) -> list[Hit]:
        """One applicant for each kind of them that these conditions tell apart, of those whom nobody turns away. Raises
        ``TooManySituations``."""
        meant = both(among, self.open)
        space = self._space([meant, *conditions])
        inside = space.where(meant)
        cells = space.cells([inside, *(space.where(c) for c in dict.fromkeys(conditions) if not isinstance(c, bool))])
        cells = [cell for cell in cells if cell & inside]
        if len(cells) > COMPARED:
            raise TooManySituations(len(cells))
        return [self._applicant(space, cell) for cell in cells]

    def choice(self, hit: Hit) -> frozenset[str]:
        """The optional matters that this applicant chooses, by joint names."""
        names = self.old.chosen if hit.key == EVERY else (hit.key,) if hit.key in self.old.chosen else ()
        old, new = self.old.own(hit), self.new.own(hit)
        return frozenset(n for n in names if _accepts(self.old, n, old) and _accepts(self.new, n, new))

    def said(self, hit: Hit) -> tuple[tuple[str, str], ...]:
        """The answers that suffice, in words."""
        return tuple((q.removesuffix(self.old.mark), self._words(q, a)) for q, a in hit.said.items())

    def chosen(self, hit: Hit) -> tuple[str, ...]:
        """The optional matters that had to be chosen for it, in the author's order."""
        choice = self.choice(hit)
        return tuple(n for n in self.new.matters if n in choice)

    def _words(self, question: str, answer) -> str:
        own = question.removesuffix(self.old.mark)
        side = self.new if question == own and own in self.new.bundle.questions else self.old
        return answer_text(side.bundle, own, answer)

    # the joint space

    def _asked(self, name: str) -> tuple[Question, tuple[str, ...]]:
        """A question by its joint name, and the options that can be compared."""
        if name.endswith(self.old.mark) and name.removesuffix(self.old.mark) in self.apart:
            question = self.old.bundle.questions[name.removesuffix(self.old.mark)]
            return question, question.options
        question = self.new.bundle.questions.get(name) or self.old.bundle.questions[name]
        other = self.old.bundle.questions.get(name)
        if other is None or name in self.apart:
            return question, question.options
        return question, tuple(o for o in question.options if o in other.options)

    def _space(self, conditions: list[Expression]) -> Space:
        looked: dict[str, dict] = {}
        for condition in conditions:
            for atom in atoms(condition):
                looked.setdefault(atom.question, {})[atom] = None
        made, size = [], 1
        for name, seen in looked.items():
            if name == CHOICE:
                named = dict.fromkeys(n for n in self.new.matters if any(n in a.options for a in seen))
                values: tuple = (NOTHING, *named, EVERY)
            else:
                question, options = self._asked(name)
                values = _values(question, options, seen)
            made.append(Dimension(name, values, True))
            size *= len(values)
        if size > SITUATIONS:
            raise TooManySituations(size)
        return Space(made)

    def _applicant(self, space: Space, situations: int, open_only: bool = True) -> Hit | None:
        """The first applicant of a set. Which answers suffice is asked of those whom nobody turns away."""
        found = space.witness(situations)
        if found is None:
            return None
        turned_away = space.valid ^ space.where(self.open) if open_only else 0
        said = deciding(space, situations | turned_away, found)
        key = said.pop(CHOICE, NOTHING)
        answers = {n: found[n] if n in found else self._any(n) for n in self._joint_names}
        return Hit(answers, key, {n: said[n] for n in self._joint_names if n in said})

    @cached_property
    def _joint_names(self) -> tuple[str, ...]:
        """All questions, the new bundle's first."""
        return tuple(dict.fromkeys([*self.new.bundle.questions, *map(self.old.question, self.old.bundle.questions)]))

    def _any(self, name: str):
        question, options = self._asked(name)
        return options[0] if question.options else number_values([], question.type in WHOLE)[0]


def _accepts(side: Side, name: str, answers: Answers) -> bool:
    m = side.matters[name]
    return holds(m.applies, answers) and m.name not in refusals(side.bundle, answers, frozenset())


def _values(question: Question, options: tuple[str, ...], seen: dict) -> tuple:
    """The values that these comparisons tell apart."""
    if question.options:
        classes: dict[tuple, str] = {}
        for option in options:
            classes.setdefault(tuple(option in a.options for a in seen), option)
        return tuple(classes.values())
    return number_values([a.number for a in seen], question.type in WHOLE)


def alike(old: Question, new: Question) -> bool:
    """Whether answers to the one can be held against answers to the other."""
    if old.options or new.options:
        return any(o in new.options for o in old.options)
    return (old.type, old.unit) == (new.type, new.unit)


def renamed(old: Analysis, new: Analysis) -> tuple[dict[str, str], dict[str, str]]:
    """Matters of the old bundle that have another name in the new one, as its aliases say; and those that became part of
    one which has taken another's place already."""
    gone = [m for m in old.bundle.matters.values() if m.name not in new.bundle.matters]
    fresh = [m for m in new.bundle.matters.values() if m.name not in old.bundle.matters]
    found: dict[str, str] = {}
    merged: dict[str, str] = {}
    for m in gone:
        same = [n.name for n in fresh if m.name in n.aliases or n.name in m.aliases]
        if len(same) == 1:
            (merged if same[0] in found.values() else found)[m.name] = same[0]
    return found, merged


def same_thing(thing: Thing, new: Analysis) -> Thing:
    """A thing of the old bundle by the name that the new catalogue has for it."""
    kind = {"证照": "document", "字段": "element"}.get(thing.kind)
    name = kind and new.catalogue.canonical(kind, thing.name)
    return thing if not name or name == thing.name else Thing(thing.kind, name, thing.owner, thing.value, thing.label)
