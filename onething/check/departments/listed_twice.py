"""OT2506: one department or unit stands twice among those that take part."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import removal
from onething.model.fact import Fact
from onething.plan.analysis import Analysis


def listed_twice(analysis: Analysis) -> Iterator[Finding]:
    """OT2506: lead and cooperating at once, in two lists, or twice in one – also under an alias."""
    b = analysis.bundle
    first: dict[str, tuple[str, Fact[str]]] = {}
    for word, facts in (("牵头部门", b.leads), ("配合部门", b.cooperating), ("参与单位", b.participants)):
        for fact in facts:
            there, other = first.setdefault(fact.value, (word, fact))
            if other is fact or word == "牵头部门":
                continue  # several leads: OT2502
            spare, kept, enough = (other, fact, word) if _belongs(analysis, fact.value, word, there) else (fact, other, there)
            yield finding(
                "OT2506", spare.span, department=fact.value, **_where(there, word),
                notes=[Note(kept.span, f"列在“{enough}”里就够了", f"it is enough in “{enough}”")],
                fix=Fix("删去这一处", "remove it here", removal(spare.span)),
            )  # fmt: skip


def _belongs(analysis: Analysis, name: str, word: str, first: str) -> bool:
    """Whether a unit stands first among the departments, and then where it belongs."""
    known = analysis.catalogue.departments.get(name)
    return bool(known and known.is_unit) and (first, word) == ("配合部门", "参与单位")


def _where(first: str, second: str) -> dict[str, str]:
    """In which list, or in which two."""
    if first == second:
        return {"where": f"都在“{first}”里", "where_en": f"both times in “{first}”"}
    return {"where": f"“{first}”里和“{second}”里", "where_en": f"in “{first}” and in “{second}”"}
