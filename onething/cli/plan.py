"""``onething plan``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import line, refuse
from onething.cli.language import say

Answers = Annotated[Optional[list[str]], typer.Option("--answers", help=say("回答：情形=回答，可写多次；或一个文件", "answers: situation=answer, repeated; or a file"))]
Choose = Annotated[Optional[list[str]], typer.Option("--choose", help=say("选办的事项，可写多次", "optional matters chosen, repeated"))]
Done = Annotated[Optional[list[str]], typer.Option("--done", help=say("此前已办结的事项", "matters finished before"))]
Doing = Annotated[Optional[list[str]], typer.Option("--doing", help=say("正在办的事项", "matters in progress"))]
Where = Annotated[Path, typer.Option("-w", "--workspace", help=say("工作区，不写为当前文件夹", "workspace; default: here"))]


def plan(
    bundle: Annotated[str, typer.Argument(help=say("一件事的名称、代码、“地区/名称”或文件", "name, code, place/name or file of a bundle"))],
    answers: Answers = None,
    choose: Choose = None,
    done: Done = None,
    doing: Doing = None,
    workspace: Where = Path("."),
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
) -> int:
    """按给出的回答，算出办哪些事项、填什么、交什么、多久。

    What happens for given answers: matters, form, materials, time.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    from onething.cli.target import applicant, bundle_named
    from onething.plan.partial import partial
    from onething.plan.report import report

    _, examined = bundle_named(bundle, workspace)
    analysis = applicant(examined.analysis, answers or [], choose or [], done or [], doing or [])
    body = report(partial(analysis))
    if format == "json":
        import json

        line(json.dumps(body, ensure_ascii=False, indent=1))
    else:
        from onething.cli.plan_text import plan_text

        line(plan_text(body))
    return 0
