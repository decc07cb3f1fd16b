"""Which situations and which edges of a bundle its scenarios cover."""

from __future__ import annotations

from dataclasses import dataclass

from onething.plan.applicant import applicant
from onething.logic.expression import holds
from onething.model.outcome import Answers
from onething.plan.partial import Partial
from onething.plan.analysis import Analysis
from onething.plan.situations import conditions


@dataclass(slots=True)
class Coverage:
    """Kinds of applicants and edges seen by scenarios, of all there are; and those that none sees."""

    situations: int
    situations_seen: int
    edges: int
    edges_seen: int
    unseen_situations: list[tuple[tuple[str, str], ...]]
    unseen_edges: list[tuple[str, str]]


def coverage(base: Analysis, results: list[Partial]) -> Coverage:
    """Coverage of a bundle by the results of its scenarios. Situations that no condition tells apart count once."""
    told_apart = list(dict.fromkeys(conditions(base.bundle)))

    def kind(answers: Answers) -> tuple[bool, ...]:
        return tuple(holds(c, answers) for c in told_apart)

    seen = {kind(c.outcome.answers) for r in results for c in r.cells}
    all_edges = {(e.before, e.after): None for c in base.cells for e in c.outcome.edges if e.kind != "起算"}
    seen_edges = {(e.before, e.after) for r in results for c in r.cells for e in c.outcome.edges}
    unseen = [c for c in base.cells if kind(c.outcome.answers) not in seen]
    return Coverage(
        situations=len(base.cells),
        situations_seen=len(base.cells) - len(unseen),
        edges=len(all_edges),
        edges_seen=sum(e in seen_edges for e in all_edges),
        unseen_situations=[applicant(base.bundle, c.answers) for c in unseen],
        unseen_edges=[e for e in all_edges if e not in seen_edges],
    )
