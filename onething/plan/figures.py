"""Headline figures: pairs before and after per situation, the pair at the maximum of before, and the claims."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Iterator

from onething.counting import Count, TimeCount, savings
from onething.model.bundle import Bundle, Claim
from onething.model.time import NATURAL_DAY, Time, number_text
from onething.plan.analysis import Analysis, Cell

if TYPE_CHECKING:
    from onething.plan.ir import Figure, Figures, Saved  # heavy, and only wanted where something is published

MEASURES = ("materials", "time", "approval_steps", "visits")
OF_CLAIM = {"材料": "materials", "时限": "time", "环节": "approval_steps", "跑动": "visits"}


def size(count: Count | TimeCount) -> Fraction | None:
    """The comparable size of a figure; None = not stated at all."""
    if isinstance(count, TimeCount):
        return count.time.length
    return None if count.value is None else Fraction(count.value)


def headline(cells: list[Cell], measure: str) -> Cell | None:
    """The cell whose pair stands for the bundle: the maximum of before, ties by the larger after, then by what is not
    stated, so that the order of a file decides nothing that is printed."""

    def key(cell: Cell):
        pair = getattr(cell.before, measure), getattr(cell.after, measure)
        sizes = [size(count) for count in pair]
        missing = [(len(count.missing), sorted(count.missing)) for count in pair]
        return [Fraction(-1) if s is None else s for s in sizes], missing

    return max(cells, key=key, default=None)


def figures(cells: list[Cell], side: str) -> Figures:
    """The figures of one side (``before`` or ``after``) with their ranges over all cells."""
    from onething.plan.ir import Figure, Figures

    made = {m: _figure(cells, side, m) for m in MEASURES}
    steps = [c.after.applicant_steps for c in cells if c.after.applicant_steps is not None] if side == "after" else []
    if steps:
        made["applicant_steps"] = Figure(value=max(steps), low=min(steps), high=max(steps))
    return Figures(**made)


def _figure(cells: list[Cell], side: str, measure: str) -> Figure:
    from onething.plan.ir import Figure

    chosen = headline(cells, measure)
    if chosen is None:
        return Figure(value=None)
    count = getattr(getattr(chosen, side), measure)
    sizes = [s for s in (size(getattr(getattr(c, side), measure)) for c in cells) if s is not None]
    common = {"at_least": count.at_least, "not_stated": list(count.missing)}
    if isinstance(count, TimeCount):
        scale = lambda s: float(s / 56)  # noqa: E731 - ranges of time are comparable only in working days
        text = time_text(count)
        if count.missing and not count.time.length:
            return Figure(value=None, text=text, **common)
        return Figure(value=scale(count.time.length), low=scale(min(sizes)), high=scale(max(sizes)), text=text, **common)
    if count.value is None:
        return Figure(value=None, **common)
    return Figure(value=count.value, low=float(min(sizes)), high=float(max(sizes)), text=count_text(count), **common)


def time_text(count: TimeCount) -> str:
    """``5个工作日``, or ``至少5个工作日（未载明：…）``; nothing but silence is 未载明."""
    if not count.missing:
        return count.time.text()
    if not count.time.length:
        return "未载明（" + "、".join(count.missing) + "）"
    return f"至少{count.time.text()}（未载明：{'、'.join(count.missing)}）"


def count_text(count: Count) -> str:
    """A count as people read it."""
    if count.value is None:
        return "未载明"
    return f"至少{count.value}" if count.missing else str(count.value)


def saved(bundle: Bundle, cells: list[Cell]) -> list[Saved]:
    """What the bundle saves for the applicant of the headline number of materials."""
    from onething.plan.ir import Saved

    cell = headline(cells, "materials")
    if cell is None:
        return []
    return [Saved(what=s.what, name=s.name, matter=s.matter, reason=s.reason) for s in savings(bundle, cell.outcome)]


# --- claims --------------------------------------------------------------------------------------


def judged(analysis: Analysis) -> Iterator[tuple[Claim, str, str, str]]:
    """Every claim with its verdict and computed figure, in Chinese and in English; judged once for an analysis."""
    for claim in analysis.bundle.claims:
        if claim.span not in analysis.verdicts:
            analysis.verdicts[claim.span] = _judge(claim, analysis)
        yield claim, *analysis.verdicts[claim.span]


def judge(claim: Claim, analysis: Analysis) -> tuple[str, str]:
    """Verdict and computed figure of a claim: 相符 · 不符 · 推不出 · 仅为实测, judged at the claim's decimals."""
    return _judge(claim, analysis)[:2]


