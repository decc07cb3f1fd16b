"""OT2507: a unit among the departments, or a department among the units."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry_below, further, quoted
from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import Edits, removal
from onething.model.bundle import Bundle
from onething.model.fact import Fact
from onething.plan.analysis import Analysis

ENGLISH = {"配合部门": "a cooperating department", "参与单位": "a participating unit"}


def wrong_list(analysis: Analysis) -> Iterator[Finding]:
    """OT2507: the catalogue says of each whether it is a department or a unit (hospital, bank, water company)."""
    b = analysis.bundle
    lists = (("配合部门", b.cooperating, "参与单位", b.participants), ("参与单位", b.participants, "配合部门", b.cooperating))
    leading = {f.value for f in b.leads}
    for word, facts, right, other in lists:
        for fact in facts:
            known = analysis.catalogue.departments.get(fact.value)
            if known is None or known.is_unit == (word == "参与单位") or fact.value in leading:
                continue
            if any(f.value == fact.value for f in other):
                continue  # it stands in the right list as well: OT2506
            shape = ("单位", "a unit") if known.is_unit else ("部门", "a department")
            yield finding(
                "OT2507", fact.span, department=fact.value, word=word, word_en=ENGLISH[word], shape=shape[0], shape_en=shape[1],
                notes=[Note(known.span, f"目录里是{shape[0]}", f"the catalogue: {shape[1]}")],
                fix=Fix(f"移到“{right}”；目录写错的，改目录里的“种类”", f"move it to “{right}”, or correct “种类” in the catalogue", _moved(b, fact, right, other)),
            )  # fmt: skip


def _moved(bundle: Bundle, fact: Fact[str], right: str, to: tuple[Fact[str], ...]) -> Edits:
    """The edits that move an item to the end of the other list, or to a list of its own below the lead."""
    out = removal(fact.span)
    if to:
        into = further(to[-1].span, fact.value)
    else:
        into = entry_below(bundle.leads[-1].span, right, quoted(fact.value)) if bundle.leads else ()
    return (*out, *into) if out and into else ()
