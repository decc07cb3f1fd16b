"""What somebody is worse off by against the standard's own bundle: lost matters, and all that is asked beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator

from onething.diff.effects import worse_for_applicants
from onething.plan.decisions import TooManyWays
from onething.plan.situations import TooManySituations

if TYPE_CHECKING:
    from onething.diff.effect import Effect
    from onething.model.bundle import Bundle, LocalChange
    from onething.plan.analysis import Analysis
    from onething.source import Span

LOST = ("不予办理", "不予受理", "事项")  # who meets one of these has not the whole bundle
AMOUNTS = ("材料要求", "时限", "总时限", "收费", "跑动")  # what was and what is are said
DECIDING = ("参数", "情形", "不予联办", "不予受理", "适用", "参与", "前置", "产出")  # what decides who has a matter


@dataclass(frozen=True, slots=True)
class Worse:
    """``what``: of a lost matter its name, '' = the whole bundle; else what has got worse, in words (新增材料 结婚证).
    ``who``: the answers of those concerned; ``span``: the line of the local version that makes it so."""

    lost: bool
    what: str
    who: str
    span: Span


def worse(analysis: Analysis) -> Iterator[Worse]:
    """What is worse than in the uppermost version that the bundle adapts; nothing without one. A matter that is
    cancelled for everybody is not said here."""
    bundle = analysis.bundle
    for effect in _effects(analysis):
        matter = effect.matters[0] if effect.matters else ""
        lost = effect.kind in LOST
        if lost and matter and matter not in bundle.matters:
            continue
        amounts = f"（{effect.old} → {effect.new}）" if effect.kind in AMOUNTS else ""
        what = matter if lost else f"{effect.name[0]} {effect.thing}".strip() + amounts
        yield Worse(lost, what, effect.asked, _cause(effect, bundle))


def _effects(analysis: Analysis) -> list[Effect]:
    """Worked out once for a version and all that adapt it as it is."""
    changes = analysis.bundle.changes
    if analysis.parent is None or not changes:
        return []
    own = [c for c in changes if c.place == analysis.bundle.place]
    if not own:
        return _effects(analysis.parent)
    if "worse" not in analysis.shared:
        top = analysis.parent
        while top.parent is not None:
            top = top.parent
        known = analysis.shared.get("loosened") if len(own) == len(changes) else None  # the rule has asked the same
        try:
            analysis.shared["worse"] = worse_for_applicants(top, analysis) if known is None else known
        except (TooManySituations, TooManyWays):  # said by a rule
            analysis.shared["worse"] = []
    return analysis.shared["worse"]


def _cause(effect: Effect, bundle: Bundle) -> Span:
    """The line that makes it so: where it is said, if that is a local version; else the change – the lowest first – that
    is about the thing, the matter, or what decides who has it; else the head."""
    changes = bundle.changes[::-1]
    if any(effect.new_span.source is c.span.source for c in changes):
        return effect.new_span
    return next((c.span for about in _NEAR for c in changes if about(c, effect)), bundle.span)


def _names(change: LocalChange, names: tuple[str, ...]) -> bool:
    return any(name and (name in names or any(n.endswith(f"的{name}") for n in names)) for _, name in change.path)


_NEAR = (
    lambda change, effect: _names(change, (effect.thing,)),
    lambda change, effect: _names(change, effect.matters),
    lambda change, effect: any(word in DECIDING for word, _ in change.path),
)
