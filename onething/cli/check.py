"""``onething check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import FINDINGS, FINE, refuse, show
from onething.cli.language import say


def check(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=say("有警告也算不通过", "warnings fail too"))] = False,
    freeze: Annotated[bool, typer.Option("--freeze", help=say("把现有的问题记入基线，以后只报新的", "freeze what is found in the baseline; later only new findings count"))] = False,
) -> int:
    """检查所有文件，一次报出全部问题。

    Check all files and report everything in one run.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    from onething.cli.gather import gather

    report = gather(paths or [], freeze)
    show([e.finding for e in report.open], format)
    return FINDINGS if report.failed(strict) else FINE
