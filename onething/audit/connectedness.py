"""系统联通度: what comes from other systems, and what goes back to them?"""

from __future__ import annotations

from typing import Iterator

from onething.audit.item import Item, silent
from onething.audit.measure import Degree, Measure
from onething.audit.papers import papers
from onething.plan.analysis import Analysis
from onething.vocabulary.bundle import ONLINE


def exempt(analysis: Analysis) -> Iterator[Item]:
    """Papers that a department or unit issues. Where no issuer is stated they are the applicant's own."""
    for paper in papers(analysis):
        known = analysis.catalogue.documents.get(paper.thing.name)
        if known and known.issuer or paper.made_inside:
            repair = "已有电子证照的，在目录里写“电子证照：地区”；数据源里有的，写“数据源”和“接通”"
            yield Item(paper.thing.label, paper.span, f"{paper.who}要自己交" if paper.handed_in else "", repair)


def uploaded(analysis: Analysis) -> Iterator[Item]:
    for paper in papers(analysis):
        if not paper.handed_in:
            continue
        needs = [d.need for d in paper.asking]
        if all(n.medium == "电子" for n in needs):
            yield Item(paper.thing.label, paper.span)
        elif any(n.medium == "纸质" or n.original and not n.medium for n in needs):
            yield Item(paper.thing.label, paper.span, "要交纸的", "能传电子件的，写“（电子）”")
        else:
            yield silent(paper.thing.label, paper.span, "写明“（电子）”或“（纸质）”")


def sources(analysis: Analysis) -> Iterator[Item]:
    """The sources that the bundle names, or its documents and fields do in the catalogue, each once."""
    b, catalogue = analysis.bundle, analysis.catalogue
    named = [q.source for q in b.questions.values()]
    for m in b.matters.values():
        for use in m.fields:
            element = catalogue.elements.get(use.thing.name)
            named += [use.prefill, element.source if element else ""]
    for paper in papers(analysis):
        document = catalogue.documents.get(paper.thing.name)
        if document and not paper.made_inside:
            named.append(document.source)
    for name in dict.fromkeys(named):
        source = catalogue.sources.get(name)
        if source:
            why = "不予共享" if source.sharing == "不予共享" else f"在{b.place}没有接通"
            lost = "" if catalogue.is_connected(name, b.place) else why
            yield Item(name, source.span, lost, f"接通以后，在数据源里写“接通：{b.place}”")


def online(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    if not b.channels:
        yield silent("渠道", b.span, "写“渠道：移动端”或“网上大厅”")
        return
    there = next((c for c in b.channels if c.value in ONLINE), None)
    lost = "" if there else f"只有{'、'.join(c.value for c in b.channels)}"
    yield Item("渠道", (there or b.channels[0]).span, lost, "能在网上办的，渠道里写“移动端”或“网上大厅”")


def electronic_results(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    for m in b.matters.values():
        for o in m.outputs:
            if o.thing.kind == "证照":
                there = analysis.catalogue.has_e_licence(o.thing.name, b.place)
                repair = f"已有电子证照的，在目录的证照里写“电子证照：{b.place}”"
                yield Item(o.thing.label, o.span) if there else silent(o.thing.label, o.span, repair, "目录里没有写电子证照")


CONNECTEDNESS = Degree(
    "系统联通度",
    "connectedness of the systems",
    (
        Measure("免于提交", exempt, "要用的材料中，写了由谁签发的", "没有人要自己交：电子证照、数据共享、内部流转、内部调阅等", "没有写签发的不计：按申请人自己的材料算"),
        Measure("可网上交", uploaded, "要自己交的材料", "交电子件", "失分：没有写明的，只好带纸的来"),
        Measure("数据源接通", sources, "用到的数据源，每个算一个", "可以共享，且在本地区接通", "目录不写“接通”就是都已接通，得分"),
        Measure("网上渠道", online, "整件事算一个", "渠道里有移动端或网上大厅", "失分：没有写渠道，就不能说网上能办"),
        Measure("电子结果", electronic_results, "产出的证照", "在本地区有电子证照", "失分：目录没有写的按没有算"),
    ),
)
