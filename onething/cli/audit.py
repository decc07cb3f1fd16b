"""``onething audit``."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Iterator, Optional

import typer

from onething.cli.console import FINDINGS, line, refuse, show
from onething.cli.language import say

if TYPE_CHECKING:
    from onething.audit.profile import Profile
    from onething.workspace import Workspace

FORMATS = ("text", "table", "json", "csv")


def audit(
    paths: Annotated[Optional[list[Path]], typer.Argument(help=say("文件或文件夹，不写为当前文件夹", "files or folders; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | table | json | csv")] = "text",
    profile: Annotated[Optional[list[str]], typer.Option("--profile", help=say("按哪个提法看几个“一”：五个一、六个一，或自己的 .yaml 文件；可写多次", "which numbered standard: 五个一, 六个一, or a .yaml file; repeated"))] = None,
    goal: Annotated[Optional[list[str]], typer.Option("--goal", help=say("达不到就不通过的目标：双减半", "a goal that fails the command: 双减半"))] = None,
    fail_under: Annotated[Optional[float], typer.Option("--fail-under", min=0, max=100, help=say("有总分低于它的就不通过", "fail if a score is below this"))] = None,
) -> int:
    """给每件事按六度评分，每失一分都指出哪一行、补什么。

    Score each bundle on six degrees; each point lost names its line and what wins it.
    """
    if format not in FORMATS:
        refuse(say(f"--format 只能是 {'、'.join(FORMATS)}，这里是 {format}", f"--format is one of {', '.join(FORMATS)}, not {format}"))
    from onething.audit.table import header, row
    from onething.audit.text import audit_text
    from onething.cli.target import workspaces
    from onething.workspace import has_errors

    made: list[tuple[float, str, tuple[str, ...], str]] = []  # score, file, row, text
    failed, unsound, names = [], [], []
    asked = []
    for workspace, only in workspaces(paths or []):
        if has_errors(workspace.findings):
            show(workspace.findings)
            return FINDINGS
        asked.append((workspace, only, _profiles(workspace, profile), _goals(workspace, goal), _weights(workspace)))
    if format == "json":
        line('{"bundles": [')
    for workspace, only, profiles, goals, weights in asked:
        names += [p.name for p in profiles if p.name not in names]
        for body in _audited(workspace, only, profiles, weights, unsound):
            failed += _failed(body, goals, fail_under)
            if format == "json":
                line(("," if made else "") + _json(body))
            score = -1.0 if body["score"] is None else body["score"]
            made.append((score, body["file"], row(body), audit_text(body) if format == "text" else ""))
    made.sort(key=lambda m: m[:2])
    if format == "json":
        line(f'], "failed": {_json(failed)}, "with_errors": {_json(unsound)}}}')
    elif format == "csv":
        from onething.workbook.separated import comma_separated
        from onething.workbook.sheet import Sheet

        sys.stdout.flush()
        sys.stdout.buffer.write(comma_separated(Sheet("评估", header(names), tuple(r for _, _, r, _ in made))))
    else:
        _print(made, names, format)
    for path in unsound:
        sys.stderr.write(say(f"{path}：有错误，没有评，先运行 onething check\n", f"{path}: has errors and was not scored; run onething check first\n"))
    for failure in failed:
        sys.stderr.write(_words(failure) + "\n")
    return FINDINGS if failed or unsound else 0


def _print(made: list, names: list[str], style: str) -> None:
    from onething.audit.table import header, together

    rows = [r for _, _, r, _ in made]
    if style == "text":
        for _, _, _, text in made:
            line(text)
            line("")
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


def _audited(workspace: Workspace, only: set[str] | None, profiles: list[Profile], weights: dict[str, Fraction], unsound: list[str]) -> Iterator[dict]:
    """The report of each bundle, in the order of files; files with errors are put into ``unsound``."""
    from onething.audit import audit as audited
    from onething.audit.report import report
    from onething.cli.gather import folder_of

    folder = folder_of(workspace)
    for examined in workspace.examine(only):
        if examined.sound:
            yield report(audited(examined.analysis, profiles, weights), folder)
        else:
            unsound.append(folder + examined.path)


def _profiles(workspace: Workspace, asked: list[str] | None) -> list[Profile]:
    """The profiles asked for, else those of the workspace, else all that are shipped."""
    from onething.audit.profile import profile, shipped

    found = []
    for name in asked or workspace.config.profiles or shipped():
        try:
            found.append(profile(name, workspace.root if not asked else Path(".")))
        except ValueError as error:
            refuse(str(error))
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


def _failed(body: dict, goals: list[str], fail_under: float | None) -> list[dict]:
    """Why a bundle fails: below the score asked for, or short of a goal – which what cannot be derived is, too."""
    here = {key: body[key] for key in ("bundle", "file", "line")}
    failed = []
    if fail_under is not None and body["score"] is not None and body["score"] < fail_under:
        failed.append({**here, "what": "总分", "wanted": fail_under, "found": body["score"]})
    for goal in goals:
        if body["halving"]["verdict"] != "相符":
            failed.append({**here, "what": goal, "wanted": "相符", "found": body["halving"]["verdict"]})
    return failed


def _words(failure: dict) -> str:
    from onething.audit.text import place

    where = f"{failure['bundle']}（{place(failure)}）"
    if failure["what"] == "总分":
        return say(f"{where}：总分 {failure['found']:.1f}，要求不低于 {failure['wanted']:g}", f"{where}: scores {failure['found']:.1f}, asked for at least {failure['wanted']:g}")
    return say(f"{where}：没有做到{failure['what']}（{failure['found']}）", f"{where}: does not reach {failure['what']} ({failure['found']})")


def _json(thing) -> str:
    import json

    return json.dumps(thing, ensure_ascii=False, indent=1)
