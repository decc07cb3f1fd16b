"""What a bundle says and a matter list cannot: conditions, order, whose a thing is, evidence – each with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

from onething.exchange.reading import APPLICANT
from onething.model.bundle import Bundle, Matter, Need
from onething.source import Span
from onething.vocabulary.phrase import NOT_STATED


@dataclass(frozen=True, slots=True)
class Unsaid:
    """One thing that no column holds. ``matter`` '' = of the bundle."""

    matter: str
    what: str
    text: str
    span: Span


def of_bundle(bundle: Bundle) -> Iterator[Unsaid]:
    """What is said of the whole."""
    span = bundle.span
    handling = {d for m in bundle.matters.values() for case in m.departments for d in (case.value or "").split("、")}
    idle = [d.value for d in (*bundle.cooperating, *bundle.participants) if d.value not in handling]
    for what, value in (
        ("代码", bundle.code), ("沿用", bundle.parent), ("依据", "、".join(b for b in bundle.basis if b != NOT_STATED)), ("不办事项的部门和单位", "、".join(idle)), ("标准", bundle.standard and bundle.standard.value), ("面向", "、".join(bundle.subjects)), ("主题", bundle.theme),
        ("渠道", "、".join(c.value for c in (*bundle.channels, *bundle.enquiry_channels))), ("办理方式", bundle.mode),
        ("总时限", bundle.limit and bundle.limit.value.text()), ("收费", bundle.fee), ("物流", bundle.delivery), ("办理时间", bundle.hours),
        ("咨询", bundle.enquiries), ("申请条件", "；".join(bundle.conditions)), ("备注", bundle.remark),
    ):  # fmt: skip
        if value:
            yield Unsaid("", what, str(value), span)
    yield from _evidence("", "牵头部门", bundle.leads)
    for role in bundle.roles.values():
        if role.name != APPLICANT or role.kinds != (APPLICANT,):
            yield Unsaid("", "角色", role.name, role.span)
    for question in bundle.questions.values():
        yield Unsaid("", "情形", question.name, question.span)
    for parameter in bundle.parameters.values():
        yield Unsaid("", "参数", f"{parameter.name}：{parameter.text}", parameter.span)
    for gate in bundle.gates:
        yield Unsaid("", gate.kind, gate.message, gate.span)
    for claim in bundle.claims:
        yield Unsaid("", "成效", f"{claim.what}：{claim.text}", claim.span)
    for reminder in bundle.reminders:
        yield Unsaid("", "提醒", reminder.name, reminder.span)
    for scenario in bundle.scenarios:
        yield Unsaid("", "场景", scenario.name, scenario.span)


def of_matter(matter: Matter, bundle: Bundle) -> Iterator[Unsaid]:
    """What is said of one matter."""
    name = matter.name
    if matter.applies_span is not None:
        yield Unsaid(name, "适用", matter.applies_span.text, matter.applies_span)
    for each in matter.prerequisites:
        yield Unsaid(name, "前置", each.span.text, each.span)
    for what, cases in (("办理部门", matter.departments), ("法定时限", matter.legal), ("承诺时限", matter.promise), ("跑动", matter.visits), ("收费", matter.fees)):
        for case in cases if len(cases) > 1 else ():
            yield Unsaid(name, f"{what}（随情形不同）", case.span.text, case.span)
        yield from _evidence(name, what, cases)
    for case in matter.forms:
        yield Unsaid(name, "形式", case.span.text, case.span)
    for need in matter.needs:
        yield from _material(name, need, bundle)
    for use in matter.fields:
        if use.when_span is not None:
            yield Unsaid(name, "字段的条件", use.when_span.text, use.when_span)
        if not use.required or use.prefill:
            yield Unsaid(name, "字段的填法", use.span.text + ("（选填）" if not use.required else f"（取自 {use.prefill}）"), use.span)
    for output in matter.outputs:
        if output.thing.kind != "证照":
            yield Unsaid(name, "产出的" + ("状态" if output.thing.kind == "状态" else "号码"), output.span.text, output.span)
        if output.when_span is not None:
            yield Unsaid(name, "产出的条件", output.when_span.text, output.when_span)
        if output.posted:
            yield Unsaid(name, "产出的寄递", output.span.text, output.span)
    yield from _evidence(name, "编码", [code for code in (matter.basic_code, matter.implementing_code) if code is not None])
    yield from _evidence(name, "字段", matter.fields)
    yield from _evidence(name, "产出", matter.outputs)
    yield from _evidence(name, "层级", matter.levels)
    for gate in matter.gates:
        yield Unsaid(name, gate.kind, gate.message, gate.span)
    if matter.on_refusal != "终止后续":
        yield Unsaid(name, "未通过时", matter.on_refusal, matter.span)
    if matter.alone.time is not None:
        yield Unsaid(name, "单办的时限", matter.alone.time.span.text, matter.alone.time.span)
    for need in matter.alone.needs or ():
        yield Unsaid(name, "单办的材料", need.span.text, need.span)


def _material(name: str, need: Need, bundle: Bundle) -> Iterator[Unsaid]:
    if need.when_span is not None:
        yield Unsaid(name, "材料的条件", f"{need.thing.label} 当 {need.when_span.text}", need.when_span)
    if need.group:
        yield Unsaid(name, "任选其一", need.thing.label, need.span)
    if need.thing.owner and bundle.applicants != (need.thing.owner,):
        yield Unsaid(name, "材料是谁的", need.thing.label, need.span)
    for what, said in (("取不到时", need.fallback), ("材料的说明", "；".join(need.notes)), ("补交的期限", need.later and need.later.text())):
        if said:
            yield Unsaid(name, what, f"{need.thing.label}：{said}", need.span)
    yield from _evidence(name, "材料", (need,))


def _evidence(name: str, what: str, facts) -> Iterator[Unsaid]:
    for fact in facts:
        if fact.basis or fact.unverified:
            yield Unsaid(name, f"{what}的出处", f"{fact.span.text}（{'未核' if fact.unverified else '依据 ' + fact.basis}）", fact.span)
