"""The workbook given back: the cells that are not right coloured, each with reason and repair, and all of it in one list."""

from __future__ import annotations

from onething.diagnostics import Finding, Severity
from onething.exchange.listed import LostRow
from onething.exchange.places import At, Places
from onething.exchange.take import Taken
from onething.workbook import Cell, Sheet, workbook
from onething.workbook.grid import Grid, address
from onething.workbook.write import CHARACTERS

STATE = {Severity.ERROR: "bad", Severity.WARNING: "partly", Severity.HINT: "more"}
RESULT = "导入结果"
HEADER = ("表", "单元格", "级别", "编号", "问题", "建议")
WIDTHS = (16, 10, 8, 10, 60, 48)


def mark(taken: Taken) -> bytes:
    """An XLSX copy of the list, marked, the list of everything first. Same addresses as in the file."""
    places = taken.places
    marks: dict[At, list[Finding]] = {}
    for found in taken.findings:
        at = places.cell(found.span)
        if at is not None:
            marks.setdefault(at, []).append(found)
    lost = {(row.at.sheet, row.at.row): row for row in taken.lost}
    sheets = [_copy(number, grid, marks, lost) for number, grid in enumerate(places.book.grids)]
    return workbook([_result(taken, places), *sheets])


def _result(taken: Taken, places: Places) -> Sheet:
    rows: list[tuple[str | Cell, ...]] = []
    for found in taken.findings:
        at = places.cell(found.span)
        where = (places.sheet(at), address(at.row, at.column)) if at is not None else ("", "")
        fix = found.fix.zh if found.fix else ""
        rows.append((*where, Cell(found.severity.zh, STATE[found.severity]), found.code, fitted(found.message()), fitted(fix)))
    for row in taken.lost:
        rows.append((places.sheet(row.at), f"第{row.at.row}行", Cell("未读入", "none"), "", fitted(row.zh + (f"：{row.text}" if row.text else "")), ""))
    return Sheet(RESULT, HEADER, tuple(rows), WIDTHS)


def fitted(text: str) -> str:
    """A text that fits into a cell."""
    return text if len(text) <= CHARACTERS // 7 else text[: CHARACTERS // 7 - 1] + "…"


def _copy(number: int, grid: Grid, marks: dict[At, list[Finding]], lost: dict[tuple[int, int], LostRow]) -> Sheet:
    """The sheet as it was read, every cell at its address."""
    rows: list[tuple[str | Cell | None, ...]] = []
    for row, cells in grid.rows.items():
        rows += [()] * (row - len(rows) - 1)
        left_out = lost.get((number, row))
        line: list[str | Cell | None] = [None] * max(cells)
        for column, got in cells.items():
            found = marks.get(At(number, row, column), [])
            text = got.text[:CHARACTERS]
            if found:
                worst = min(found, key=lambda f: list(STATE).index(f.severity))
                remark = "\n".join(f"{f.message()}\n建议：{f.fix.zh}" if f.fix else f.message() for f in found)
                line[column - 1] = Cell(text, STATE[worst.severity], fitted(remark))
            else:
                line[column - 1] = Cell(text, "none", f"没有读入：{left_out.zh}") if left_out else text
        rows.append(tuple(line))
    return Sheet(grid.name or "清单", (), tuple(rows))
