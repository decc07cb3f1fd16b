"""OT2610: two matters of a bundle do not have one code."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.fact import Fact
from onething.plan.analysis import Analysis


def same_matter_code(analysis: Analysis) -> Iterator[Finding]:
    """OT2610: one code, one matter; two 办理项 of a matter have two codes."""
    first: dict[str, tuple[str, Fact[str]]] = {}
    for matter in analysis.bundle.matters.values():
        for code in (matter.basic_code, matter.implementing_code):
            if code is None:
                continue
            other, before = first.setdefault(code.value, (matter.name, code))
            if other != matter.name:
                notes = [Note(before.span, f"“{other}”的在这里", f"“{other}” has it here")]
                fix = Fix("核对后改正；是同一事项的两个办理项的，写办理项的编码", "correct one; two handled items of a matter have codes of their own")
                yield finding("OT2610", code.span, code=code.value, matter=matter.name, other=other, notes=notes, fix=fix)
