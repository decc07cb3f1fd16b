"""OT2312: a field that a situation has asked for already, under another name."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.model.bundle import Question
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def asked_again(analysis: Analysis) -> Iterator[Finding]:
    """OT2312: the same data element of the same person. Only a situation named as the field is saves asking again."""
    b = analysis.bundle
    if not analysis.decisions.fields or not b.questions:
        return
    named = {_identity(analysis, q.name): q for q in b.questions.values()}
    for field in analysis.decisions.fields:
        q = named.get((field.thing.owner, field.thing.name))
        if q is None or q.name == field.thing.label:
            continue
        twice = analysis.where(both(field.visible, q.open))
        if twice:
            use = field.uses[0][1]
            yield finding(
                "OT2312", use.span, name=field.thing.label, question=q.name,
                notes=[Note(q.span, "情形已有它的回答", "the situation knows it")],
                witness=applicant(b, analysis.space.witness(twice)) if twice != analysis.space.valid else (),
                fix=_one_name(field, q),
            )  # fmt: skip


def _identity(analysis: Analysis, name: str) -> tuple[str, str]:
    """Owner and data element of a name; a name without owner is the applicant's, if there is one applicant."""
    b = analysis.bundle
    owner, _, rest = name.partition("的")
    if not rest or owner not in b.roles:
        owner, rest = b.applicants[0] if len(b.applicants) == 1 else "", name
    return owner, analysis.catalogue.canonical("element", rest) or ""


def _one_name(field, q: Question) -> Fix:
    """Both by one name: that of the situation, where a field can have it; else that of the field."""
    owner, name = field.thing.owner, field.thing.name
    if q.name in (name, f"{owner}的{name}"):
        edits = tuple((use.span, q.name) for _, use, _ in field.uses if use.thing.label != q.name)
        return Fix(f"字段也写成“{q.name}”，答过就不再填", f"call the field “{q.name}”, too: then it is asked once", edits)
    label = field.thing.label
    return Fix(f"情形改名为“{label}”，答过就不再填", f"call the situation “{label}”: then it is asked once")
