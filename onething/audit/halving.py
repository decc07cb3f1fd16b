"""双减半: materials and promised time at most half of before, judged on the pairs that stand for the bundle."""

from __future__ import annotations

from dataclasses import dataclass

from onething.counting import Count, TimeCount
from onething.plan.analysis import Analysis
from onething.plan.figures import count_text, headline, size, time_text
from onething.source import Span

GOAL = "双减半"
HALVED = (("材料", "materials"), ("时限", "time"))


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two. ``verdict``: 相符 · 不符 · 推不出; ``why``: what stands in the way, '' if it agrees; ``places``: the
    matters that are named in it."""

    what: str
    before: str
    after: str
    verdict: str
    why: str
    places: tuple[tuple[str, Span], ...] = ()


def halving(analysis: Analysis) -> list[Half]:
    """Both halves, each at the applicant with the most before (``plan.figures.headline``)."""
    return [_half(analysis, what, measure) for what, measure in HALVED]


def reached(halves: list[Half]) -> str:
    """The verdict on the goal: one that contradicts decides, then one that cannot be derived."""
    verdicts = [h.verdict for h in halves]
    return next((v for v in ("不符", "推不出") if v in verdicts), "相符")


def _half(analysis: Analysis, what: str, measure: str) -> Half:
    cell = headline(analysis.open_cells, measure)
    if cell is None:
        return Half(what, "未载明", "未载明", "推不出", "没有任何情形")
    before, after = getattr(cell.before, measure), getattr(cell.after, measure)
    verdict, why = _verdict(before, after)
    missing = dict.fromkeys((*before.missing, *after.missing)) if verdict == "推不出" else {}
    named = dict.fromkeys(cell.outcome.limit.path) if verdict == "不符" and measure == "time" else missing
    places = tuple((name, analysis.bundle.matters[name].span) for name in named)
    if verdict == "不符" and measure == "materials":
        places = tuple((line.thing.label, line.met[0].need.span) for line in cell.outcome.hand_in)
    return Half(what, _text(before), _text(after), verdict, why, places)


def _verdict(before: Count | TimeCount, after: Count | TimeCount) -> tuple[str, str]:
    """A sum that is “at least” so much decides only in the direction in which more changes nothing."""
    was, now = size(before), size(after)
    if was is None or now is None or not was and before.at_least:
        return "推不出", "缺改革前的数" if not was else "缺改革后的数"
    if not was:
        return "推不出", "改革前就没有，无所谓减半"
    if now * 2 <= was:
        return ("推不出", "改革后的数不全") if after.at_least else ("相符", "")
    return ("推不出", "改革前的数不全") if before.at_least else ("不符", "多于一半")


def _text(count: Count | TimeCount) -> str:
    """Without the names of what is missing: they stand among the places."""
    if isinstance(count, TimeCount):
        return time_text(count).partition("（未载明：")[0].partition("（")[0] if count.missing else count.time.text()
    return count_text(count)
