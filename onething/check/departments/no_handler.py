"""OT2505: every matter has a department."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, quoted
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_handler(analysis: Analysis) -> Iterator[Finding]:
    """OT2505: a matter without a department. If one of those that take part handles nothing else, it must be the one."""
    b = analysis.bundle
    silent = [m for m in b.matters.values() if not any(c.value for c in m.departments)]
    if not silent:
        return
    handling = {name for m in b.matters.values() for c in m.departments for name in (c.value or "").split("、")}
    idle = list(dict.fromkeys(f.value for f in (*b.leads, *b.cooperating, *b.participants) if f.value not in handling))
    for m in silent:
        if len(silent) == len(idle) == 1 and not m.departments:
            fix = Fix(f"加一行“办理部门：{idle[0]}”", f"add “办理部门：{idle[0]}”", entry(m.span, "办理部门", quoted(idle[0])))
        else:
            fix = Fix("加一行“办理部门：…”", "add “办理部门：…”")
        yield finding("OT2505", m.span, matter=m.name, fix=fix)
