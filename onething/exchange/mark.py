"""The workbook given back: the cells that are not right coloured, each with reason and repair, and all of it in one list."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

from onething.diagnostics import Finding, Severity
from onething.exchange.listed import LostRow
from onething.exchange.places import At, Places
from onething.exchange.sheets import RESULT
from onething.exchange.take import Taken
from onething.workbook import Cell, Sheet, workbook
from onething.workbook.grid import Grid, address
from onething.workbook.marked import Mark, marked
from onething.workbook.write import CHARACTERS

STATE = {Severity.ERROR: "bad", Severity.WARNING: "partly", Severity.HINT: "more"}
HEADER = ("表", "单元格", "级别", "编号", "问题", "建议")
WIDTHS = (16, 10, 8, 10, 60, 48)


def mark(taken: Taken) -> bytes:
    """An XLSX copy of the list, marked, the list of everything first. Same addresses as in the file; with its own formats
    if it is a workbook that can be written again, else plain."""
    places = taken.places
    marks: dict[At, list[Finding]] = {}
    for found in taken.findings:
        at = places.cell(found.span)
        if at is not None:
            marks.setdefault(at, []).append(found)
    lost = {(row.at.sheet, row.at.row): row for row in taken.lost}
    if not places.book.separator:
        made = marked(Path(places.book.path), [*_marks(taken, marks)], _result(taken, places))
        if made is not None:
            return made
    sheets = [_copy(number, grid, marks, lost) for number, grid in enumerate(places.book.grids)]
    return workbook([_result(taken, places), *sheets])


def _marks(taken: Taken, marks: dict[At, list[Finding]]) -> Iterator[Mark]:
    for at, found in marks.items():
        yield Mark(taken.places.sheet(at), at.row, at.column, STATE[worst(found)], remark(found))
    for row in taken.lost:
        if row.at not in marks:
            yield Mark(taken.places.sheet(row.at), row.at.row, row.at.column, "none", f"没有读入：{row.zh}")


def worst(found: list[Finding]) -> Severity:
    """The severity that a cell is coloured by."""
    return min((f.severity for f in found), key=list(STATE).index)


def remark(found: list[Finding]) -> str:
    """Reason and repair of each, for the remark beside the cell."""
    return fitted("\n".join(f"{f.message()}\n建议：{f.fix.zh}" if f.fix else f.message() for f in found))


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
                line[column - 1] = Cell(text, STATE[worst(found)], remark(found))
            else:
                line[column - 1] = Cell(text, "none", f"没有读入：{left_out.zh}") if left_out else text
        rows.append(tuple(line))
    return Sheet(grid.name or "清单", (), tuple(rows))
