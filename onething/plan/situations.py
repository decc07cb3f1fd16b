"""The space of situations of one bundle: which answers tell applicants apart.

Only questions that some condition looks at span the space; options that no condition tells apart are one
value (the first stands for all), numbers are cut at the constants they are compared with.
"""

from __future__ import annotations

from fractions import Fraction

from onething.limits import SITUATIONS
from onething.logic.expression import Expression, Is, Measure, State, atoms
from onething.logic.space import CLOSED, Dimension, Space, number_values
from onething.model.bundle import Bundle, Question
from onething.semantics import guard_order
from onething.vocabulary.situation import WHOLE


class TooManySituations(Exception):
    """The space is larger than the limit; ``count`` says how large."""

    def __init__(self, count: int):
        super().__init__(count)
        self.count = count


def conditions(bundle: Bundle) -> list[Expression]:
    """Every condition of the bundle, guards included."""
    found: list[Expression] = [q.open for q in bundle.questions.values()]
    found += [g.when for g in bundle.gates]
    for m in bundle.matters.values():
        found.append(m.applies)
        for things in (m.departments, m.forms, m.legal, m.promise, m.visits, m.fees, m.prerequisites, m.needs, m.fields, m.outputs, m.gates):
            found += [t.when for t in things]
        found += [n.when for n in m.alone.needs or ()]
        for p in m.prerequisites:
            if p.state is not None and p.state.label in bundle.questions:
                found.append(Is(p.state.label, frozenset([p.state.value])))
    return [e for e in found if not isinstance(e, bool)]


def dimensions(bundle: Bundle, given: dict[str, str | Fraction] | None = None) -> list[Dimension]:
    """One dimension for each question that decides something; a given answer is its only value."""
    given = given or {}
    looked: dict[str, list] = {}
    for expression in conditions(bundle):
        for atom in atoms(expression):
            if not isinstance(atom, State):
                looked.setdefault(atom.question, []).append(atom)
    made = []
    for name in guard_order(bundle):
        question = bundle.questions[name]
        if name in given:
            values: tuple = (given[name],)
        elif name in looked:
            values = _values(question, looked[name])
        else:
            continue
        if question.open is not True:
            values = (*values, CLOSED)
        made.append(Dimension(name, values, question.open))
    return made


def _values(question: Question, looked: list[Is | Measure]) -> tuple:
    if question.options:
        classes: dict[tuple, str] = {}
        for option in question.options:
            key = tuple(option in a.options for a in looked if isinstance(a, Is))
            classes.setdefault(key, option)
        return tuple(classes.values())
    return number_values([a.number for a in looked if isinstance(a, Measure)], question.type in WHOLE)


def space(bundle: Bundle, given: dict[str, str | Fraction] | None = None) -> Space:
    """The space of a bundle. Raises ``TooManySituations`` above the limit."""
    made = dimensions(bundle, given)
    size = 1
    for dimension in made:
        size *= len(dimension.values)
    if size > SITUATIONS:
        raise TooManySituations(size)
    return Space(made)
