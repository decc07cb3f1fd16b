"""``onething export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onething.cli.console import FINE, line, refuse
from onething.cli.language import say


def export(
    name: Annotated[str, typer.Argument(metavar="BUNDLE", help=say("一件事的名称、代码或文件", "name, code or file of a bundle"))],
    out: Annotated[Path, typer.Option("-o", "--out", help=say("写到哪个文件：.xlsx 或 .csv；不写为“名称.xlsx”", "file to write: .xlsx or .csv; default: its name .xlsx"))] = Path(""),
    workspace: Annotated[Path, typer.Option("--workspace", help=say("工作区", "the workspace"))] = Path("."),
) -> int:
    """把一件事写成实施清单（Excel、CSV），清单写不下的另列一张表。

    Write a bundle as a matter list; what a list cannot say is in a sheet of its own.
    """
    from onething.cli.target import bundle_named
    from onething.exchange.file_names import file_name
    from onething.exchange.give import give
    from onething.exchange.put import put
    from onething.exchange.sheets import sheets
    from onething.syntax import parse
    from onething.workbook import TooLong, workbook
    from onething.workbook.separated import comma_separated

    opened, examined = bundle_named(name, workspace)
    bundle = examined.bundle
    target = out if out.name else Path(f"{file_name(bundle.name)}.xlsx")
    if target.suffix.lower() not in (".xlsx", ".csv"):
        refuse(say(f"只能写成 .xlsx 或 .csv，这里是 {target.name}", f"written as .xlsx or .csv, not {target.name}"))
    trees = [parse(source) for source in opened.lineage(opened.source_at(examined.path))]
    given = give(bundle, trees, opened.catalogue)
    made = sheets(given)
    try:
        data = comma_separated(made[0]) if target.suffix.lower() == ".csv" else workbook(made)
    except TooLong as wrong:
        refuse(say(f"{wrong}，没有写", f"{wrong}: nothing is written"))
    put(target.parent, {target.name: data})
    line(say(f"写了 {target}：{len(bundle.matters)} 个事项，{len(given.rows)} 行", f"wrote {target}: {len(bundle.matters)} matters, {len(given.rows)} rows"))
    if given.unsaid:
        line(say(f"  清单写不下的有 {len(given.unsaid)} 处，列在表“未能导出”里", f"  {len(given.unsaid)} things that a list cannot say are in the sheet 未能导出"))
        if target.suffix.lower() == ".csv":
            line(say("  CSV 只有一张表，要看它们请写成 .xlsx", "  a CSV has one sheet only: write .xlsx to see them"))
    return FINE
