"""What becomes possible for applicants who have finished some matters before.

What is finished refuses nothing any more, so more can be accepted. Finishing all that an order is not about therefore
shows whether anybody meets it; as few as will do are then kept, to be shown.
"""

from __future__ import annotations

from typing import Callable, Iterable, Iterator

from onething.logic.expression import Expression
from onething.model.outcome import Edge, Outcome
from onething.plan.analysis import Analysis, Run
from onething.plan.decisions import settled


def met(
    analysis: Analysis, about: Iterable[str], condition: Expression, shows: Callable[[Outcome], object]
) -> tuple[Outcome, str] | None:
    """Somebody for whom a condition about these matters holds, as what happens to him ``shows``, and the matters that he
    has finished, in words; None if there is nobody."""
    taken = analysis.decisions.taken
    finished = frozenset(taken) - frozenset(about)
    answers = analysis.space.witness(analysis.space.where(settled(condition, taken, True, finished, {})))
    if answers is None:
        return None

    def outcome(done: frozenset[str]) -> Outcome:
        return Run(analysis.bundle, analysis.catalogue, frozenset(taken), done, frozenset()).outcome(answers)

    for name in sorted(finished):
        if shows(outcome(finished - {name})):
            finished -= {name}
    return outcome(finished), "、".join(m for m in taken if m in finished)


def edges_once_finished(analysis: Analysis) -> Iterator[Edge]:
    """The edges that somebody meets only once something is finished; their reasons say what."""
    seen = {(e.before, e.after) for c in analysis.cells for e in c.outcome.edges if e.kind != "起算"}
    for e in analysis.possible_edges:
        arc = (e.before, e.after)
        if e.kind == "起算" or arc in seen:
            continue
        found = met(analysis, arc, e.when, lambda o, arc=arc: any((x.before, x.after) == arc for x in o.edges if x.kind != "起算"))
        if found is not None:
            seen.add(arc)
            edge = next(x for x in found[0].edges if (x.before, x.after) == arc and x.kind != "起算")
            yield edge._replace(reason=f"已办 {found[1]} 的人：{edge.reason}")
