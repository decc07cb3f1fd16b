"""OT2506: one department or unit stands twice among those that take part."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics.removal import removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.fact import Fact
from onething.plan.analysis import Analysis


def listed_twice(analysis: Analysis) -> Iterator[Finding]:
    """OT2506: lead and cooperating at once, in two lists, or twice in one – also under an alias."""
    b = analysis.bundle
    first: dict[str, tuple[str, Fact[str]]] = {}
    for word, facts in (("牵头部门", b.leads), ("配合部门", b.cooperating), ("参与单位", b.participants)):
        for fact in facts:
            there, other = first.setdefault(fact.value, (word, fact))
            if other is not fact:
                yield finding(
                    "OT2506", fact.span, department=fact.value, **_where(there, word),
                    notes=[Note(other.span, f"已经列在“{there}”里", f"it stands in {there} already")],
                    fix=Fix("删去这一处", "remove it here", removal(fact.span)),
                )  # fmt: skip


def _where(first: str, second: str) -> dict[str, str]:
    """In which list, or in which two."""
    if first == second:
        return {"where": f"都在“{first}”里", "where_en": f"both times in {first}"}
    return {"where": f"“{first}”里和“{second}”里", "where_en": f"in {first} and in {second}"}
