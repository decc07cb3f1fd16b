"""OT2219: a parameter that no condition compares with and no message mentions."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics.removal import block_removal
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def idle_parameter(analysis: Analysis) -> Iterator[Finding]:
    """OT2219: changing it would change nothing. One that is 未载明 stands for what nobody has said yet."""
    b = analysis.bundle
    used = {c.parameter for c in b.comparisons}
    for p in b.parameters.values():
        if p.number is None or p.name in used:
            continue
        if not re.search(rf"[｛{{]\s*{re.escape(p.name)}\s*[｝}}]", p.span.source.text):
            fix = Fix("删去，或在条件里用它代替写死的数字", "remove it, or use it where a condition has the number", block_removal(p.span))
            yield finding("OT2219", p.span, parameter=p.name, fix=fix)
