"""OT2217: a menu on which there is nothing to choose."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def empty_menu(analysis: Analysis) -> Iterator[Finding]:
    """OT2217: 办理方式：菜单, and no matter is 选办."""
    b = analysis.bundle
    if b.mode == "菜单" and b.matters and not any(m.participation == "选办" for m in b.matters.values()):
        fix = Fix("可以选的事项写“参与：选办”；都要办的，办理方式写“套餐”", "write 参与：选办 where one may choose; else it is a 套餐")
        yield finding("OT2217", b.menu_span or b.span, fix=fix)
