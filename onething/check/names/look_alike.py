"""OT2320: two names that look alike, so that people take one for the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Iterator, NamedTuple

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.source import Span
from onething.syntax.confusables import skeleton

_MARKS = "[" + re.escape("、，,。.：:；;·（）()“”‘’\"'「」《》") + r"\s]+"
_SILENT = re.compile(rf"(?<!\d){_MARKS}|{_MARKS}(?!\d)")  # marks say nothing, unless they stand between digits


class Named(NamedTuple):
    """A name and where it stands: where it is declared, or each place where it is used."""

    name: str
    places: tuple[Span, ...]
    used: bool = False


def look_alike(analysis: Analysis) -> Iterator[Finding]:
    """OT2320: names of one kind that differ only in characters that look the same, in blanks or marks."""
    for kind, kind_en, names in _kinds(analysis):
        first: dict[str, Named] = {}
        for each in names:
            other = first.setdefault(_shape(each.name), each)
            if other.name != each.name:
                edits = tuple((p, p.text.replace(each.name, other.name)) for p in each.places if each.used and each.name in p.text)
                yield finding(
                    "OT2320", each.places[0], kind=kind, kind_en=kind_en, name=each.name, other=other.name,
                    notes=[Note(other.places[0], f"“{other.name}”在这里", f"“{other.name}” is here")],
                    fix=Fix(f"是一样的，统一写成“{other.name}”；是两样的，改得分得清",
                            f"if they are one, write “{other.name}” for both; if not, tell them apart", edits),
                )  # fmt: skip


@lru_cache(maxsize=4096)
def _shape(name: str) -> str:
    """What people see of a name at a glance; a province repeats its names."""
    return skeleton(_SILENT.sub("", name))


def _kinds(analysis: Analysis) -> Iterator[tuple[str, str, Iterable[Named]]]:
    """Everything that is declared or used here, kind by kind: names of one kind must be told apart."""
    b = analysis.bundle
    matters = b.matters.values()
    yield "事项", "matters", [Named(m.name, (m.span,)) for m in matters]
    yield "角色", "roles", [Named(r.name, (r.span,)) for r in b.roles.values()]
    yield "情形", "situations", [Named(q.name, (q.span,)) for q in b.questions.values()]
    yield "参数", "parameters", [Named(p.name, (p.span,)) for p in b.parameters.values()]
    for q in b.questions.values():
        yield "选项", "options", [Named(o, (span,)) for o, span in zip(q.options, q.option_spans)]
    uses = [(u.thing.kind, u.thing.name, u.span) for m in matters for u in (*m.needs, *m.fields, *m.outputs)]
    yield "证照", "documents", _used((name, span) for kind, name, span in uses if kind == "证照")
    yield "数据元", "data elements", _used((name, span) for kind, name, span in uses if kind == "字段")
    yield "部门", "departments", _used((f.value, f.span) for f in (*b.leads, *b.cooperating, *b.participants))


def _used(uses: Iterable[tuple[str, Span]]) -> list[Named]:
    """Names of the catalogue with all places where they are used."""
    places: dict[str, list[Span]] = {}
    for name, span in uses:
        places.setdefault(name, []).append(span)
    return [Named(name, tuple(spans), True) for name, spans in places.items()]