def _judge(claim: Claim, analysis: Analysis) -> tuple[str, str, str]:
    if claim.measured:
        return "仅为实测", "实测值，规格推不出", "measured, not derived"
    cell = headline(analysis.open_cells, OF_CLAIM[claim.what])
    if cell is None:
        return "推不出", "没有任何情形", "there is no situation at all"
    parts, english, verdicts = [], [], []
    for side, number, unit in (("before", claim.before, claim.before_unit), ("after", claim.after, claim.after_unit)):
        if number is None:
            continue
        verdict, text, words = _side(getattr(getattr(cell, side), OF_CLAIM[claim.what]), number, unit)
        verdicts.append(verdict)
        parts.append(("改革前" if side == "before" else "改革后") + text)
        english.append(f"{side} {words}")
    computed = "；".join(parts), "; ".join(english)
    if not verdicts:
        return "推不出", "两边都未载明", "neither side is stated"
    for verdict in ("不符", "推不出"):
        if verdict in verdicts:
            return verdict, *computed
    return "相符", *computed


def _side(count: Count | TimeCount, claimed: Fraction, unit: str) -> tuple[str, str, str]:
    if count.missing:
        lower = size(count)
        over = isinstance(count, Count) and lower is not None and lower > claimed
        known, known_en = (_words(count, unit), _english(count, unit)) if lower else ("未载明", "not stated")
        missing = "、".join(count.missing)
        return ("不符" if over else "推不出"), f"{known}，缺 {missing}", f"{known_en}, missing “{missing}”"
    if isinstance(count, TimeCount):
        number = _in_unit(count.time, unit)
        if number is None:
            return "推不出", f"{count.time.text()}，单位不同", f"{_english(count, unit)}, in another unit"
    else:
        number = Fraction(count.value or 0)
    decimals = len(number_text(claimed).partition(".")[2])
    same = round(number, decimals) == round(claimed, decimals)
    return ("相符" if same else "不符"), _words(count, unit), _english(count, unit)


def _words(count: Count | TimeCount, unit: str) -> str:
    return count.time.text() if isinstance(count, TimeCount) else count_text(count) + unit


ENGLISH = {"份": " documents", "个": " steps", "次": " visits"}


def _english(count: Count | TimeCount, unit: str) -> str:
    """The same figure in English."""
    if isinstance(count, TimeCount):
        t = count.time
        parts = ((t.working_days, "working days"), (t.natural_days, "natural days"), (t.hours, "hours"), (t.days, "days"))
        return " + ".join(f"{number_text(n)} {word}" for n, word in parts if n) or "at once"
    if count.value is None:
        return "not stated"
    return ("at least " if count.missing else "") + str(count.value) + ENGLISH.get(unit, "")


def _in_unit(time: Time, unit: str) -> Fraction | None:
    """The time in the claim's unit, if all of it is in that unit."""
    kinds = {"工作日": "working_days", "自然日": "natural_days", "小时": "hours", "天": "days"}
    field = kinds.get(unit)
    if field is None:
        return None
    rest = [k for k in kinds.values() if k != field and getattr(time, k)]
    return None if rest else getattr(time, field)


__all__ = ["NATURAL_DAY", "count_text", "figures", "headline", "judge", "judged", "saved", "size", "time_text"]
