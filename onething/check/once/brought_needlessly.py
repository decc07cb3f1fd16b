"""OT2303: 自备 is written although it is needless (两个免于提交)."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


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
