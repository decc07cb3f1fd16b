"""OT2608: the code is that of something that is handled, not of a heading."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.naming.codes import MatterCode, matter_code
from onething.plan.analysis import Analysis


def heading_code(analysis: Analysis) -> Iterator[Finding]:
    """OT2608: a 主项 that has 子项 (00Y) is never handled itself."""
    for matter in analysis.bundle.matters.values():
        for code in (matter.basic_code, matter.implementing_code):
            read = matter_code(code.value) if code else None
            if isinstance(read, MatterCode) and read.heading:
                fix = Fix("改写所办子项的编码", "write the code of the sub-item that is handled")
                yield finding("OT2608", code.span, matter=matter.name, code=code.value, fix=fix)
