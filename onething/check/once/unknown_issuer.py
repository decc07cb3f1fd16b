"""OT2310: a document of which nobody says who issues it, nor how it is obtained."""

from __future__ import annotations

from typing import Iterator

from onething.check.once.needed import needed
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def unknown_issuer(analysis: Analysis) -> Iterator[Finding]:
    """OT2310: no issuer, e-licence or source in the catalogue, no matter that issues it, and no line says how."""
    said = {d.need.thing.name for d in needed(analysis) if d.need.how}
    said |= {thing.name for thing in analysis.bundle.makers}
    for d in sorted(needed(analysis), key=lambda d: d.need.span.order()):
        document = analysis.catalogue.documents.get(d.need.thing.name)
        if document is None or document.name in said or document.issuer or document.e_licence or document.source:
            continue
        said.add(document.name)
        yield finding(
            "OT2310", d.need.span, name=document.name,
            notes=[Note(document.span, "目录里只有名称", "the catalogue has only its name")],
            fix=Fix("在目录里写“签发：…”；由申请人自己准备的，在括号里写“自备”", "state “签发” in the catalogue; if the applicant makes it, write “自备”"),
        )  # fmt: skip
