"""``onething import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onething.cli.console import FINDINGS, FINE, line, refuse, show
from onething.cli.language import LANG, say

if TYPE_CHECKING:
    from onething.exchange.take import Taken


def import_(
    lists: Annotated[list[Path], typer.Argument(metavar="FILE…", help=say("实施清单：.xlsx 或 .csv", "matter lists: .xlsx or .csv"))],
    out: Annotated[Path, typer.Option("-o", "--out", help=say("写到哪个文件夹；不在工作区里就新建一个", "folder to write to; made a workspace if it lies in none"))] = Path("."),
    sheet: Annotated[str, typer.Option("--sheet", help=say("只读这张表", "read this sheet only"))] = "",
    bundle: Annotated[str, typer.Option("--bundle", help=say("只读这一件事；清单没有写的，就是它的名称", "take this bundle only; its name if the list names none"))] = "",
    lead: Annotated[str, typer.Option("--lead", help=say("清单没有写牵头部门时，由它牵头", "who leads, where the list does not say"))] = "",
    force: Annotated[bool, typer.Option("--force", help=say("已有的文件也改写", "write over files that are there"))] = False,
    format: Annotated[str, typer.Option("--format", help="text | json")] = "text",
) -> int:
    """把现有的实施清单（Excel、CSV）读成目录和一件事，读不懂的格子标出来。

    Read existing matter lists into a catalogue and bundles; what cannot be read is marked.
    """
    from onething.exchange.mark import mark
    from onething.exchange.put import put
    from onething.exchange.take import take
    from onething.workbook.grid import Refused
    from onething.workbook.read import read
    from onething.workspace.walk import root_of

    if format not in ("text", "json"):
        refuse(say(f"--format 只能是 text 或 json，这里是 {format}", f"--format is text or json, not {format}"))
    status, told = FINE, []
    for path in lists:
        if not path.is_file():
            refuse(say(f"没有这个文件：{path}", f"no such file: {path}"))
        root = root_of(out)
        try:
            taken = take(read(path), root, _folder(out, root), sheet=sheet, bundle=bundle, lead=lead)
        except Refused as refused:
            refuse(say(f"{path} {refused.zh}", f"{path}: {refused.en}"))
        base = root or out
        there = [name for name in taken.files if (base / name).exists()]
        if there and not force:
            refuse(say(f"{base} 里已有 {'、'.join(there)}，没有改动；要改写用 --force", f"{base} already has {', '.join(there)}; nothing changed; --force writes over them"))
        files = {name: text.encode("utf-8") for name, text in taken.files.items()}
        marked = f"{_folder(out, root)}{path.stem}.标注.xlsx" if taken.findings or taken.lost else ""
        put(base, files | ({marked: mark(taken)} if marked else {}))
        if any(f.severity.value == "error" for f in taken.findings):
            status = FINDINGS
        if format == "json":
            told.append(_json(path, taken, marked))
        else:
            _text(taken, path, marked)
    if format == "json":
        import json

        line(json.dumps(told, ensure_ascii=False, indent=1))
    return status


def _folder(out: Path, root: Path | None) -> str:
    """Where in the workspace the files go, with ``/`` behind it."""
    if root is None or out.resolve() == root:
        return ""
    return out.resolve().relative_to(root).as_posix() + "/"


def _text(taken: Taken, path: Path, marked: str) -> None:
    if taken.findings:
        show(taken.findings)
        line()
    bundles = "、".join(taken.bundles)
    line(say(f"{path}：读入 {taken.rows} 行，{taken.matters} 个事项", f"{path}: {taken.rows} rows taken, {taken.matters} matters") + (say(f"（{bundles}）", f" ({bundles})") if bundles else ""))
    for name in taken.files:
        line(say(f"  写了 {name}", f"  wrote {name}"))
    if taken.lost:
        line(say(f"  没有读入 {len(taken.lost)} 行，逐行列在标注里", f"  {len(taken.lost)} rows were not taken; the marked copy lists them"))
    if marked:
        line(say(f"  标注在 {marked}", f"  marked copy: {marked}"))


def _json(path: Path, taken: Taken, marked: str) -> dict:
    places = taken.places
    found = []
    for each in taken.findings:
        at = places.cell(each.span)
        where = {"sheet": places.sheet(at), "row": at.row, "column": at.column} if at is not None else {"sheet": None, "row": None, "column": None}
        fix = each.fix.text(LANG) if each.fix else None
        found.append({"code": each.code, "severity": each.severity.value, "message": each.message(LANG), **where, "fix": fix})
    lost = [{"sheet": places.sheet(row.at), "row": row.at.row, "reason": row.en if LANG == "en" else row.zh} for row in taken.lost]
    return {
        "file": path.as_posix(), "rows": taken.rows, "bundles": taken.bundles, "matters": taken.matters,
        "written": list(taken.files), "marked": marked, "findings": found, "not_taken": lost,
    }  # fmt: skip
