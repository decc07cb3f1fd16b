"""OT2402: somebody's longest path takes longer than the declared 总时限."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def limit_too_short(analysis: Analysis) -> Iterator[Finding]:
    """OT2402: somebody's longest path takes longer than the declared 总时限."""
    limit = analysis.bundle.limit
    if limit is None or limit.value is None:
        return
    if not _may_exceed(analysis, limit.value.time.length):
        return
    cells = [c for c in analysis.open_cells if not c.outcome.circle]
    worst = max(cells, key=lambda c: c.outcome.limit.time.length, default=None)
    if worst is None or worst.outcome.limit.time.length <= limit.value.time.length:
        return
    path = worst.outcome.limit.path
    matters = analysis.bundle.matters
    notes = [Note(c.span, name, name) for name in path for c in (*matters[name].promise, *matters[name].legal)[:1]]
    yield finding(
        "OT2402", limit.span, limit=limit.value.time.text(), needed=worst.outcome.limit.time.text(),
        label=(f"最长的一路：{' → '.join(path)}", f"longest path: {' → '.join(path)}"),
        notes=notes,
        fix=Fix(
            f"总时限改为{worst.outcome.limit.time.text()}，或缩短路上某个事项", "lengthen the limit, or shorten a matter on the path",
            () if "（" in limit.span.text or "(" in limit.span.text else ((limit.span, worst.outcome.limit.time.text()),),
        ),
        witness=applicant(analysis.bundle, worst.answers),
    )  # fmt: skip


def _may_exceed(analysis: Analysis, limit) -> bool:
    """Whether the longest path with every edge and every longest limit exceeds ``limit``: only then is each kind
    of applicant looked at. A circle may."""
    longest = {
        m.name: max((c.value.time.length for c in (*m.promise, *m.legal) if c.value), default=0)
        for m in analysis.bundle.matters.values()
    }
    before: dict[str, set[str]] = {name: set() for name in longest}
    for e in analysis.possible_edges:
        before[e.after].add(e.before)
    end: dict[str, int] = {}
    while len(end) < len(longest):
        ready = [m for m in longest if m not in end and before[m] <= end.keys()]
        if not ready:
            return True
        for m in ready:
            end[m] = longest[m] + max((end[b] for b in before[m]), default=0)
    return max(end.values(), default=0) > limit
