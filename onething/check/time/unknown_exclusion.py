"""OT2403: 不含 names neither a declared special procedure nor a matter."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, further, quoted
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.source import Span


def unknown_exclusion(analysis: Analysis) -> Iterator[Finding]:
    """OT2403: 不含 names something that is neither a declared special procedure nor a matter."""
    b = analysis.bundle
    known = {p.value for p in b.special_procedures} | set(b.matters)
    limits = [(c.value, c.span) for m in b.matters.values() for c in (*m.promise, *m.legal)]
    if b.limit:
        limits.append((b.limit.value, b.limit.span))
    for limit, span in limits:
        for name in limit.excluding if limit is not None else ():
            if name not in known:
                at = span.text.find(name, span.text.find("含"))
                place = Span(span.source, span.start + at, span.start + at + len(name)) if at >= 0 else span
                steps = b.special_procedures
                edits = further(steps[-1].span, name) if steps else entry(b.span, "特别程序", quoted(name))
                yield finding(
                    "OT2403", place, name=name,
                    fix=Fix(f"在一件事里写“特别程序：{name}”", f"declare “特别程序：{name}” in the bundle", edits),
                )  # fmt: skip
