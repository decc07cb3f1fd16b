"""A workbook given back as its owner knows it – formats, merged cells, hidden sheets – with cells marked and a sheet put first."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple, Sequence

from onething.limits import WORKBOOK_SECONDS
from onething.workbook.sheet import Cell, Sheet
from onething.workbook.write import put_comment, put_sheet, put_state, stable


class Mark(NamedTuple):
    """One marked cell: name of its sheet, row, column; a key of ``STATES``; a remark."""

    sheet: str
    row: int
    column: int
    state: str
    comment: str


def marked(path: Path, marks: Sequence[Mark], first: Sheet) -> bytes | None:
    """The XLSX file with marks, ``first`` in front of its sheets; None if it cannot be written again as it is. Made in a
    process of its own, as reading is."""
    rows = [[asdict(each) if isinstance(each, Cell) else each for each in row] for row in first.rows]
    order = {"marks": marks, "name": first.name, "header": first.header, "rows": rows, "widths": first.widths}
    command = [sys.executable, "-m", "onething.workbook.child", str(path.resolve()), "mark"]
    try:
        done = subprocess.run(command, input=json.dumps(order).encode(), capture_output=True, timeout=WORKBOOK_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 and done.stdout.startswith(b"PK") else None


def carry_out(path: Path, order: dict) -> bytes:
    """What the child does. Raises whatever openpyxl raises for a file that it cannot write again."""
    from openpyxl import load_workbook
    from openpyxl.cell.cell import MergedCell

    book = load_workbook(path, keep_links=False)
    for mark in (Mark(*each) for each in order["marks"]):
        sheet = book[mark.sheet]
        cell = sheet.cell(mark.row, mark.column)
        if isinstance(cell, MergedCell):
            over = next(r for r in sheet.merged_cells.ranges if cell.coordinate in r)
            cell = sheet.cell(over.min_row, over.min_col)
        put_state(cell, mark.state)
        put_comment(cell, mark.comment)
    rows = tuple(tuple(Cell(**each) if isinstance(each, dict) else each for each in row) for row in order["rows"])
    name = next(n for n in (order["name"], *(f"{order['name']} {i}" for i in range(2, 999))) if n not in book.sheetnames)
    put_sheet(book.create_sheet(name, 0), Sheet(name, tuple(order["header"]), rows, tuple(order["widths"])))
    book.active = 0
    for sheet in book.worksheets[1:]:
        sheet.sheet_view.tabSelected = False
    held = io.BytesIO()
    book.save(held)
    return stable(held)
