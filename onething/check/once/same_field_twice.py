"""OT2313: one field under two data elements whose names differ only by the word for whose it is."""

from __future__ import annotations

from itertools import permutations
from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant
from onething.plan.decisions import FieldDecision


def same_field_twice(analysis: Analysis) -> Iterator[Finding]:
    """OT2313: 企业的企业名称 beside 企业的名称, of the same type, options and source, filled in by one applicant."""
    by_owner: dict[str, list[FieldDecision]] = {}
    for field in analysis.decisions.fields:
        by_owner.setdefault(field.thing.owner, []).append(field)
    for owner, fields in by_owner.items():
        names = {f.thing.name for f in fields}
        doubled = {n for n in names if n.startswith(owner) and n[len(owner) :].removeprefix("的") in names} if owner else ()
        for long, short in permutations(fields, 2) if doubled else ():
            if long.thing.name not in doubled or long.thing.name[len(owner) :].removeprefix("的") != short.thing.name:
                continue
            twice = analysis.where(both(long.visible, short.visible)) if _alike(analysis, long, short) else 0
            if twice:
                yield finding(
                    "OT2313", long.uses[0][1].span, name=long.thing.label, other=short.thing.label,
                    notes=[Note(short.uses[0][1].span, "又填一次", "and filled in again")],
                    witness=applicant(analysis.bundle, analysis.space.witness(twice)) if twice != analysis.space.valid else (),
                    fix=Fix(f"统一写成“{short.thing.label}”，目录里把另一个写成它的别名",
                            f"use “{short.thing.label}” for both, and make the other its alias in the catalogue",
                            tuple((use.span, short.thing.label) for _, use, _ in long.uses)),
                )  # fmt: skip


def _alike(analysis: Analysis, one: FieldDecision, other: FieldDecision) -> bool:
    a, b = (analysis.catalogue.elements.get(f.thing.name) for f in (one, other))
    return bool(a and b) and (a.type, a.options, a.source) == (b.type, b.options, b.source)
