"""``onething check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from onething.cli.console import refuse, show, status_of
from onething.cli.language import say


def check(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=say("有警告也算不通过", "warnings fail too"))] = False,
) -> int:
    """检查所有文件，一次报出全部问题。

    Check all files and report everything in one run.
    """
    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    from onething.cli.target import workspaces

    findings = []
    for workspace, only in workspaces(paths or []):
        findings += workspace.findings
        for examined in workspace.examine(only):
            findings += examined.findings
    show(findings, format)
    return status_of(findings, strict)
