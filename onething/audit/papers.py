"""Each document of a bundle: who needs it, whether somebody has to hand it in."""

from __future__ import annotations

from dataclasses import dataclass

from onething.logic.expression import Expression, either
from onething.model.bundle import Thing
from onething.model.outcome import LATER, OWN
from onething.plan.analysis import Analysis
from onething.plan.applicant import answer_text, deciding
from onething.plan.decisions import NeedDecision
from onething.source import Span


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that somebody needs. ``needs``: every need of it; ``asking``: those that ask something of somebody;
    ``who``: who hands it in – 人人, or 有的人 with one of them, '' = nobody; ``made_inside``: a matter of the bundle issues it."""

    thing: Thing
    needs: tuple[NeedDecision, ...]
    asking: tuple[NeedDecision, ...]
    who: str
    made_inside: bool

    @property
    def handed_in(self) -> bool:
        return bool(self.who)

    @property
    def span(self) -> Span:
        """Where it is asked for: the first need that asks something, else the first."""
        return (self.asking or self.needs)[0].need.span


def papers(analysis: Analysis) -> list[Paper]:
    """The documents in the author's order, for applicants whom nobody turns away, everything being chosen."""
    people = open_people(analysis)
    hand_in: dict[Thing, Expression] = {}
    for line in analysis.decisions.lines:
        hand_in[line.thing] = either(hand_in.get(line.thing, False), line.hand_in, line.later)
    needs: dict[Thing, dict[int, NeedDecision]] = {}
    for line in analysis.decisions.lines:
        for need in line.needs:
            if analysis.where(need.when) & people:
                needs.setdefault(line.thing, {})[id(need)] = need
    made = []
    for thing, found in needs.items():
        each = tuple(found.values())
        bringing = analysis.where(hand_in[thing]) & people
        asking = tuple(d for d in each if d.how in (OWN, LATER) and not d.need.optional and analysis.where(d.asks) & people)
        made.append(Paper(thing, each, asking, _who(analysis, bringing, people), thing in analysis.bundle.makers))
    return made


def _who(analysis: Analysis, some: int, people: int) -> str:
    """Some of the people in words: 人人, or one of them by the answers that put him there."""
    if not some or some == people:
        return "人人" if some else ""
    others = analysis.space.valid & ~people
    answers = deciding(analysis.space, some | others, analysis.space.witness(some) or {})
    return f"有的人（如{'，'.join(f'{q}为{answer_text(analysis.bundle, q, a)}' for q, a in answers.items())}）"


def open_people(analysis: Analysis) -> int:
    """The situations of those whom no gate of the bundle turns away; all of them if everybody is turned away."""
    turned_away = analysis.where(either(*(g.when for g in analysis.bundle.gates if g.kind != "提示")))
    return analysis.space.valid & ~turned_away or analysis.space.valid
