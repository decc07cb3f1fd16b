"""Conditions over a situation, typed: the form that resolve makes and everything else reasons about."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Is:
    """The question is open and answered with one of the options."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """The question is open and its number stands in ``operator`` (``<`` ``<=`` ``>`` ``>=``) to ``number``."""

    question: str
    operator: str
    number: Fraction


@dataclass(frozen=True, slots=True)
class State:
    """Something about a matter that is not an answer: ``chosen``, ``done``, ``doing`` or ``taken``."""

    what: str
    matter: str


@dataclass(frozen=True, slots=True)
class Not:
    part: "Expression"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Expression", ...]


Expression = bool | Is | Measure | State | Not | And | Or


def both(*parts: Expression) -> Expression:
    """All of ``parts``, flattened; constants and repetitions fall out."""
    kept: dict[Expression, None] = {}
    for part in parts:
        if part is False:
            return False
        if part is True:
            continue
        for each in part.parts if isinstance(part, And) else (part,):
            kept[each] = None
    if not kept:
        return True
    return next(iter(kept)) if len(kept) == 1 else And(tuple(kept))


def either(*parts: Expression) -> Expression:
    """Some of ``parts``, flattened; constants, repetitions and absorbed parts (A 或 A 且 B) fall out."""
    kept: dict[Expression, None] = {}
    for part in parts:
        if part is True:
            return True
        if part is False:
            continue
        for each in part.parts if isinstance(part, Or) else (part,):
            kept[each] = None
    if not kept:
        return False
    if len(kept) == 1:
        return next(iter(kept))
    alone = frozenset(kept)
    rest = tuple(e for e in kept if not (isinstance(e, And) and any(p in alone for p in e.parts)))
    return rest[0] if len(rest) == 1 else Or(rest)


def negate(part: Expression) -> Expression:
    """The contrary."""
    if isinstance(part, bool):
        return not part
    return part.part if isinstance(part, Not) else Not(part)


def atoms(expression: Expression) -> Iterator[Is | Measure | State]:
    """The leaves, in reading order."""
    if isinstance(expression, Not):
        yield from atoms(expression.part)
    elif isinstance(expression, (And, Or)):
        for part in expression.parts:
            yield from atoms(part)
    elif not isinstance(expression, bool):
        yield expression


def questions(expressions: Iterable[Expression]) -> set[str]:
    """Names of the questions that some expression looks at."""
    return {a.question for e in expressions for a in atoms(e) if not isinstance(a, State)}


def evaluate(expression: Expression, leaf: Callable[[Is | Measure | State], bool]) -> bool:
    """Truth of an expression, given the truth of its leaves."""
    if isinstance(expression, bool):
        return expression
    if isinstance(expression, Not):
        return not evaluate(expression.part, leaf)
    if isinstance(expression, And):
        return all(evaluate(p, leaf) for p in expression.parts)
    if isinstance(expression, Or):
        return any(evaluate(p, leaf) for p in expression.parts)
    return leaf(expression)


COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def holds(expression: Expression, answers: dict, state: Callable[[State], bool] = lambda s: False) -> bool:
    """Truth of an expression for answers (option texts, numbers; absent = not open or not answered)."""
    if expression is True:  # by far the most frequent condition
        return True

    def leaf(atom: Is | Measure | State) -> bool:
        if isinstance(atom, State):
            return state(atom)
        answer = answers.get(atom.question)
        if answer is None:
            return False
        if isinstance(atom, Is):
            return answer in atom.options
        return COMPARISONS[atom.operator](answer, atom.number)

    return evaluate(expression, leaf)


def as_json(expression: Expression):
    """The published form of a condition; see ``onething.plan.ir``."""
    if isinstance(expression, bool):
        return expression
    if isinstance(expression, Is):
        return ["is", expression.question, sorted(expression.options)]
    if isinstance(expression, Measure):
        number = expression.number
        return ["cmp", expression.question, expression.operator, plain(number)]
    if isinstance(expression, State):
        return [expression.what, expression.matter]
    if isinstance(expression, Not):
        return ["not", as_json(expression.part)]
    return ["and" if isinstance(expression, And) else "or", *map(as_json, expression.parts)]


def plain(number: Fraction) -> int | float:
    """A fraction as a JSON number."""
    return int(number) if number.denominator == 1 else float(number)
