"""``onething explain``."""

from __future__ import annotations

from typing import Annotated

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say


def explain(code: Annotated[str, typer.Argument(help=say("问题的编号，如 OT2103；或“全部”", "code of a finding such as OT2103; or all"))]) -> int:
    """解释一个编号：查什么、为什么、怎么改。

    Explain a code: what it finds, why, and how to mend it.
    """
    from onething.check.pages import page_of
    from onething.diagnostics import CODES
    from onething.diagnostics.codes import FAMILIES

    if code in ("全部", "all"):
        for family, codes in FAMILIES.items():
            line(family)
            for each in codes:
                line(f"  {each.id} {say(each.severity.zh, each.severity.value)}  {say(each.zh, each.en)}")
        return 0
    wanted = code.upper()
    if wanted not in CODES:
        refuse(say(f"没有编号 {code}；onething explain 全部 列出所有编号", f"no code {code}; onething explain all lists them"))
    page = page_of(wanted).read_text(encoding="utf-8").rstrip()
    chinese, _, english = page.rpartition("\n\nIn English: ")
    line(say(page, f"{wanted}: {english}\n\n{chinese}"))
    return 0
