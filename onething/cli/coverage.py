"""``onething coverage``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onething.cli.console import FINDINGS, FINE, line, refuse, send, show, shown
from onething.cli.language import say
from onething.cli.progress import JOBS, progress

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.province.coverage import Coverage
    from onething.workspace import Workspace

SHOWN = 40  # of what is missing, on a terminal, unless --all
OWN = ("text", "json", "csv", "xlsx", "html")


def coverage(
    path: Annotated[Optional[Path], typer.Argument(help=say("工作区，不写为当前文件夹", "a workspace; default: here"))] = None,
    by: Annotated[str, typer.Option("--by", help=say("按什么数：list 清单 | bundle 标准 | place 地区 | matter 事项", "counted by list | bundle | place | matter"))] = "",
    place: Annotated[str, typer.Option("--place", help=say("只看这个地区和它下面的", "only this place and those below it"))] = "",
    today: Annotated[str, typer.Option("--today", help=say("按哪一天判断，如 2026-03-01", "the day to judge by, such as 2026-03-01"))] = "",
    format: Annotated[str, typer.Option("--format", help="text | json | csv | xlsx | html | sarif | junit | github | gitlab")] = "text",
    output: Annotated[Optional[Path], typer.Option("-o", "--output", help=say("写到这个文件", "write to this file"))] = None,
    jobs: Annotated[Optional[int], typer.Option("-j", "--jobs", min=1, help=JOBS)] = None,
    all: Annotated[bool, typer.Option("--all", help=say("缺的全部列出", "list everything that is missing"))] = False,
) -> int:
    """各地的一件事齐不齐：有、部分、缺、多、改名、旧版。

    Which place has which bundle of the standard lists: there, partly, missing, extra, renamed, outdated.
    """
    from onething.diagnostics.render.formats import FORMATS
    from onething.province.coverage import coverage as covered
    from onething.province.goal import unmet
    from onething.province.table import VIEWS
    from onething.workspace import has_errors
    from onething.workspace.goals import goals
    from onething.workspace.summaries import summaries

    formats = (*OWN, *(f for f in FORMATS if f not in OWN))
    _one_of("--format", format, formats)
    if by:
        _one_of("--by", by, tuple(VIEWS))
        if format not in ("text", "csv"):
            refuse(say("--by 只用于 text 和 csv", "--by goes with text and csv"))
    if format == "xlsx" and output is None:
        refuse(say("xlsx 要用 -o 写到文件", "xlsx needs -o FILE"))
    if output is not None and (output.is_dir() or not output.parent.is_dir()):
        refuse(say(f"写不到 {output}：要一个文件名，文件夹要先有", f"cannot write {output}: it must be a file in a folder that is there"))
    workspace = _workspace(path or Path("."))
    if has_errors(workspace.findings):
        show(workspace.findings)
        return FINDINGS
    day = _day(today) or workspace.catalogue.today
    if place and place not in workspace.catalogue.places:
        refuse(say(f"目录里没有地区“{place}”", f"there is no place “{place}” in the catalogue"))
    own = workspace.config.place if workspace.config.place in workspace.catalogue.places else ""
    made = covered(summaries(workspace, jobs, progress), workspace.catalogue, day, place or own)
    found = list(unmet(made, workspace.catalogue, goals(workspace.root, workspace.config)))
    _write(made, found, by, format, output, all, workspace)
    return FINDINGS if has_errors(found) else FINE


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        refuse(say(f"{option} 只能是 {'、'.join(allowed)}，这里是 {value}", f"{option} is one of {', '.join(allowed)}, not {value}"))


def _workspace(path: Path) -> Workspace:
    """The one workspace that is meant. Coverage is asked of a whole one."""
    from onething.cli.target import workspaces

    (workspace, only), *more = workspaces([path], cached=True)
    if more:
        refuse(say(f"{path} 下面有几个工作区，写明是哪一个", f"there are several workspaces below {path}; name one"))
    if only is not None:
        refuse(say("覆盖要看整个工作区；只看一个地区用 --place", "coverage is asked of a whole workspace; use --place for one place"))
    return workspace


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        refuse(say(f"--today 写作 2026-03-01，这里是 {text}", f"--today is written 2026-03-01, not {text}"))


def _write(made: Coverage, found: list[Finding], by: str, format: str, output: Path | None, all: bool, workspace: Workspace) -> None:
    """The coverage in its format; findings beside it, never within what a program reads."""
    if format not in OWN:
        from onething.diagnostics.report import Report

        report = Report()
        report.add(found)
        send(report, format)
        return
    data = _form(made, found, by, format, all or output is not None, workspace)
    if output is not None:
        from onething.workspace.write import replace_file

        replace_file(output, data)
        line(say(f"已写到 {output}", f"written to {output}"))
    elif format == "text":
        line(data.decode("utf-8").rstrip("\n"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    if format != "json" or output is not None:
        beside = sys.stdout if output is not None or format == "text" else sys.stderr
        for each in found:
            beside.write("\n" + shown(each))


def _form(made: Coverage, found: list[Finding], by: str, format: str, all: bool, workspace: Workspace) -> bytes:
    if format == "json":
        import json

        from onething.province.as_json import as_json

        return (json.dumps(as_json(made, found), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    if format == "csv":
        from onething.province.as_csv import as_csv
        from onething.province.table import VIEWS, every_cell

        return as_csv(VIEWS[by](made) if by else every_cell(made))
    if format == "xlsx":
        from onething.province.as_xlsx import as_xlsx

        return as_xlsx(made)
    if format == "html":
        from onething.province.heatmap.page import page

        return page(made, workspace.config.name).encode("utf-8")
    from onething.province.as_text import as_text, drawn
    from onething.province.table import VIEWS

    lines = drawn(VIEWS[by](made)) if by else as_text(made, 0 if all else SHOWN)
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
