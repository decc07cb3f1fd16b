"""OT2302: a field and the situation that asks for it under the same name are of different kinds."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis

# What a data element of a type may be asked as in a 情形 of the same name.
SAME_TYPE = {"选项": ("选项", "是否"), "面积": ("面积",), "金额": ("金额",), "整数": ("整数", "月数", "年龄")}


def two_definitions(analysis: Analysis) -> Iterator[Finding]:
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
                label=(f"情形里是{here}", f"the situation: “{here}”"),
                notes=[Note(element.span, f"数据元是{there}", f"the data element: “{there}”")],
                fix=Fix("统一成一个类型和一套选项", "agree on one type and one list of options"),
            )  # fmt: skip


def _shape(of) -> str:
    """A type, with its options if it has some."""
    return f"{of.type}：{'、'.join(of.options)}" if of.options else of.type
