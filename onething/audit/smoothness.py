"""窗口顺畅度: is it accepted in one place, without a visit, and is everybody told all at once?"""

from __future__ import annotations

from typing import Iterator

from onething.audit.item import Item, silent
from onething.audit.measure import Degree, Measure
from onething.audit.papers import papers
from onething.counting import presence
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.vocabulary.bundle import ONLINE

ONE_MOUTH = (*ONLINE, "综合窗口")  # channels that take all matters at once


def one_mouth(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    if not b.channels:
        yield silent("渠道", b.span, "写“渠道：综合窗口”，或网上的渠道")
        return
    there = next((c for c in b.channels if c.value in ONE_MOUTH), None)
    lost = "" if there else f"只有{'、'.join(c.value for c in b.channels)}"
    yield Item("渠道", (there or b.channels[0]).span, lost, "由一个口统一收件的，渠道里写“综合窗口”或网上的渠道")


def without_visit(analysis: Analysis) -> Iterator[Item]:
    """A matter of which nothing is said needs no visit where there is a channel without presence (as in counting)."""
    b = analysis.bundle
    online = any(c.value in ONLINE for c in b.channels)
    for m in b.matters.values():
        cases = [c for c in m.visits if analysis.where(both(m.applies, c.when))]
        coming = next((c for c in cases if c.value is not None and c.value.count), None)
        if coming:
            why = f"：{'、'.join(coming.value.reasons)}" if coming.value.reasons else ""
            yield Item(m.name, coming.span, f"要到场{coming.value.count}次{why}", "能网上核、上门办、改为寄递的，写“跑动：无”")
        elif online or cases and all(c.value is not None for c in cases):
            yield Item(m.name, cases[0].span if cases else m.span)
        else:
            yield silent(m.name, m.span, "写“跑动：无”或次数和原因")


def one_visit(analysis: Analysis) -> Iterator[Item]:
    """Of those whom nobody turns away, the one who has to come most often."""
    b = analysis.bundle
    counts = [presence(b, cell.outcome).value for cell in analysis.open_cells]
    if None in counts:
        yield silent("到场次数", b.span, "在各事项里写“跑动：…”")
        return
    most = max(counts, default=0)
    place = next((c.span for m in b.matters.values() for c in m.visits if c.value is not None and c.value.count), b.span)
    yield Item("到场次数", place, f"最多要来{most}次" if most > 1 else "", "安排在同一次；理由相同的，几个事项写同样的话，只计一次")


def told(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    matters = b.matters.values()
    gates = [g for g in (*b.gates, *(g for m in matters for g in m.gates)) if g.kind != "提示"]
    fees = b.fee or matters and all(m.fees and all(c.value is not None for c in m.fees) for m in matters)
    stated = (
        ("申请条件", b.conditions or gates or any(m.conditions for m in matters), "写“申请条件：…”，或写出不予联办的情形"),
        ("收费", fees, "写“收费：无”或金额，整件事写或每个事项都写"),
        ("办理时间", b.hours, "写“办理时间：…”"),
        ("咨询", b.enquiries or b.enquiry_channels, "写“咨询：…”"),
    )
    for name, there, repair in stated:
        yield Item(name, b.span) if there else silent(name, b.span, repair)


def kind_of_paper(analysis: Analysis) -> Iterator[Item]:
    """Of what is handed in electronically there is no original."""
    for paper in papers(analysis):
        needs = [d.need for d in paper.asking]
        if paper.handed_in and not all(n.medium == "电子" for n in needs):
            stated = any(n.original for n in needs)
            yield Item(paper.thing.label, paper.span) if stated else silent(paper.thing.label, paper.span, "写明“（原件）”或“（复印件）”")


def delivered(analysis: Analysis) -> Iterator[Item]:
    """An e-licence needs no delivery."""
    b = analysis.bundle
    for m in b.matters.values():
        for o in m.outputs:
            if o.thing.kind == "证照" and not analysis.catalogue.has_e_licence(o.thing.name, b.place):
                told = o.posted or b.delivery
                yield Item(o.thing.label, o.span) if told else silent(o.thing.label, o.span, "可以寄的写“（寄递）”，或写“物流：…”")


SMOOTHNESS = Degree(
    "窗口顺畅度",
    "smoothness of the window",
    (
        Measure("一口受理", one_mouth, "整件事算一个", "渠道里有综合窗口、移动端或网上大厅", "失分：没有写渠道，就不知道往哪里交"),
        Measure("不用跑", without_visit, "事项", "每种情形都写了不用到场；没有写的，有网上渠道就算不用到场", "没有写、又没有网上渠道的失分"),
        Measure("最多跑一次", one_visit, "整件事算一个", "来得最多的人也不过一次，理由相同的算一次", "没有写、又没有网上渠道的失分"),
        Measure("告知要素", told, "申请条件、收费、办理时间、咨询，各算一个", "写了；收费要么整件事写，要么每个事项都写", "失分：一次告知缺了这一项"),
        Measure("材料说清", kind_of_paper, "要自己交、又不是电子件的材料", "写了要原件还是复印件", "失分：窗口收件时说不清"),
        Measure("送达载明", delivered, "产出的证照；已有电子证照的不计", "写了可以寄递，或整件事写了物流", "失分：不知道怎样拿到"),
    ),
)
