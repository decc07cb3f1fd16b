"""Partial answers: every completion of the open, unanswered questions is looked at.

What holds in all of them is stated; what holds in some is pending (视结果), with the questions that decide;
blocked only if all block; figures become ranges. Without any answers this is the plan “for everybody”.
"""

from __future__ import annotations

from dataclasses import dataclass

from onething.logic.expression import State, atoms
from onething.model.bundle import Gate
from onething.plan.analysis import Analysis, Cell


@dataclass(frozen=True, slots=True)
class Pending:
    """A matter taken in some completions only, and the open questions that decide."""

    matter: str
    questions: tuple[str, ...]


@dataclass(slots=True)
class Partial:
    """The completions (``cells``, one outcome each) and what they share."""

    analysis: Analysis
    cells: list[Cell]
    open_questions: tuple[str, ...]
    blocked: tuple[Gate, ...]
    perhaps_blocked: tuple[Gate, ...]
    taken: tuple[str, ...]
    pending: tuple[Pending, ...]

    @property
    def settled(self) -> bool:
        """Whether there is one completion only."""
        return len(self.cells) == 1


def partial(analysis: Analysis) -> Partial:
    """What the given answers of an analysis settle, and what they leave open."""
    cells = analysis.cells
    bundle = analysis.bundle
    outcomes = [c.outcome for c in cells]
    answered = set(analysis.given)
    asked = {q for o in outcomes for q in o.answers if q not in answered}
    asked |= {q for o in outcomes for q in o.unanswered}
    in_all = lambda part: all(part(o) for o in outcomes)  # noqa: E731
    taken = tuple(m for m in bundle.matters if outcomes and in_all(lambda o: m in o.taken))
    some = [m for m in bundle.matters if m not in taken and any(m in o.taken for o in outcomes)]
    gates = [g for g in bundle.gates if any(g in o.blocked for o in outcomes)]
    all_block = bool(outcomes) and in_all(lambda o: bool(o.blocked))
    return Partial(
        analysis=analysis,
        cells=cells,
        open_questions=tuple(q for q in bundle.questions if q in asked),
        blocked=tuple(g for g in gates if all_block),
        perhaps_blocked=tuple(g for g in gates if not all_block),
        taken=taken,
        pending=tuple(Pending(m, _deciding(analysis, m, asked)) for m in some),
    )


def _deciding(analysis: Analysis, matter: str, asked: set[str]) -> tuple[str, ...]:
    """The unanswered questions that the matter's being taken looks at, directly or through other matters."""
    found: set[str] = set()
    waiting, seen = [matter], {matter}
    while waiting:
        for atom in atoms(analysis.decisions.taken[waiting.pop()]):
            if not isinstance(atom, State):
                found.add(atom.question)
            elif atom.what == "taken" and atom.matter not in seen:
                seen.add(atom.matter)
                waiting.append(atom.matter)
    return tuple(q for q in analysis.bundle.questions if q in found & asked)
