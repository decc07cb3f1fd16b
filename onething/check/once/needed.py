"""The needs of a bundle as decisions, and what makes it needless to bring a document."""

from __future__ import annotations

from onething.plan.analysis import Analysis
from onething.plan.decisions import NeedDecision


def needed(analysis: Analysis) -> list[NeedDecision]:
    """Every need of the bundle: when it is one, where it is issued inside, how it is obtained else."""
    return [d for line in analysis.decisions.lines for d in line.needs]


def needless(analysis: Analysis, document: str) -> tuple[str, str] | None:
    """Why nobody has to bring a document here: it is an e-licence, or a connected source holds it. None if neither."""
    catalogue, place = analysis.catalogue, analysis.bundle.place
    known = catalogue.documents.get(document)
    if known is None:
        return None
    if catalogue.has_e_licence(document, place):
        return f"{place}已有它的电子证照", f"“{place}” has it as an e-licence"
    if known.source and catalogue.is_connected(known.source, place):
        return f"{known.source}已有其信息", f"“{known.source}” holds it"
    return None
