"""A file of tables read: XLSX in a process of its own, CSV here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from onething.limits import WORKBOOK_BYTES, WORKBOOK_SECONDS
from onething.workbook import separated
from onething.workbook.child import TOO_MUCH
from onething.workbook.grid import Book, Got, Grid, Refused
from onething.workbook.preflight import OLE, preflight

TABLES = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")


def read(path: Path) -> Book:
    """All tables of a file. Raises ``Refused`` with a sentence for whoever gave it, ``OSError`` when it cannot be opened."""
    size = path.stat().st_size
    if size > WORKBOOK_BYTES:
        raise Refused(f"文件太大：{size} 字节，上限 {WORKBOOK_BYTES}", f"too large: {size} bytes, the limit is {WORKBOOK_BYTES}")
    with open(path, "rb") as file:
        start = file.read(512)
    if not size:
        raise Refused("是空文件", "the file is empty")
    if start.startswith(OLE):
        raise Refused("是旧格式（.xls、.et），或者加了密码；在 Excel 或 WPS 里另存为 .xlsx", "an old format (.xls, .et) or encrypted: save it as .xlsx")
    if start.lstrip()[:1] == b"<" or start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        raise Refused("是网页，不是表格；用 Excel 打开后另存为 .xlsx", "a web page, not a table: open it with Excel and save it as .xlsx")
    if start.startswith(b"PK"):
        preflight(path)
        return _in_child(path)
    if path.suffix.lower() not in TABLES or path.suffix.lower() in (".xlsx", ".xlsm"):
        raise Refused("不是 .xlsx 或 .csv 文件", "not an .xlsx or .csv file")
    return separated.parse(path.read_bytes(), str(path))


def _in_child(path: Path) -> Book:
    command = [sys.executable, "-m", "onething.workbook.child", str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WORKBOOK_SECONDS, check=False)
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise Refused(*TOO_MUCH) from None
    if "refused" in answer:
        raise Refused(*answer["refused"])
    return Book(str(path), [_grid(*grid) for grid in answer["grids"]])


def _grid(name: str, hidden: bool, rows: list) -> Grid:
    return Grid(name, {row: {column: Got(*got) for column, *got in cells} for row, cells in rows}, hidden)
