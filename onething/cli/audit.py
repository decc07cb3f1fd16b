"""``onething audit``."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Iterator, Optional

import typer

from onething.cli.console import FINDINGS, FINE, line, refuse, show
from onething.cli.language import say
from onething.cli.progress import JOBS

if TYPE_CHECKING:
    from onething.audit.profile import Profile
    from onething.cli.audited import Audited
    from onething.workspace import Workspace

FORMATS = ("text", "table", "json", "csv", "html")


def audit(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | table | json | csv | html")] = "text",
    profile: Annotated[Optional[list[str]], typer.Option("--profile", help=say("按哪个提法看几个“一”：五个一、六个一，或自己的 .yaml 文件；可写多次", "which numbered standard: 五个一, 六个一, or a .yaml file; repeated"))] = None,
    goal: Annotated[Optional[list[str]], typer.Option("--goal", help=say("达不到就不通过的目标：双减半", "a goal that fails the command: 双减半"))] = None,
    fail_under: Annotated[Optional[float], typer.Option("--fail-under", min=0, max=100, help=say("有总分低于它的就不通过", "fail if a score is below this"))] = None,
    jobs: Annotated[Optional[int], typer.Option("-j", "--jobs", min=1, help=JOBS)] = None,
) -> int:
    """给每件事按六度评分，每失一分都指出哪一行、补什么。

    Score each bundle on six degrees; each point lost names its line and what wins it.
    """
    if format not in FORMATS:
        refuse(say(f"--format 只能是 {'、'.join(FORMATS)}，这里是 {format}", f"--format is one of {', '.join(FORMATS)}, not {format}"))
    from onething.cli.audited import Asked, Audited, audited
    from onething.cli.target import workspaces
    from onething.workspace import has_errors

    asked: list[tuple[Asked, set[str] | None]] = []
    names: list[str] = []
    for workspace, only in workspaces(paths or []):
        if has_errors(workspace.findings):
            show(workspace.findings)
            return FINDINGS
        profiles = _profiles(workspace, profile)
        names += [p.name for p in profiles if p.name not in names]
        asked.append((Asked(workspace, profiles, _weights(workspace), _goals(workspace, goal), fail_under, format, names), only))
    made = [one for what, only in asked for one in audited(what, only, jobs)]
    done, unsound = [one for one in made if isinstance(one, Audited)], [one for one in made if isinstance(one, str)]
    failed = [failure for one in done for failure in one.failed]
    if format == "json":
        _json(done, failed, unsound)
    else:
        _print(sorted(done, key=lambda one: (one.score, one.file)), names, format)
    for path in unsound:
        sys.stderr.write(say(f"{path}：有错误，没有评，先运行 onething check\n", f"{path}: has errors and was not scored; run onething check first\n"))
    for failure in failed:
        sys.stderr.write(_words(failure) + "\n")
    return FINDINGS if failed or unsound else FINE


def _json(done: list[Audited], failed: list[dict], unsound: list[str]) -> None:
    """One object; each bundle was written out by the process that looked at it."""
    import json

    line('{"bundles": [')
    line(",\n".join(one.shown for one in done))
    line(f'], "failed": {json.dumps(failed, ensure_ascii=False)}, "with_errors": {json.dumps(unsound, ensure_ascii=False)}}}')


def _print(done: list[Audited], names: list[str], style: str) -> None:
    """Worst first; what they come to together at the end."""
    from onething.audit.table import header, together

    rows = tuple(one.row for one in done)
    if style == "csv":
        from onething.workbook.separated import comma_separated
        from onething.workbook.sheet import Sheet

        sys.stdout.flush()
        sys.stdout.buffer.write(comma_separated(Sheet("评估", header(names), rows)))
        return
    if style == "html":
        from onething.audit.page import page

        sys.stdout.flush()
        sys.stdout.buffer.write(page(rows, [one.shown for one in done], names).encode("utf-8", "replace"))
        return
    if style == "text":
        for one in done:
            line(one.shown)
            line()
    else:
        for text in _aligned([header(names), *rows]):
            line(text)
    for sentence in together(rows, names) if len(rows) > 1 else ():
        line(sentence)


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Columns under each other; a Chinese character takes two cells."""
    from onething.source import display_width

    widths = [max(display_width(r[i]) for r in rows) for i in range(len(rows[0]))]
    for cells in rows:
        yield "  ".join(cell + " " * (width - display_width(cell)) for cell, width in zip(cells, widths)).rstrip()


def _profiles(workspace: Workspace, asked: list[str] | None) -> list[Profile]:
    """The profiles asked for, else those of the workspace, else all that are shipped."""
    from onething.audit.profile import Unusable, profile, shipped

    found = []
    read_as_source = {s.path for s in workspace.sources}
    for name in asked or workspace.config.profiles or shipped():
        if not asked and name in read_as_source:
            refuse(say(f"{name} 会被当作规格来读：把它的文件夹写进 onething.toml 的 exclude", f"{name} is read as a specification: add its folder to exclude in onething.toml"))
        try:
            found.append(profile(name, workspace.root if not asked else Path(".")))
        except Unusable as error:
            refuse(say(error.zh, error.en))
    return found


def _goals(workspace: Workspace, asked: list[str] | None) -> list[str]:
    from onething.audit.halving import GOAL

    goals = asked or workspace.config.goals
    for goal in goals:
        if goal != GOAL:
            refuse(say(f"没有叫“{goal}”的目标，有：{GOAL}", f"no goal “{goal}”; there is {GOAL}"))
    return goals


def _weights(workspace: Workspace) -> dict[str, Fraction]:
    """What each degree weighs, as the workspace says."""
    from onething.audit.degrees import DEGREES

    names = [d.name for d in DEGREES]
    for name in workspace.config.weights:
        if name not in names:
            refuse(say(f"onething.toml 的 weights 写的“{name}”不是六度之一，有：{'、'.join(names)}", f"“{name}” in weights of onething.toml is no degree: {', '.join(names)}"))
    return {name: Fraction(str(weight)) for name, weight in workspace.config.weights.items()}


def _words(failure: dict) -> str:
    from onething.audit.text import place

    where = f"{failure['bundle']}（{place(failure)}）"
    if failure["what"] == "总分":
        return say(f"{where}：总分 {failure['found']:.1f}，要求不低于 {failure['wanted']:g}", f"{where}: scores {failure['found']:.1f}, asked for at least {failure['wanted']:g}")
    return say(f"{where}：没有做到{failure['what']}（{failure['found']}）", f"{where}: does not reach {failure['what']} ({failure['found']})")
