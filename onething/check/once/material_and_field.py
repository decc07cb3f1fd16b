"""OT2304: one word is asked for both as a document and as a field."""

from __future__ import annotations

from typing import Iterator

from onething.check.once.needed import needed
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def material_and_field(analysis: Analysis) -> Iterator[Finding]:
    """OT2304: some applicant hands it in and fills it in as well."""
    fields = {f.thing.label: f for f in analysis.decisions.fields}
    seen = set()
    for d in needed(analysis) if fields else ():
        field = fields.get(d.need.thing.label)
        if field is None or d.need.thing.label in seen:
            continue
        twice = analysis.where(both(d.when, field.visible))
        if twice:
            seen.add(d.need.thing.label)
            yield finding(
                "OT2304", d.need.span, name=d.need.thing.label,
                notes=[Note(field.uses[0][1].span, "又写成字段", "and a field here")],
                witness=applicant(analysis.bundle, analysis.space.witness(twice)) if twice != analysis.space.valid else (),
                fix=Fix("只留一处：要看原物的留作材料，只要内容的留作字段", "keep one of them: a material if the paper matters, a field if its content does"),
            )  # fmt: skip
