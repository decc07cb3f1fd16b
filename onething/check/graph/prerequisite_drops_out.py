"""OT2101: a declared prerequisite does not apply to somebody whom its dependant applies to."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import SEPARATORS, behind_bracket
from onething.logic.expression import both, negate
from onething.model.bundle import Matter, Prerequisite
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who
from onething.source import Span


def prerequisite_drops_out(analysis: Analysis) -> Iterator[Finding]:
    """OT2101: a declared prerequisite does not apply to somebody whom its dependant applies to."""
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            other = analysis.bundle.matters.get(p.matter)
            if p.state is not None or other is None:
                continue
            lost = analysis.where(both(m.applies, p.when, negate(other.applies)))
            if lost:
                said = who(analysis.bundle, analysis.space, lost)
                yield finding(
                    "OT2101",
                    p.span,
                    matter=m.name,
                    before=other.name,
                    label=(f"{said}：{other.name} 不适用", f"{said}: {other.name} does not apply"),
                    notes=[Note(other.applies_span, f"{other.name} 只在这时适用", f"{other.name} applies only here")] if other.applies_span else [],
                    fix=_as_it_applies(p, other),
                    witness=applicant(analysis.bundle, analysis.space.witness(lost)),
                )


def _as_it_applies(p: Prerequisite, other: Matter) -> Fix:
    """The line closed with the condition under which the prerequisite applies."""
    condition = other.applies_span.text if other.applies_span else "…"
    place = _end_if_alone(p.span) if other.applies_span and "\n" not in condition else None
    edits = ((place, f" 当 {condition}"),) if place else ()
    return Fix(f"在这一行末尾写“当 {condition}”，与 {other.name} 的适用一致", f"close the line with 当 {condition}, as {other.name} applies", edits)


def _end_if_alone(thing: Span) -> Span | None:
    """The place behind a thing and its bracket, if nothing else stands in its line."""
    line, column = thing.position
    text = thing.source.line_text(line)
    at = behind_bracket(text, column - 1 + thing.end - thing.start)
    if text[at:].strip() or text[: column - 1].rstrip().endswith(tuple(SEPARATORS)):
        return None
    place = thing.start - column + 1 + at
    return Span(thing.source, place, place)
