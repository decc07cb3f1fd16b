"""What a new version of a bundle – or a local one beside the standard – means, for whom.

Everything about applicants is decided over all of them at once (``joint.py``), and agrees with the reference meaning.
"""

from __future__ import annotations

from typing import Callable, Iterator

from onething.diff.burdens import WHOLE, channels, fees, limits, total, visits
from onething.diff.effect import UNKNOWN, Effect
from onething.diff.filling import conditions, filling, questions
from onething.diff.gates import gates, matters, results
from onething.diff.joint import Joint
from onething.diff.materials import materials
from onething.diff.standing import statistics, systems, window
from onething.plan.analysis import Analysis
from onething.plan.situations import TooManySituations

FOR_APPLICANTS: tuple[Callable[[Joint], Iterator[Effect]], ...] = (
    gates, matters, results, materials, filling, limits, total, fees, visits, channels, questions, conditions,
)  # fmt: skip
FOR_OTHERS: tuple[Callable[[Joint], Iterator[Effect]], ...] = (window, systems, statistics)


def effects(old: Analysis, new: Analysis) -> list[Effect]:
    """All effects of going from one bundle to the other, in the order of whom they touch. Both bundles are free of errors;
    what spans too many situations is an effect 未能比较."""
    return _found(Joint(old, new), FOR_APPLICANTS + FOR_OTHERS)


def worse_for_applicants(old: Analysis, new: Analysis) -> list[Effect]:
    """What is worse for some applicant, without what only follows."""
    return without_following([e for e in _found(Joint(old, new, only_worse=True), FOR_APPLICANTS) if e.worse])


def without_following(found: list[Effect]) -> list[Effect]:
    """If one limit is longer, so is the whole: that need not be said again."""
    longer = any(e.kind == "时限" and e.worse for e in found)
    return [e for e in found if not (longer and e.worse and e.kind == "总时限" and e.thing == WHOLE)]


def _found(joint: Joint, parts) -> list[Effect]:
    found: list[Effect] = []
    for part in parts:
        try:
            found += part(joint)
        except TooManySituations:
            found.append(Effect(UNKNOWN, None, NAMES[part], "", "情形太多", joint.old.bundle.span, joint.new.bundle.span))
    return sorted(found, key=Effect.order)


NAMES = {
    gates: "不予办理", matters: "事项", results: "产出", materials: "材料", filling: "填写", limits: "时限", total: "总时限",
    fees: "收费", visits: "跑动",
}  # fmt: skip
