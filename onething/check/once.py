"""一次办: what nobody provides, what is asked although it is there, and fields with two definitions."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis

# What a data element of a type may be asked as in a 情形 of the same name.
SAME_TYPE = {"选项": ("选项", "是否"), "面积": ("面积",), "金额": ("金额",), "整数": ("整数", "月数", "年龄")}


def provided(analysis: Analysis) -> Iterator[Finding]:
    """OT2301, OT2305: a state that nothing brings about; a way of obtaining that the catalogue does not have."""
    b, catalogue = analysis.bundle, analysis.catalogue
    made = {o.thing for m in b.matters.values() for o in m.outputs}
    for m in b.matters.values():
        for p in m.prerequisites:
            if p.state is not None and p.state not in made and p.state.label not in b.questions:
                yield finding(
                    "OT2301", p.span, name=f"{p.state.label} 为 {p.state.value}",
                    reason="没有事项产出它，也没有同名的情形可问", reason_en="no matter brings it about and no situation of that name asks for it",
                    fix=Fix(f"写“情形 {p.state.label} …”，或在某个事项的产出里写“{p.state.label} 变为 {p.state.value}”",
                            f"declare 情形 {p.state.label}, or let a matter's 产出 bring it about"),
                )  # fmt: skip
        for need in m.needs:
            document = catalogue.documents.get(need.thing.name)
            if document is None or need.thing in made:
                continue
            if need.how == "电子证照" and not catalogue.has_e_licence(document.name, b.place):
                yield _absent(need, document, f"{b.place}没有{document.name}的电子证照", f"{b.place} has no e-licence of it")
            elif need.how == "数据共享" and not (document.source and catalogue.is_connected(document.source, b.place)):
                why = _closed(catalogue, document.source, b.place) if document.source else "目录里没有写哪个数据源存有它"
                yield _absent(need, document, why, "no data source that holds it is connected here")
        for use in m.fields:
            if use.prefill and not catalogue.is_connected(use.prefill, b.place):
                source = catalogue.sources[use.prefill]
                yield finding(
                    "OT2305", use.span, name=use.thing.label, how=f"取自 {use.prefill}", reason=_closed(catalogue, use.prefill, b.place),
                    reason_en="it is not connected here", notes=[Note(source.span, "数据源在这里", "the source is here")],
                    fix=Fix("核对数据源的共享和接通，或改由申请人填写", "check the source, or let the applicant fill it in"),
                )  # fmt: skip


def _closed(catalogue, source: str, place: str) -> str:
    """Why a source cannot be used at a place."""
    return f"{source}不予共享" if catalogue.sources[source].sharing == "不予共享" else f"{source}在{place}没有接通"


def _absent(need, document, zh: str, en: str) -> Finding:
    return finding(
        "OT2305", need.span, name=need.thing.label, how=need.how, reason=zh, reason_en=en,
        notes=[Note(document.span, "目录里这样写", "the catalogue says so")],
        fix=Fix("核对目录，或改为自备", "check the catalogue, or let it be brought"),
    )  # fmt: skip


def brought_needlessly(analysis: Analysis) -> Iterator[Finding]:
    """OT2303: 自备 is written although an e-licence or a connected source makes it needless (两个免于提交)."""
    b, catalogue = analysis.bundle, analysis.catalogue
    for m in b.matters.values():
        for need in m.needs:
            document = catalogue.documents.get(need.thing.name)
            if need.how != "自备" or document is None:
                continue
            if catalogue.has_e_licence(document.name, b.place):
                instead = (f"{b.place}已有它的电子证照", f"{b.place} has it as an e-licence")
            elif document.source and catalogue.is_connected(document.source, b.place):
                instead = (f"{document.source}已有其信息", f"{document.source} holds it")
            else:
                continue
            yield finding(
                "OT2303", need.span, name=need.thing.label, instead=instead[0], instead_en=instead[1],
                fix=Fix("删去“自备”，由目录决定", "remove 自备 and let the catalogue decide"),
            )  # fmt: skip


def one_definition(analysis: Analysis) -> Iterator[Finding]:
    """OT2302: a field and the situation that asks for it under the same name are of different kinds."""
    b, catalogue = analysis.bundle, analysis.catalogue
    for thing in dict.fromkeys(f.thing for m in b.matters.values() for f in m.fields):
        question, element = b.questions.get(thing.label), catalogue.elements.get(thing.name)
        if question is None or element is None:
            continue
        differ = question.type not in SAME_TYPE.get(element.type, ())
        if not differ and element.type == "选项" and set(element.options) != set(question.options):
            differ = True
        if differ:
            here, there = _shape(question), _shape(element)
            yield finding(
                "OT2302", question.span, name=thing.label,
                label=(f"情形里是{here}", f"the situation: {here}"),
                notes=[Note(element.span, f"数据元是{there}", f"the data element: {there}")],
                fix=Fix("统一成一个类型和一套选项", "agree on one type and one list of options"),
            )  # fmt: skip


def _shape(of) -> str:
    """A type, with its options if it has some."""
    return f"{of.type}：{'、'.join(of.options)}" if of.options else of.type


def material_or_field(analysis: Analysis) -> Iterator[Finding]:
    """OT2304: one word is asked for both as a document and as a field."""
    b = analysis.bundle
    uses = {f.thing.label: f.span for m in b.matters.values() for f in m.fields}
    seen = set()
    for m in b.matters.values():
        for need in m.needs:
            if need.thing.label in uses and need.thing.label not in seen:
                seen.add(need.thing.label)
                note = Note(uses[need.thing.label], "又写成字段", "and a field here")
                yield finding("OT2304", need.span, name=need.thing.label, notes=[note], fix=Fix("只留一处", "keep one of them"))
