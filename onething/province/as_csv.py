"""A table as CSV that spreadsheets open as text: UTF-8 with its mark, every cell quoted, no cell a formula."""

from __future__ import annotations

import csv
import io

from onething.province.table import Table
from onething.workbook.write import FORMULA


def as_csv(table: Table) -> bytes:
    """The table. A text that a spreadsheet might take for a formula gets ``'`` before it."""
    held = io.StringIO()
    writer = csv.writer(held, quoting=csv.QUOTE_ALL)
    writer.writerow(table.header)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return b"\xef\xbb\xbf" + held.getvalue().encode("utf-8")


def _safe(cell: str | int) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
