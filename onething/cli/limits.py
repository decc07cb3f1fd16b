"""``onething limits``."""

from __future__ import annotations

from onething.cli.console import line
from onething.cli.language import LANG, say


def limits() -> int:
    """列出各项上限：最多收多少，为了什么，超出报什么。

    List the limits: how much is accepted, what for, and what is found beyond.
    """
    from onething.limits import LIMITS
    from onething.source import display_width

    at = 1 if LANG == "en" else 0
    rows = [say("名称 上限 编号 限的是什么；为了什么", "name limit code what is limited; what for").split(" ", 3)]
    for limit in LIMITS:
        what, protects = limit.what[at], limit.protects[at]
        rows.append([limit.name, str(limit.value), limit.code or "-", f"{what}；{protects}" if at == 0 else f"{what}; {protects}"])
    widths = [max(display_width(row[i]) for row in rows) for i in range(3)]
    for row in rows:
        line("  ".join(cell + " " * (widths[i] - display_width(cell)) for i, cell in enumerate(row[:3])) + "  " + row[3])
    return 0
