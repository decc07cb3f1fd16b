"""OT2320: two names that look alike, so that people take one for the other."""

from __future__ import annotations

from typing import Iterable, Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.source import Span
from onething.syntax.glance import glance


def look_alike(analysis: Analysis) -> Iterator[Finding]:
    """OT2320: names of one kind in a bundle that differ only in characters that look the same, in blanks or marks.
    Names of the catalogue are compared when it is read (``resolve/twins.py``)."""
    for kind, kind_en, names in _kinds(analysis):
        first: dict[str, tuple[str, Span]] = {}
        for name, span in names:
            other, place = first.setdefault(glance(name), (name, span))
            if other != name:
                yield finding(
                    "OT2320", span, kind=kind, kind_en=kind_en, name=name, other=other,
                    notes=[Note(place, f"“{other}”在这里", f"“{other}” is here")],
                    fix=Fix("是一样的，只留一个；是两样的，改得分得清", "keep one of them if they are one; if not, tell them apart"),
                )  # fmt: skip


def _kinds(analysis: Analysis) -> Iterator[tuple[str, str, Iterable[tuple[str, Span]]]]:
    """Everything that a bundle declares, kind by kind: names of one kind must be told apart."""
    b = analysis.bundle
    yield "事项", "matters", [(m.name, m.span) for m in b.matters.values()]
    yield "角色", "roles", [(r.name, r.span) for r in b.roles.values()]
    yield "情形", "situations", [(q.name, q.span) for q in b.questions.values()]
    yield "参数", "parameters", [(p.name, p.span) for p in b.parameters.values()]
    for q in b.questions.values():
        yield "选项", "options", zip(q.options, q.option_spans)
