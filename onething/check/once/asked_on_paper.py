"""OT2307: paper is asked for although the document is an e-licence here, or a connected source holds it."""

from __future__ import annotations

from typing import Iterator

from onething.check.bracket import part, without
from onething.check.once.needed import needed, needless
from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import both, negate
from onething.model.outcome import LATER, OWN
from onething.plan.analysis import Analysis


def asked_on_paper(analysis: Analysis) -> Iterator[Finding]:
    """OT2307: 原件, 复印件 or 纸质 of something that nobody hands in says two things at once."""
    for d in needed(analysis):
        word = d.need.original or (d.need.medium if d.need.medium == "纸质" else "")
        instead = needless(analysis, d.need.thing.name) if word and d.how not in (OWN, LATER) else None
        if instead is None or not analysis.where(both(d.when, negate(d.inside))):
            continue
        written = part(d.need.span, word)
        if word == "原件" and written and not d.need.fallback:
            edits = ((written, "取不到的交原件"),)
        else:
            edits = without(d.need.span, word)
        yield finding(
            "OT2307", d.need.span, name=d.need.thing.label, word=word, instead=instead[0], instead_en=instead[1],
            label=("不用交，却要纸的", "nobody hands it in, and yet on paper"),
            fix=Fix(f"只在取不到时才交的，写“取不到的交原件”；否则删去“{word}”", f"write “取不到的交原件” if it is only a fallback, or remove “{word}”", edits),
        )  # fmt: skip
