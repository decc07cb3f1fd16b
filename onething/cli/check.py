"""``onething check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, FINE, look, refuse, send, send_again
from onething.cli.language import say
from onething.cli.progress import JOBS


def check(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | json | sarif | junit | github | gitlab")] = "text",
    ambiguous_width: Annotated[Optional[int], typer.Option("--ambiguous-width", help=say("“ … ① 这类字符占几格：1 或 2", "cells of characters such as “ … ①: 1 or 2"))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=say("有警告也算不通过", "warnings fail too"))] = False,
    freeze: Annotated[bool, typer.Option("--freeze", help=say("把现有的问题记入基线，以后只报新的", "freeze what is found in the baseline; later only new findings count"))] = False,
    fix: Annotated[bool, typer.Option("--fix", help=say("照建议改有把握的：空格、括号、全角半角一类", "apply repairs that are beyond doubt: blanks, brackets, widths"))] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help=say("连猜的也改（“是不是……”），改完要自己看一遍", "apply guesses too (did you mean …); look at the result"))] = False,
    jobs: Annotated[Optional[int], typer.Option("-j", "--jobs", min=1, help=JOBS)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=say("不用上次记下的结果，全部重新检查", "check everything anew, whatever was found before"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=say("只显示会改什么，不写文件", "only show what would change"))] = False,
) -> int:
    """检查所有文件，一次报出全部问题。

    Check all files and report everything in one run.
    """
    from onething.cli.again import asked

    terminal = look(ambiguous_width)
    whole = not (no_cache or freeze or fix or unsafe or diff)  # else the answer is not only said
    before = asked(paths or [], "check", format, strict, terminal) if whole else None
    answer = before and before.answer()
    if answer:
        send_again(answer[1], format)
        return answer[0]
    from onething.cli.gather import gather
    from onething.diagnostics.render.formats import FORMATS

    if format not in FORMATS:
        refuse(say(f"--format 只能是 {'、'.join(FORMATS)}，这里是 {format}", f"--format is one of {', '.join(FORMATS)}, not {format}"))
    if unsafe and not (fix or diff):
        refuse(say("--unsafe 要和 --fix 或 --diff 一起用", "--unsafe goes with --fix or --diff"))
    if fix or diff:
        from onething.cli.repair import repair

        changes = repair(paths or [], unsafe, diff)
        if diff:
            return FINDINGS if changes or gather(paths or []).failed() else FINE
    report = gather(paths or [], freeze, jobs, not no_cache, before and before.cache)
    if strict:
        report.strict |= {e.folder for e in report.entries}
    text = send(report, format, terminal)
    status = FINDINGS if report.failed() else FINE
    if before:
        before.keep(status, text)
    return status
