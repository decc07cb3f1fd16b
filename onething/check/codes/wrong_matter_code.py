"""OT2607: a matter's code is built as GB/T 39554.1 says."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.naming.codes import Fault, matter_code
from onething.plan.analysis import Analysis

LENGTHS = {"基本编码": (12, 14), "实施编码": (31, 33)}


def wrong_matter_code(analysis: Analysis) -> Iterator[Finding]:
    """OT2607: length, segments, and the check character of the organ's credit code inside."""
    for matter in analysis.bundle.matters.values():
        for entry, code in (("基本编码", matter.basic_code), ("实施编码", matter.implementing_code)):
            fault = _fault(code.value, LENGTHS[entry]) if code else None
            if fault:
                fix = Fix("照实施清单核对后改正；还没有编码的，不写", "check it against the published list; leave it out if there is none yet")
                yield finding("OT2607", code.span, entry=entry, matter=matter.name, why=fault.zh, why_en=fault.en, fix=fix)


def _fault(code: str, lengths: tuple[int, int]) -> Fault | None:
    if len(code) not in lengths:
        return Fault(f"应为{lengths[0]}位，带办理项{lengths[1]}位，这里是{len(code)}位", f"expected {lengths[0]} or {lengths[1]} characters, this has {len(code)}")
    read = matter_code(code)
    return read if isinstance(read, Fault) else None
