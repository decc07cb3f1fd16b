"""OT2609: the two codes of a matter are of one matter."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.naming.codes import MatterCode, belongs_to, matter_code
from onething.plan.analysis import Analysis


def codes_disagree(analysis: Analysis) -> Iterator[Finding]:
    """OT2609: the 实施编码 holds the 基本编码, or one of an item below it."""
    for matter in analysis.bundle.matters.values():
        if matter.basic_code is None or matter.implementing_code is None:
            continue
        basic, whole = matter_code(matter.basic_code.value), matter_code(matter.implementing_code.value)
        if not isinstance(basic, MatterCode) or not isinstance(whole, MatterCode):
            continue
        if basic.basic != whole.basic and not belongs_to(whole, basic) or basic.item and basic.item != whole.item:
            notes = [Note(matter.basic_code.span, "基本编码在这里", "the “基本编码” is here")]
            fix = Fix("照实施清单核对，改正其中一个", "check both against the published list and correct one")
            inside = whole.basic + whole.item
            yield finding("OT2609", matter.implementing_code.span, matter=matter.name, inside=inside, basic=matter.basic_code.value, notes=notes, fix=fix)
