"""时限: promises against the law, the limit of the whole against the longest path, exclusions that name nothing."""

from __future__ import annotations

from typing import Iterator

from onething.plan.applicant import applicant
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.source import Span


def promise_within_law(analysis: Analysis) -> Iterator[Finding]:
    """OT2401: a promise is longer than the legal limit that holds for the same applicant."""
    for m in analysis.bundle.matters.values():
        for promise in m.promise:
            for legal in m.legal:
                if promise.value is None or legal.value is None or promise.value.time.length <= legal.value.time.length:
                    continue
                where = analysis.where(both(m.applies, promise.when, legal.when))
                if where:
                    yield finding(
                        "OT2401", promise.span, promise=promise.value.time.text(), legal=legal.value.time.text(),
                        notes=[Note(legal.span, "法定时限", "the legal limit")],
                        fix=Fix(f"承诺时限改为不超过{legal.value.time.text()}", f"promise at most {legal.value.time.text()}"),
                        witness=() if promise.when is True else applicant(analysis.bundle, analysis.space.witness(where)),
                    )  # fmt: skip


def limit_of_the_whole(analysis: Analysis) -> Iterator[Finding]:
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
        fix=Fix(f"总时限改为{worst.outcome.limit.time.text()}，或缩短路上某个事项", "lengthen the limit, or shorten a matter on the path"),
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


def exclusions(analysis: Analysis) -> Iterator[Finding]:
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
                yield finding(
                    "OT2403", place, name=name,
                    fix=Fix(f"在一件事里写“特别程序：{name}”", f"declare 特别程序：{name} in the bundle"),
                )  # fmt: skip
