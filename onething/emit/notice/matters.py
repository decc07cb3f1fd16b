"""办理事项: each matter with its department, limits, result and fee, numbered only when there are several."""

from __future__ import annotations

from onething.emit.notice.content import (
    NOT_STATED,
    Cell,
    Fact,
    MatterSheet,
    Said,
    Section,
    chinese_number,
)
from onething.emit.notice.phrases import close_up
from onething.emit.notice.voice import Voice
from onething.plan.ir import Matter

PARTICIPATION = {"必办": "必办", "选办": "自愿选办", "自动": "自动办理，无需申请"}
REFUSAL = {
    "终止联办": "整件事终止办理",
    "终止后续": "依赖本事项结果的后续事项不再办理，其余照办",
    "其他照办": "其余事项照常办理",
    "转单独办理": "转为单独办理，其余事项照常办理",
}


def matters(voice: Voice) -> Section:
    """相关事项."""
    several = len(voice.ir.matters) > 1
    sheets = [
        sheet(voice, m, f"（{chinese_number(n)}）" if several else "") for n, m in enumerate(voice.ir.matters, 1)
    ]
    return Section("matters", "办理事项", list(sheets))


def sheet(voice: Voice, m: Matter, number: str) -> MatterSheet:
    """One matter. What it cannot have (a check has no limit) is left out; what nobody stated is 未载明."""
    facts = [
        Fact("办理部门", voice.cases(m.departments, m.applies)),
        Fact("受理层级", voice.named(m.levels)),
        Fact("参与方式", (Said(PARTICIPATION[m.participation]),)),
        Fact("适用情形", (Said(voice.when(m.applies) or "所有申请人"),)),
    ]
    if m.kind:
        facts.append(Fact("事项种类", (Said(m.kind),)))
    if m.forms:
        facts.append(Fact("办理类型", voice.cases(m.forms, m.applies)))
    if m.conditions:
        facts.append(Fact("申请条件", tuple(Said(text) for text in m.conditions)))
    if not m.limit_free:
        facts += [Fact("法定时限", voice.limits(m.legal, m.applies)), Fact("承诺时限", voice.limits(m.promise, m.applies))]
    if m.visits:
        facts.append(Fact("到场办理", voice.cases(m.visits, m.applies)))
    facts.append(Fact("办理结果", results(voice, m)))
    facts.append(Fact("收费", voice.cases(m.fees, m.applies)))
    facts.append(Fact("未通过时", (Said(REFUSAL.get(m.on_refusal, m.on_refusal)),)))
    if m.basis:
        refs = tuple(voice.ref(document) for document in m.basis)
        facts.append(Fact("办理依据", (Said("、".join(m.basis), refs),)))
    facts += [Fact(name, (Said(code),)) for name, code in (("基本编码", m.basic_code), ("实施编码", m.implementing_code)) if code]
    if m.remark:
        facts.append(Fact("备注", (Said(m.remark),)))
    if m.place.unverified:
        voice.doubts = True
    return MatterSheet(number, m.name, m.participation, facts, f"matter-{m.id}", m.place, m.place.unverified)


def results(voice: Voice, m: Matter) -> Cell:
    """What the applicant receives or what changes."""
    lines = tuple(
        voice.said(close_up(o.name) + ("（可寄递）" if o.posted else "") + ("（记录的信息）" if o.kind == "字段" else ""), o.place)
        for o in m.outputs
    )
    return lines or (Said(NOT_STATED, quiet=True),)
