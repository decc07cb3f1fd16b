"""Before and after: what one applicant's run costs handled singly, and handled as one thing.

Counts follow ``docs/semantics.md`` section 8; the rule is printed beside every figure (``RULE``). A term that
nobody states makes a sum “at least”; it is never taken for nought.
"""

from __future__ import annotations

from dataclasses import dataclass

from onething.logic.expression import holds
from onething.model.bundle import Bundle, Matter, Need
from onething.model.catalogue import Catalogue
from onething.model.outcome import LATER, Outcome
from onething.model.time import Time
from onething.semantics import case_of
from onething.vocabulary.bundle import ONLINE
from onething.vocabulary.matter import WITHOUT_LIMIT

ACCEPTANCE = ("申请", "受理", "收件")
ISSUE = ("领证", "送达")

RULE = (
    "材料：改革前各事项必交材料逐项相加，改革后只计申请人要交的，任选其一计一份，有要填的联办申请表计一份，电子证照和共享数据不计；"
    "时限：改革前各事项相加，改革后按最长路径；环节：改革后受理、出件各计一次，其余逐项计；跑动：按须到场次数计。"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A sum. ``value`` None: nothing of it is stated. ``missing``: the matters whose term is not stated."""

    value: int | None
    missing: tuple[str, ...] = ()

    @property
    def at_least(self) -> bool:
        return bool(self.missing)


@dataclass(frozen=True, slots=True)
class TimeCount:
    time: Time
    missing: tuple[str, ...] = ()

    @property
    def at_least(self) -> bool:
        return bool(self.missing)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a run costs. ``applicant_steps`` is None before: nobody states them."""

    materials: Count
    time: TimeCount
    approval_steps: Count
    visits: Count
    applicant_steps: int | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """One thing saved. ``what``: 材料 时限 环节 跑动 字段."""

    what: str
    name: str
    matter: str
    reason: str


def counted(bundle: Bundle, result: Outcome) -> list[Matter]:
    """The taken matters that existed before: checks and guidance which the bundle invented did not."""
    taken = (bundle.matters[m] for m in result.taken)
    return [m for m in taken if m.kind not in WITHOUT_LIMIT or m.alone.span is not None]


def own_needs(matter: Matter, result: Outcome) -> list[Need]:
    """What the matter alone makes people hand in: its 单办 list, else the present list; one of a group."""
    listed = matter.alone.needs if matter.alone.needs is not None else matter.needs
    kept, groups = [], set()
    for need in listed:
        if need.optional or not holds(need.when, result.answers) or need.group in groups:
            continue
        if need.group:
            groups.add(need.group)
        kept.append(need)
    return kept


def _sum(terms: list[tuple[str, int | None]]) -> Count:
    missing = tuple(name for name, value in terms if value is None)
    stated = [value for _, value in terms if value is not None]
    return Count(sum(stated) if stated or not terms else None, missing)


def before(bundle: Bundle, result: Outcome) -> Costs:
    """The same matters one by one, as their 单办 says; each missing entry falls back on its own."""
    matters = counted(bundle, result)
    time, missing = Time(), []
    for m in matters:
        limit = m.alone.time.value if m.alone.time else None
        if limit is None:
            case = case_of(m.legal, result.answers)
            limit = case.value if case else None
        if limit is None:
            missing.append(m.name)
        else:
            time = time + limit.time
    return Costs(
        materials=Count(sum(len(own_needs(m, result)) for m in matters)),
        time=TimeCount(time, tuple(missing)),
        approval_steps=_sum([(m.name, len(m.alone.steps) if m.alone.steps is not None else None) for m in matters]),
        visits=_sum([(m.name, m.alone.visits.count if m.alone.visits else None) for m in matters]),
    )


def after(bundle: Bundle, catalogue: Catalogue, result: Outcome) -> Costs:
    """The run as one thing."""
    visits = presence(bundle, result)
    return Costs(
        materials=Count(len({line.group or line.thing for line in result.hand_in}) + has_form(result)),
        time=TimeCount(result.limit.time, result.limit.not_stated),
        approval_steps=approval_steps(bundle, result),
        visits=visits,
        applicant_steps=applicant_steps(bundle, catalogue, result, visits),
    )


def has_form(result: Outcome) -> bool:
    """Whether the applicant fills in a form: some field is not prefilled."""
    return any(not f.prefill for f in result.fields)


def approval_steps(bundle: Bundle, result: Outcome) -> Count:
    """One acceptance, one issue, and every other step of every matter."""
    matters = counted(bundle, result)
    if not matters:
        return Count(0)
    other, missing = 0, []
    for m in matters:
        steps = m.steps if m.steps is not None else m.alone.steps
        if steps is None:
            missing.append(m.name)
        else:
            other += sum(s not in ACCEPTANCE and s not in ISSUE for s in steps)
    return Count(2 + other, tuple(missing))


def presence(bundle: Bundle, result: Outcome) -> Count:
    """Visits that are left: visits for the same reason are one. None are needed where a channel without
    presence is declared; else nobody states it."""
    cases = [case_of(bundle.matters[m].visits, result.answers) for m in result.taken]
    stated = [c.value for c in cases if c is not None and c.value is not None]
    reasons = {reason for v in stated for reason in v.reasons}
    unnamed = sum(max(v.count - len(v.reasons), 0) for v in stated)
    if reasons or unnamed or len(stated) == len(cases):
        return Count(len(reasons) + unnamed)
    online = any(c.value in ONLINE for c in bundle.channels)
    return Count(0) if online else Count(None, tuple(result.taken))


def applicant_steps(bundle: Bundle, catalogue: Catalogue, result: Outcome, visits: Count) -> int:
    """Acts of the applicant: submit, supplement, sign, be present, pay, collect."""
    if not result.taken:
        return 0
    fees = (case_of(bundle.matters[m].fees, result.answers) for m in result.taken)
    pays = any(f is not None and f.value not in (None, "无") for f in fees)
    outputs = [o for m in result.taken for o in bundle.matters[m].outputs if holds(o.when, result.answers)]
    collects = any(
        o.thing.kind == "证照" and not o.posted and not catalogue.has_e_licence(o.thing.name, bundle.place) for o in outputs
    )
    supplements = any(line.how == LATER for line in result.hand_in)
    signs = sum("共同签字" in r.kinds for r in bundle.roles.values())
    return 1 + supplements + signs + (visits.value or 0) + pays + collects


def savings(bundle: Bundle, result: Outcome) -> list[Saving]:
    """What is saved for this applicant, and why, one entry for each thing."""
    saved: list[Saving] = []
    lines = {line.thing: line for line in result.lines}
    kept: set = set()
    for m in counted(bundle, result):
        for need in own_needs(m, result):
            line = lines.get(need.thing)
            reason = _why_not_handed(line, m.name, need, kept, result)
            if reason:
                saved.append(Saving("材料", need.thing.label, m.name, reason))
    asked: dict = {}
    for name in result.taken:
        for use in bundle.matters[name].fields:
            if holds(use.when, result.answers):
                asked.setdefault(use.thing, []).append(name)
    shown = {f.thing for f in result.fields}
    for thing, matters in asked.items():
        for name in matters[1:] if thing in shown else matters:
            saved.append(Saving("字段", thing.label, name, "已填过一次" if thing in shown else "事项之间传递或情形已答"))
    for m in counted(bundle, result):
        saved += _time_saved(m, result)
        for step in m.alone.steps or ():
            if m.steps is not None and step not in m.steps and step not in ACCEPTANCE + ISSUE:
                saved.append(Saving("环节", step, m.name, "联办后不再有"))
            elif step in ACCEPTANCE + ISSUE:
                saved.append(Saving("环节", step, m.name, "统一受理" if step in ACCEPTANCE else "统一出件"))
        if m.alone.visits and m.alone.visits.count:
            now = case_of(m.visits, result.answers)
            stated = now.value if now else None
            if (stated.count if stated else presence(bundle, result).value) == 0:
                words = "、".join(m.alone.visits.reasons) or f"{m.alone.visits.count}次"
                saved.append(Saving("跑动", words, m.name, "联办后不用到场"))
    return saved


def _why_not_handed(line, matter: str, need: Need, kept: set, result: Outcome) -> str:
    """Why this need of this matter costs the applicant nothing more; '' if it does."""
    if line is None:
        return "任选其一，已有免交的" if need.group else "联办后不再要求"
    if not line.handed_in:
        how = next((m.how for m in line.met if m.matter == matter), line.how)
        return how if how not in ("自备", LATER) else line.how
    key = line.group or line.thing
    if key in kept:
        return "合并为一份"
    kept.add(key)
    return ""


def _time_saved(m: Matter, result: Outcome) -> list[Saving]:
    alone = m.alone.time.value if m.alone.time else None
    now = case_of(m.promise, result.answers)
    saved = []
    if alone and now and now.value and now.value.time.length < alone.time.length:
        was = alone.time.text() + (f"（{alone.kind}）" if alone.kind else "")
        saved.append(Saving("时限", f"{was}减至{now.value.time.text()}", m.name, "压缩承诺时限"))
    limit = alone or (now.value if now else None)
    if limit and m.name not in result.limit.path and result.limit.path:
        saved.append(Saving("时限", limit.text(), m.name, "并行办理"))
    return saved
