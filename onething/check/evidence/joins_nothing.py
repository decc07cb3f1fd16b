"""OT2703: a bundle joins several matters of several departments or units."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis

JOIN = Fix("补上其余部门的事项；确实只有这些的，不必写成一件事", "add the other matters; if there are none, this is no bundle")


def joins_nothing(analysis: Analysis) -> Iterator[Finding]:
    """OT2703: a bundle joins several matters of several departments or units."""
    b = analysis.bundle
    units = {name for m in b.matters.values() for c in m.departments for name in (c.value or "").split("、") if name}
    if len(b.matters) < 2:
        yield finding("OT2703", b.span, count=len(b.matters), what="事项", what_en="matter", fix=JOIN)
    elif len(units) < 2 and all(any(c.value for c in m.departments) for m in b.matters.values()):
        yield finding("OT2703", b.span, count=len(units), what="办理部门", what_en="department", fix=JOIN)
