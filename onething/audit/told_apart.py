"""The answers to a question that the conditions of a bundle tell apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Iterable

from onething.logic.expression import COMPARISONS, Is, Measure, State, atoms
from onething.model.bundle import Question
from onething.plan.analysis import Analysis
from onething.plan.situations import conditions

Pattern = tuple[bool, ...]  # of an answer: which comparisons with its question hold


def comparisons(analysis: Analysis) -> dict[str, list[Is | Measure]]:
    """Every comparison with an answer, by question, each once."""
    found: dict[str, dict] = {}
    for condition in conditions(analysis.bundle):
        for atom in atoms(condition):
            if not isinstance(atom, State):
                found.setdefault(atom.question, {})[atom] = None
    return {question: list(made) for question, made in found.items()}


def pattern(answer: str | Fraction, looked: list[Is | Measure]) -> Pattern:
    """What the comparisons say of one answer."""
    return tuple(answer in a.options if isinstance(a, Is) else COMPARISONS[a.operator](answer, a.number) for a in looked)


def groups(answers: Iterable[str | Fraction], looked: list[Is | Measure]) -> dict[Pattern, list[str | Fraction]]:
    """Answers that no comparison tells apart stand together."""
    found: dict[Pattern, list] = {}
    for answer in answers:
        found.setdefault(pattern(answer, looked), []).append(answer)
    return found


def answers(analysis: Analysis, question: Question) -> list[str | Fraction]:
    """The options; of a number one in each stretch, and each number that it is compared with."""
    if question.options:
        return list(question.options)
    dimension = next(d for d in analysis.space.dimensions if d.question == question.name)
    return [value for value in dimension.values if value is not None]
