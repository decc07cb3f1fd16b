"""事项完整度: are the matters all there, and is of each said what it takes to handle it?"""

from __future__ import annotations

from typing import Iterator

from onething.audit.item import Item, silent
from onething.audit.measure import Degree, Measure
from onething.logic.expression import negate, both
from onething.plan.analysis import Analysis
from onething.plan.applicant import who
from onething.vocabulary.matter import WITHOUT_LIMIT

WITHOUT_RESULT = (*WITHOUT_LIMIT, "预约")  # they end without a paper, number or state


def required(analysis: Analysis) -> Iterator[Item]:
    """The matters that the standard requires, by name or alias. What a local version cancels is lost where it does so."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    names = {n for m in b.matters.values() for n in (m.name, *m.aliases)}
    cancelled = {c.path[0][1]: c for c in b.changes if c.how == "取消" and len(c.path) == 1 and c.path[0][0] == "事项"}
    for name, _ in standard.required if standard else ():
        if name in names:
            yield Item(name, b.standard.span)
        elif name in cancelled:
            yield Item(name, cancelled[name].span, f"标准要求的，这里取消了（{cancelled[name].reason}）", "照标准办，删去“取消”")
        else:
            yield Item(name, b.standard.span, "标准要求的，这里没有", f"补写“事项 {name}”，或在对应的事项里写别名")


def departments(analysis: Analysis) -> Iterator[Item]:
    for m in analysis.bundle.matters.values():
        stated = m.departments and all(c.value for c in m.departments)
        yield Item(m.name, m.span) if stated else silent(m.name, m.span, "在事项里写“办理部门：…”")


def basis(analysis: Analysis) -> Iterator[Item]:
    for m in analysis.bundle.matters.values():
        yield Item(m.name, m.span) if m.basis else silent(m.name, m.span, "在事项里写“依据：文号”")


def limits(analysis: Analysis) -> Iterator[Item]:
    """Somebody for whom neither a promise nor a legal limit holds loses the point of the matter."""
    for m in analysis.bundle.matters.values():
        if m.kind in WITHOUT_LIMIT:
            continue
        stated = [c.when for c in (*m.promise, *m.legal) if c.value is not None]
        left = analysis.where(both(m.applies, *map(negate, stated)))
        if not left:
            yield Item(m.name, m.span)
        else:
            whose = f"（{who(analysis.bundle, analysis.space, left)}）" if stated else ""
            yield silent(m.name + whose, m.span, "写“承诺时限：…”或“法定时限：…”")


def outputs(analysis: Analysis) -> Iterator[Item]:
    for m in analysis.bundle.matters.values():
        if m.kind not in WITHOUT_RESULT:
            yield Item(m.name, m.span) if m.outputs else silent(m.name, m.span, "写“产出：…”：证照、号码，或变成什么状态")


COMPLETENESS = Degree(
    "事项完整度",
    "completeness of the matters",
    (
        Measure("应含事项", required, "标准列出的应含事项", "这里有，同名或是别名", "没有写标准、或标准没有列应含事项的，不计：谁也不知道应有哪些"),
        Measure("办理部门", departments, "事项", "每种情形都写了办理部门", "失分：没有部门就没有人办"),
        Measure("事项依据", basis, "事项", "写了自己的依据", "失分：没有依据的事项经不起核"),
        Measure("办理时限", limits, "事项；核验、引导、告知没有时限，不计", "每个办事人都有承诺时限或法定时限", "失分：办事人要知道几天"),
        Measure("办理结果", outputs, "事项；核验、引导、告知、预约不计", "写了产出", "失分：看不出办完得到什么"),
    ),
)
