"""A bundle analysed over all its situations: the exact space, the decisions, one outcome per kind of applicant.

Applicants whom no condition of the bundle tells apart form a *cell*; the reference meaning is asked once per
cell. Everything that is optional is taken as chosen: more matters only lengthen paths and add materials, so
the extremes are found there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from onething.counting import Costs, after, before
from onething.logic.expression import Expression, either
from onething.logic.space import Space
from onething.model.bundle import Bundle
from onething.model.catalogue import Catalogue
from onething.model.outcome import Answers, Outcome
from onething.plan.decisions import Decisions, EdgeDecision, at_most, decisions, everything_chosen
from onething.plan.situations import conditions, space
from onething.semantics import outcome
from onething.source import Span


@dataclass(frozen=True, slots=True)
class Run:
    """What is given beside the answers: the bundle, and what is chosen, finished and in progress."""

    bundle: Bundle
    catalogue: Catalogue
    choice: frozenset[str]
    finished: frozenset[str]
    in_progress: frozenset[str]

    def outcome(self, answers: Answers) -> Outcome:
        """The reference meaning for one applicant."""
        return outcome(self.bundle, self.catalogue, answers, self.choice, self.finished, self.in_progress)


@dataclass
class Cell:
    """Some situations that no condition tells apart: their set, one applicant of them, what happens to them.

    It knows the run, not the analysis: without a circle of references a bundle is freed as soon as it is done.
    """

    run: Run = field(repr=False)
    situations: int
    answers: Answers

    @cached_property
    def outcome(self) -> Outcome:
        return self.run.outcome(self.answers)

    @cached_property
    def before(self) -> Costs:
        return before(self.run.bundle, self.outcome)

    @cached_property
    def after(self) -> Costs:
        return after(self.run.bundle, self.run.catalogue, self.outcome)


@dataclass
class Analysis:
    """A bundle over all its situations. ``given`` fixes some answers. Raises ``TooManySituations``.

    ``parent``: of a local version (地区的沿用), the analysis of what it adapts, in its effective form."""

    bundle: Bundle
    catalogue: Catalogue
    given: Answers = field(default_factory=dict)
    choice: frozenset[str] | None = None  # None = everything
    finished: frozenset[str] = frozenset()
    in_progress: frozenset[str] = frozenset()
    parent: Analysis | None = field(default=None, repr=False)
    verdicts: dict[Span, tuple[str, str, str]] = field(default_factory=dict, repr=False)  # of claims, once judged
    shared: dict[str, object] = field(default_factory=dict, repr=False)  # what several rules look at, worked out once
    _memo: dict = field(default_factory=dict, repr=False)
    _at_most: dict = field(default_factory=dict, repr=False)

    @cached_property
    def run(self) -> Run:
        choice = frozenset(self.bundle.matters) if self.choice is None else self.choice
        return Run(self.bundle, self.catalogue, choice, self.finished, self.in_progress)

    @cached_property
    def space(self) -> Space:
        return space(self.bundle, self.given)

    @cached_property
    def decisions(self) -> Decisions:
        return decisions(self.bundle, self.catalogue)

    def where(self, condition: Expression) -> int:
        """The situations in which a condition holds, everything being chosen and nothing begun."""
        return self.space.where(everything_chosen(condition, self.decisions.taken, self._memo))

    def possible(self, condition: Expression) -> bool:
        """Whether a condition can hold for some choice, some finished matters and some in progress. A matter that is
        mentioned twice counts as two, so in rare cases more is possible here than there is."""
        return bool(self.space.where(at_most(condition, self.decisions.taken, self._at_most)))

    @cached_property
    def cells(self) -> list[Cell]:
        """One cell for each kind of applicant."""
        sets = [self.space.where(c) for c in dict.fromkeys(conditions(self.bundle))]
        return [Cell(self.run, situations, self.space.witness(situations)) for situations in self.space.cells(sets)]

    @cached_property
    def open_cells(self) -> list[Cell]:
        """The cells whose applicants no gate of the bundle turns away; all cells if every one is turned away."""
        turned_away = self.space.where(either(*(g.when for g in self.bundle.gates if g.kind != "提示")))
        return [c for c in self.cells if not c.situations & turned_away] or self.cells

    @cached_property
    def possible_edges(self) -> list[EdgeDecision]:
        """The edges that can hold for some applicant, whatever was chosen, finished or begun before."""
        return [e for e in self.decisions.edges if self.possible(e.when)]
