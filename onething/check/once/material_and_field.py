"""OT2304: one word is asked for both as a document and as a field."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def material_and_field(analysis: Analysis) -> Iterator[Finding]:
    """OT2304: one word is asked for both as a document and as a field."""
    b = analysis.bundle
    uses = {f.thing.label: f.span for m in b.matters.values() for f in m.fields}
    seen = set()
    for m in b.matters.values():
        for need in m.needs:
            if need.thing.label in uses and need.thing.label not in seen:
                seen.add(need.thing.label)
                note = Note(uses[need.thing.label], "又写成字段", "and a field here")
                yield finding("OT2304", need.span, name=need.thing.label, notes=[note], fix=Fix("只留一处", "keep one of them"))
