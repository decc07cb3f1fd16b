"""表单精简度: is there one form, with nothing on it that is known, asked elsewhere, or not needed?"""

from __future__ import annotations

from typing import Iterator

from onething.audit.item import Item
from onething.audit.measure import Degree, Measure
from onething.audit.papers import open_people, papers
from onething.logic.expression import either
from onething.plan.analysis import Analysis
from onething.plan.decisions import FieldDecision
from onething.semantics import prefill_source

APPLICATION_FORMS = ("申请书", "申请表", "登记表", "审批表", "备案表")  # how papers end that the one form replaces


def filled_in(analysis: Analysis) -> Iterator[Item]:
    """Every use of a field by a matter. Whoever has to type a field types it once, whichever of his matters comes first: one use of
    it is lost, and no more."""
    people = open_people(analysis)
    for field in analysis.decisions.fields:
        typed = analysis.where(field.visible) & ~_prefilled(analysis, field)
        for _, use, when in field.uses:
            here = analysis.where(when) & people
            if here:
                lost = "要动手填" if here & typed else ""
                yield Item(field.thing.label, use.span, lost, "数据源里有的，在数据元写“来源”，或在这里写“（取自 …）”")
                typed = 0 if lost else typed


def _prefilled(analysis: Analysis, field: FieldDecision) -> int:
    """The situations in which a connected source fills the field in."""
    b, catalogue = analysis.bundle, analysis.catalogue
    element = catalogue.elements.get(field.thing.name)
    if prefill_source(b, catalogue, (), element.source if element else ""):
        return analysis.space.valid
    return analysis.where(either(*(when for _, use, when in field.uses if prefill_source(b, catalogue, [use.prefill], ""))))


def needed(analysis: Analysis) -> Iterator[Item]:
    for field in analysis.decisions.fields:
        first = field.uses[0][1]
        lost = "" if any(use.required for _, use, _ in field.uses) else "填不填都可以"
        yield Item(field.thing.label, first.span, lost, "没有事项一定要的，删去")


def application_forms(analysis: Analysis) -> Iterator[Item]:
    for paper in papers(analysis):
        if paper.thing.name.endswith(APPLICATION_FORMS):
            lost = f"{paper.who}要另交" if paper.handed_in else ""
            yield Item(paper.thing.label, paper.span, lost, "内容并入联办的申请表，写“（系统生成）”")


def agreed(analysis: Analysis) -> Iterator[Item]:
    """What one matter leaves open agrees with what the other says."""
    for paper in papers(analysis):
        needs = [d.need for d in paper.asking]
        said = [{value for value in values if value} for values in zip(*((n.original, n.medium, n.copies) for n in needs))]
        apart = next((kinds for kinds in said if len(kinds) > 1), None)
        words = "、".join(sorted(f"{k}份" if isinstance(k, int) else k for k in apart)) if apart else ""
        yield Item(paper.thing.label, paper.span, f"各事项要的不一样：{words}" if apart else "", "各事项商定一种交法，一份通用")


LEANNESS = Degree(
    "表单精简度",
    "leanness of the form",
    (
        Measure("少填", filled_in, "各事项要填的每一处", "不用动手：预填、情形已答、事项之间传递，或已为别的事项填过；要动手填的，不论几个事项要，只失一处", "不写来源的按要填算；没有写字段的不计"),
        Measure("只填必要", needed, "字段", "至少有一个事项必须要", "不写“选填”就是必填"),
        Measure("申请表不另交", application_forms, "名称以申请书、申请表、登记表、审批表、备案表结尾的材料", "不用另交：由联办的申请表生成", "不写怎样取得的按自备算"),
        Measure("要求一致", agreed, "要用的材料", "各事项要的原件或复印件、纸质或电子、份数不相冲突", "有的事项没有写的，不算冲突"),
    ),
)
