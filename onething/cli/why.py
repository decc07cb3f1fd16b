"""``onething why``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say
from onething.cli.plan import Answers, Choose, Doing, Done, Where


def why(
    bundle: Annotated[str, typer.Argument(help=say("一件事的名称、代码、“地区/名称”或文件", "name, code, place/name or file of a bundle"))],
    thing: Annotated[str, typer.Argument(help=say("事项、材料、字段、情形，或“甲→乙”的先后", "a matter, material, field, situation, or an order 甲→乙"))],
    answers: Answers = None,
    choose: Choose = None,
    done: Done = None,
    doing: Doing = None,
    workspace: Where = Path("."),
) -> int:
    """说出一样东西的理由，直到写它的那一行。

    The reason of one thing, down to the line that says so.
    """
    from onething.cli.target import applicant, bundle_named
    from onething.plan.reasons import known, reasons

    _, examined = bundle_named(bundle, workspace)
    base = examined.analysis
    whole = base if not (answers or choose or done or doing) else applicant(base, answers or [], choose or [], done or [], doing or [])
    found = reasons(whole, thing)
    if not found:
        names = "、".join(known(base.bundle))
        refuse(say(f"这里没有“{thing}”。可以问：{names}", f"there is no “{thing}” here. Ask about: {names}"))
    for reason in found:
        line(reason)
    return 0
