"""OT2204: whether a question is asked depends, in the end, on its own answer."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import questions
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis


def guard_circle(analysis: Analysis) -> Iterator[Finding]:
    """OT2204: whether a question is asked depends, in the end, on its own answer."""
    bundle = analysis.bundle
    for name, question in bundle.questions.items():
        path = _back_to(bundle, name)
        if path and question.open_span and name == min(path[:-1]):
            yield finding(
                "OT2204", question.open_span, question=name, cycle=" → ".join(path),
                fix=Fix("改为只看先问的情形", "let it look only at questions asked before"),
            )  # fmt: skip


def _back_to(bundle: Bundle, name: str) -> list[str]:
    """The shortest way along guards from a question back to itself, or nothing."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in sorted(questions([bundle.questions[way[-1]].open])):
            if other == name:
                return [*way, name]
            if other not in seen and other in bundle.questions:
                seen.add(other)
                ways.append([*way, other])
    return []
