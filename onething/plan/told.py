"""What the answers of a scenario settle."""

from __future__ import annotations

from typing import Callable

from onething.logic.expression import Expression, holds
from onething.model.bundle import Scenario
from onething.model.outcome import Answers
from onething.plan.analysis import Analysis
from onething.plan.situations import space
from onething.semantics import open_answers


def complete(analysis: Analysis, scenario: Scenario) -> Answers | None:
    """The scenario's answers, if no question that decides something is left open."""
    answers, missing = open_answers(analysis.bundle, scenario.answers)
    decisive = {d.question for d in analysis.space.dimensions}
    return None if decisive.intersection(missing) else answers


def always(analysis: Analysis, scenario: Scenario) -> Callable[[Expression], bool]:
    """Whether a condition holds for the scenario's applicant, however open questions are answered."""
    answers = complete(analysis, scenario)
    if answers is not None:
        return lambda condition: holds(condition, answers)
    here = space(analysis.bundle, scenario.answers)
    return lambda condition: here.where(condition) == here.valid
