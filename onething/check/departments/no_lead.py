"""OT2501: there is a lead department."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, quoted
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_lead(analysis: Analysis) -> Iterator[Finding]:
    """OT2501: no lead department. If one department alone handles something and is not listed, it must be the one."""
    b = analysis.bundle
    if b.leads:
        return
    listed = {f.value for f in (*b.cooperating, *b.participants)}
    handling = {name for m in b.matters.values() for c in m.departments for name in (c.value or "").split("、") if name}
    units = {name for name, d in analysis.catalogue.departments.items() if d.is_unit}
    left = sorted(handling - listed - units)
    if len(left) == 1:
        fix = Fix(f"加一行“牵头部门：{left[0]}”", f"add “牵头部门：{left[0]}”", entry(b.span, "牵头部门", quoted(left[0])))
    else:
        fix = Fix("加一行“牵头部门：…”", "add “牵头部门：…”")
    yield finding("OT2501", b.span, fix=fix)
