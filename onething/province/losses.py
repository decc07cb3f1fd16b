"""Which applicants lose a matter against the standard's own bundle, though the matter is still in the local version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator

from onething.diff.gates import gates, matters
from onething.diff.joint import Joint
from onething.plan.situations import TooManySituations

if TYPE_CHECKING:
    from onething.model.bundle import Bundle, Gate
    from onething.plan.analysis import Analysis
    from onething.source import Span


DECIDING = ("参数", "情形", "不予联办", "不予受理", "适用", "参与", "前置", "产出")  # what decides who has a matter


@dataclass(frozen=True, slots=True)
class Loss:
    """A matter that the standard gives ``who`` (those who answer so) and the local version does not; ``matter`` '' = they
    are turned away altogether."""

    matter: str
    who: str
    span: Span


def losses(analysis: Analysis) -> Iterator[Loss]:
    """What some applicants lose against the uppermost version that the bundle adapts. Nothing without one, and nothing
    where there are too many situations to compare."""
    top = analysis.parent
    while top is not None and top.parent is not None:
        top = top.parent
    if top is None or _decides(top.bundle) == _decides(analysis.bundle):
        return
    try:
        joint = Joint(top, analysis)
        found = [e for part in (gates, matters) for e in part(joint) if e.worse]
    except TooManySituations:
        return
    for effect in found:
        matter = effect.matters[0] if effect.matters else ""
        if not matter or matter in analysis.bundle.matters:
            yield Loss(matter, effect.asked, _cause(matter, effect.new_span, analysis.bundle))


def _cause(matter: str, said: Span, bundle: Bundle) -> Span:
    """The line that makes it so: where it is said, if that is a local version; else the change – the lowest first – that
    is about the matter, or about what decides who has it; else the head."""
    changes = bundle.changes[::-1]
    if any(said.source is c.span.source for c in changes):
        return said
    about = [c for c in changes if matter and any(name == matter for _, name in c.path)]
    about += [c for c in changes if any(word in DECIDING for word, _ in c.path)]
    return about[0].span if about else bundle.span


def _decides(bundle: Bundle) -> tuple:
    """All that decides who has which matter. Where it is the same, nobody loses one."""
    matters = [(m.name, m.participation, m.applies, m.prerequisites, m.outputs, _gates(m.gates)) for m in bundle.matters.values()]
    questions = [(q.name, q.type, q.options, q.open) for q in bundle.questions.values()]
    return sorted(m[0] for m in matters), dict((m[0], m) for m in matters), dict((q[0], q) for q in questions), _gates(bundle.gates)


def _gates(gates: tuple[Gate, ...]) -> list:
    return [(g.when, g.message) for g in gates if g.kind != "提示"]
