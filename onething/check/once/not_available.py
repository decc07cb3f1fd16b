"""OT2305: a way of obtaining that the catalogue does not have here."""

from __future__ import annotations

from typing import Iterator

from onething.check.bracket import part
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import Need
from onething.model.catalogue import Catalogue, Document
from onething.plan.analysis import Analysis


def not_available(analysis: Analysis) -> Iterator[Finding]:
    """OT2305: an e-licence or a source that is not there for a document, a field, or a situation that nobody is asked."""
    b, catalogue = analysis.bundle, analysis.catalogue
    made = {o.thing for m in b.matters.values() for o in m.outputs}
    for q in b.questions.values():
        if q.source and not q.ask and not catalogue.is_connected(q.source, b.place):
            fix = Fix("核对数据源的共享和接通，或写上问话", "check the source, or write the question")
            yield _closed(catalogue, q.source, b.place, q.span, q.name, f"来源 {q.source}", fix)
    for m in b.matters.values():
        for need in m.needs:
            document = catalogue.documents.get(need.thing.name)
            if document is None or need.thing in made:
                continue
            if need.how == "电子证照" and not catalogue.has_e_licence(document.name, b.place):
                yield _absent(need, document, f"{b.place}没有{document.name}的电子证照", f"“{b.place}” has no e-licence of it")
            elif need.how == "数据共享" and not (document.source and catalogue.is_connected(document.source, b.place)):
                why = _why(catalogue, document.source, b.place)[0] if document.source else "目录里没有写哪个数据源存有它"
                yield _absent(need, document, why, "no data source that holds it is connected here")
        for use in m.fields:
            if use.prefill and not catalogue.is_connected(use.prefill, b.place):
                fix = Fix("核对数据源的共享和接通，或改由申请人填写", "check the source, or let the applicant fill it in")
                yield _closed(catalogue, use.prefill, b.place, use.span, use.thing.label, f"取自 {use.prefill}", fix)


def _why(catalogue: Catalogue, source: str, place: str) -> tuple[str, str]:
    """Why a source cannot be used at a place."""
    if catalogue.sources[source].sharing == "不予共享":
        return f"{source}不予共享", f"“{source}” is not shared"
    return f"{source}在{place}没有接通", f"“{source}” is not connected in “{place}”"


def _closed(catalogue: Catalogue, source: str, place: str, span, name: str, how: str, fix: Fix) -> Finding:
    """A source that is named and cannot be used."""
    zh, en = _why(catalogue, source, place)
    notes = [Note(catalogue.sources[source].span, "数据源在这里", "the source is here")]
    return finding("OT2305", span, name=name, how=how, reason=zh, reason_en=en, notes=notes, fix=fix)


def _absent(need: Need, document: Document, zh: str, en: str) -> Finding:
    written = part(need.span, need.how)
    return finding(
        "OT2305", need.span, name=need.thing.label, how=need.how, reason=zh, reason_en=en,
        notes=[Note(document.span, "目录里这样写", "the catalogue says so")],
        fix=Fix("核对目录，或改为自备", "check the catalogue, or let it be brought", ((written, "自备"),) if written else ()),
    )  # fmt: skip
