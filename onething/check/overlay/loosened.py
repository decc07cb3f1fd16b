"""Where a local version is worse for an applicant than what it adapts: by effect, not by kind of entry.

A matter that may be chosen, a shorter promise is no loosening; a compulsory matter that asks somebody for a document is.
What only follows from another effect – the whole takes longer because one limit does – is left out.
"""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.diff.effect import Effect
from onething.diff.effects import worse_for_applicants
from onething.model.bundle import Bundle, LocalChange
from onething.plan.analysis import Analysis
from onething.plan.decisions import TooManyWays
from onething.plan.situations import TooManySituations
from onething.source import Span


def loosened(analysis: Analysis, code: str, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """A finding of ``code`` for each thing in which the local version is worse by an effect of these kinds."""
    if analysis.parent is None:
        return
    bundle, seen = analysis.bundle, set()
    for effect in _effects(analysis):
        if effect.kind not in kinds or (effect.kind, effect.thing) in seen:
            continue
        seen.add((effect.kind, effect.thing))
        span = cause(effect, bundle)
        fix = Fix(
            f"照标准改；确需如此，在旁边写“# 忽略 {code}：理由”",
            f"follow the standard; if it has to be so, write # 忽略 {code}：reason beside it",
        )
        yield finding(
            code, span, parent=analysis.parent.bundle.identity, thing=effect.thing, old=effect.old, new=effect.new,
            notes=[Note(effect.old_span, f"标准：{effect.old}", f"the standard: {effect.old}")], fix=fix, witness=effect.applicant,
        )  # fmt: skip


def _effects(analysis: Analysis) -> list[Effect]:
    """What is worse here than in the version adapted; worked out once for all codes. Where nothing was changed nothing is
    worse: a place has every e-licence and every source that the places around it have."""
    if "loosened" not in analysis.shared:
        changed = any(c.place == analysis.bundle.place for c in analysis.bundle.changes)
        try:
            analysis.shared["loosened"] = worse_for_applicants(analysis.parent, analysis) if changed else []
        except (TooManySituations, TooManyWays):  # said of the version adapted
            analysis.shared["loosened"] = []
    return analysis.shared["loosened"]


def cause(effect: Effect, bundle: Bundle) -> Span:
    """The line of the local version that causes an effect: where the new value is said, if that is here; else the change
    that is nearest – what was cancelled has no other place –, else its head."""
    here = bundle.span.source
    own = [c for c in bundle.changes if c.place == bundle.place]
    if effect.new_span.source is here and effect.new_span != bundle.span:
        return effect.new_span
    best = max(own, key=lambda c: (_nearness(c, effect), -c.span.start), default=None)
    return best.span if best and _nearness(best, effect) else bundle.span


def _nearness(change: LocalChange, effect: Effect) -> int:
    """How much a change is about the same: its thing, its matter, something that an effect of this kind comes from."""
    names = [name for _, name in change.path]
    words = [word for word, _ in change.path]
    thing = any(n and (n == effect.thing or effect.thing.endswith("的" + n) or n.endswith("的" + effect.thing)) for n in names)
    matter = any(n in effect.matters for n in names)
    return 4 * thing + 2 * matter + (change.how == "取消") * (thing or matter) + (words[-1] in FROM.get(effect.kind, ()))


FROM = {
    "材料": ("材料", "产出", "参与", "适用", "证照"), "填写": ("字段", "参与", "适用"), "时限": ("承诺时限", "法定时限"),
    "总时限": ("总时限", "承诺时限", "前置"), "渠道": ("渠道",), "收费": ("收费",), "跑动": ("跑动", "渠道"),
    "不予办理": ("不予联办", "不予受理"), "不予受理": ("不予受理",), "选项": ("情形",),
}  # fmt: skip
