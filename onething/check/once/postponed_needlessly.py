"""OT2306: 容缺 is written although nobody has to bring the document at all."""

from __future__ import annotations

from typing import Iterator

from onething.check.bracket import part
from onething.check.once.needed import needed, needless
from onething.diagnostics import Finding, Fix, finding
from onething.model.outcome import LATER
from onething.plan.analysis import Analysis


def postponed_needlessly(analysis: Analysis) -> Iterator[Finding]:
    """OT2306: an e-licence or a connected source holds it; asking for it later is still asking."""
    for d in needed(analysis):
        instead = needless(analysis, d.need.thing.name) if d.need.how == LATER else None
        if instead is None:
            continue
        written = part(d.need.span, "容缺")
        edits = ((written, "取不到的" + written.text),) if written else ()
        yield finding(
            "OT2306", d.need.span, name=d.need.thing.label, instead=instead[0], instead_en=instead[1],
            label=("先受理，仍要补交", "still to be handed in later"),
            fix=Fix("只在取不到时才补的，写“取不到的容缺 …内补”；否则删去", "write “取不到的容缺” if it is only a fallback, or remove it", edits),
        )  # fmt: skip
