"""OT2303: 自备 is written although it is needless (两个免于提交)."""

from __future__ import annotations

from typing import Iterator

from onething.check.bracket import without
from onething.check.once.needed import needed, needless
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant
from onething.plan.decisions import NeedDecision


def brought_needlessly(analysis: Analysis) -> Iterator[Finding]:
    """OT2303: an e-licence, a connected source, or another matter that issues it makes 自备 needless."""
    for d in needed(analysis):
        if d.need.how != "自备":
            continue
        instead, witness, notes = needless(analysis, d.need.thing.name), (), []
        if instead is None:
            inside = analysis.where(both(d.when, d.inside)) if d.inside is not False else 0
            if not inside:
                continue
            instead = (f"由“{'、'.join(d.issuers)}”产出时不用交", f"“{'、'.join(d.issuers)}” issues it")
            witness = applicant(analysis.bundle, analysis.space.witness(inside))
            notes = [_issued(analysis, d)]
        yield finding(
            "OT2303", d.need.span, name=d.need.thing.label, instead=instead[0], instead_en=instead[1], notes=notes, witness=witness,
            label=("这里写了自备", "to be brought, it says here"),
            fix=Fix("删去“自备”，取不到时仍由申请人交", "remove “自备”; who has it otherwise still hands it in", without(d.need.span, "自备")),
        )  # fmt: skip


def _issued(analysis: Analysis, d: NeedDecision) -> Note:
    """Where another matter issues the document."""
    matter, output = next((m, o) for m, o in analysis.bundle.makers[d.need.thing] if m != d.matter)
    return Note(output.span, f"由 {matter} 产出", f"issued by “{matter}”")
