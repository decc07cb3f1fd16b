"""OT2305: a way of obtaining that the catalogue does not have here."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def not_available(analysis: Analysis) -> Iterator[Finding]:
    """OT2301, OT2305: a state that nothing brings about; a way of obtaining that the catalogue does not have."""
    b, catalogue = analysis.bundle, analysis.catalogue
    made = {o.thing for m in b.matters.values() for o in m.outputs}
    for m in b.matters.values():
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
