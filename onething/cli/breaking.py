"""``onething breaking``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onething.cli.console import FINDINGS, FINE, look, refuse, send, show
from onething.cli.language import say

if TYPE_CHECKING:
    from onething.diagnostics.report import Report
    from onething.workspace import Workspace


def breaking(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    against: Annotated[str, typer.Option("--against", help=say("和什么比：git 版本、文件夹或压缩包", "what to compare with: a git revision, a folder or an archive"))] = "",
    sets: Annotated[str, typer.Option("--sets", help=say("看哪几类：办事人、窗口、对接系统、统计口径（用逗号分开）", "whom to look at: 办事人, 窗口, 对接系统, 统计口径"))] = "",
    format: Annotated[str, typer.Option("--format", help="text | json | sarif | junit | github | gitlab")] = "text",
    ambiguous_width: Annotated[Optional[int], typer.Option("--ambiguous-width", help=say("“ … ① 这类字符占几格：1 或 2", "cells of characters such as “ … ①: 1 or 2"))] = None,
) -> int:
    """和原来的版本比：哪些变化会影响办事人、窗口、对接系统、统计口径，又没有人同意过。

    Compare with an earlier state: changes that touch applicants, counters, connected systems, statistics and are not approved.
    """
    from onething.diagnostics.render.formats import FORMATS
    from onething.diagnostics.report import Report
    from onething.cli.target import workspaces
    from onething.workspace import has_errors

    if format not in FORMATS:
        refuse(say(f"--format 只能是 {'、'.join(FORMATS)}，这里是 {format}", f"--format is one of {', '.join(FORMATS)}, not {format}"))
    if not against:
        refuse(say("要写 --against：和哪个 git 版本、文件夹或压缩包比", "--against is needed: a git revision, a folder or an archive"))
    asked = _sets(sets)
    terminal = look(ambiguous_width)
    report = Report()
    for workspace, only in workspaces(paths or []):
        if has_errors(workspace.findings):
            show(workspace.findings)
            return FINDINGS
        _compare(report, workspace, only, against, asked or tuple(workspace.config.breaking))
    send(report, format, terminal)
    return FINDINGS if report.failed() else FINE


def _sets(text: str) -> tuple[str, ...]:
    """The sets named; () = none. Ends the command for an unknown one."""
    from onething.diff.effect import TOUCHED

    named = tuple(s for s in re.split(r"[,，、\s]+", text) if s)
    by_english = {english: who for who, english in TOUCHED.items()}
    for name in named:
        if name not in TOUCHED and name not in by_english:
            refuse(say(f"--sets 只能是 {'、'.join(TOUCHED)}，这里是 {name}", f"--sets is among {', '.join(TOUCHED)}, not {name}"))
    return tuple(by_english.get(n, n) for n in named)


def _compare(report: Report, workspace: Workspace, only: set[str] | None, against: str, sets: tuple[str, ...]) -> None:
    from onething.cli.gather import folder_of
    from onething.diff.effect import TOUCHED
    from onething.workspace import open_workspace
    from onething.workspace.against import Unusable, state
    from onething.workspace.breaking import breaking

    folder = folder_of(workspace)
    report.files += [folder + s.path for s in workspace.sources if only is None or s.path in only]
    try:
        with state(against, workspace.root) as before:
            for found, reason in breaking(open_workspace(before), workspace, sets or tuple(TOUCHED), only):
                report.add([found], folder, reason=reason)
    except Unusable as why:
        refuse(say(why.zh, why.en))
