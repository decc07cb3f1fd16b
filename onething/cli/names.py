"""``onething names``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onething.cli.console import FINDINGS, FINE, line, refuse, show
from onething.cli.language import LANG, say
from onething.cli.progress import JOBS, progress

if TYPE_CHECKING:
    from onething.province.unofficial import Unofficial

SHOWN = 3  # places of one name, in text
HEADS = {
    "同一": ("就是，改成标准的名称", "the same: use the official name"),
    "可能": ("可能是，由人定", "perhaps: a person decides"),
    "不同": ("自己的名称，没有相近的标准", "names of their own, near no standard"),
}
COLUMNS = ("种类", "名称", "判断", "标准名称", "理由", "文件", "行")


def names(
    path: Annotated[Optional[Path], typer.Argument(help=say("工作区，不写为当前文件夹", "a workspace; default: here"))] = None,
    format: Annotated[str, typer.Option("--format", help="text | json | csv")] = "text",
    jobs: Annotated[Optional[int], typer.Option("-j", "--jobs", min=1, help=JOBS)] = None,
) -> int:
    """和标准不一致的名称：多半是哪一个，为什么，写在哪里。

    Names that are not the official ones: what each probably means, why, and where it stands.
    """
    if format not in ("text", "json", "csv"):
        refuse(say(f"--format 只能是 text、json 或 csv，这里是 {format}", f"--format is text, json or csv, not {format}"))
    from onething.cli.target import workspaces
    from onething.province.unofficial import unofficial
    from onething.workspace import has_errors
    from onething.workspace.summaries import summaries

    (workspace, only), *more = workspaces([path or Path(".")])
    if more:
        refuse(say(f"{path} 下面有几个工作区，写明是哪一个", f"there are several workspaces below {path}; name one"))
    if has_errors(workspace.findings):
        show(workspace.findings)
        return FINDINGS
    made = [s for s in summaries(workspace, jobs, progress) if only is None or s.path in only]
    found = unofficial(made, workspace.catalogue)
    {"text": _text, "json": _json, "csv": _csv}[format](found)
    return FINE


def _text(found: list[Unofficial]) -> None:
    if not found:
        line(say("没有和标准不一致的名称", "every name is the official one"))
    for verdict, words in HEADS.items():
        some = [u for u in found if u.verdict == verdict]
        if not some:
            continue
        line(f"{say(*words)}（{len(some)}）")
        for u in some:
            why = f"，{u.zh if LANG == 'zh' else u.en}" if u.official else ""
            line(f"  {u.kind} {u.name}" + (f" → {u.official}{why}" if u.official else ""))
            places = "、".join(f"{path}:{at}" for path, at in u.places[:SHOWN])
            more = len(u.places) - SHOWN
            line(f"      {places}" + (say(f" 等{len(u.places)}处", f" and {more} more") if more > 0 else ""))


def _json(found: list[Unofficial]) -> None:
    import json

    rows = [
        {"kind": u.kind, "name": u.name, "verdict": u.verdict, "official": u.official, "reason": u.zh if LANG == "zh" else u.en,
         "places": [{"file": path, "line": at} for path, at in u.places]}
        for u in found
    ]  # fmt: skip
    line(json.dumps({"names": rows}, ensure_ascii=False, indent=1))


def _csv(found: list[Unofficial]) -> None:
    from onething.province.as_csv import as_csv

    from onething.province.table import Table

    rows = tuple((u.kind, u.name, u.verdict, u.official, u.zh, path, at) for u in found for path, at in u.places)
    sys.stdout.flush()
    sys.stdout.buffer.write(as_csv(Table(COLUMNS, rows)))
