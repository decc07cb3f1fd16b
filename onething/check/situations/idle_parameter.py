"""OT2219: a parameter that no condition compares with and no message mentions."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def idle_parameter(analysis: Analysis) -> Iterator[Finding]:
    """OT2219: changing it would change nothing."""
    b = analysis.bundle
    used = {c.parameter for c in b.comparisons}
    for p in b.parameters.values():
        text = p.span.source.text
        said = re.search(rf"[｛{{]\s*{re.escape(p.name)}\s*[｝}}]", text)
        unread = p.number is None and text.count(p.name) > 1  # compared with, though nobody has stated it
        if p.name not in used and not said and not unread:
            fix = Fix("删去，或在条件里用它代替写死的数字", "remove it, or use it where a condition has the number")
            yield finding("OT2219", p.span, parameter=p.name, fix=fix)
