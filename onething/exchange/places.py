"""Cells as places of findings: a sheet is shown as text, one line a row, so that a caret stands under the cell."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from onething.source import Source, Span
from onething.syntax.characters import nfc
from onething.workbook.grid import Book, address

SHOWN = 40  # characters of a cell in the line of its row


class At(NamedTuple):
    """A cell: number of its sheet (from 0), row and column (from 1)."""

    sheet: int
    row: int
    column: int


class Places:
    """Where the cells of a book stand. ``name``: the file, without its folder."""

    def __init__(self, book: Book):
        self.book = book
        self.name = nfc(Path(book.path).name)
        self._cells: dict[tuple[str, int], At] = {}
        self._sources: dict[int, tuple[Source, dict[tuple[int, int], tuple[int, int]]]] = {}

    def sheet(self, at: At) -> str:
        """The name of the cell's sheet; of a CSV, the file."""
        return self.book.grids[at.sheet].name or self.name

    def told(self, at: At) -> dict[str, str]:
        """The cell as values of a finding: sheet and address."""
        return {"sheet": self.sheet(at), "cell": address(at.row, at.column)}

    def rows(self, sheet: int, rows: list[int]) -> str:
        """Rows of a sheet in words: 清单.xlsx 表“一” 第3、5至7行."""
        name = self.book.grids[sheet].name
        runs: list[list[int]] = []
        for row in rows:
            if runs and row == runs[-1][-1] + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        words = "、".join(f"{run[0]}至{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
        return self.name + (f" 表“{name}”" if name else "") + f" 第{words}行"

    def span(self, at: At) -> Span:
        """The cell in the text of its sheet."""
        if at.sheet not in self._sources:
            self._sources[at.sheet] = self._lines(at.sheet)
        source, found = self._sources[at.sheet]
        span = Span(source, *found.get((at.row, at.column), (0, 0)))
        self._cells[source.path, span.start] = at
        return span

    def cell(self, span: Span | None) -> At | None:
        """The cell whose place a span is."""
        return self._cells.get((span.source.path, span.start)) if span is not None else None

    def _lines(self, sheet: int) -> tuple[Source, dict[tuple[int, int], tuple[int, int]]]:
        grid = self.book.grids[sheet]
        parts, found, length, above = [], {}, 0, 1
        for row, cells in grid.rows.items():
            parts.append("\n" * (row - above))
            length, above = length + row - above, row
            for column, got in cells.items():
                text = nfc(" ".join(got.text.split()))[:SHOWN] or " "
                found[row, column] = (length, length + len(text))
                parts.append(text + "  ")
                length += len(text) + 2
        name = self.name + (f"（{grid.name}）" if grid.name else "")
        return Source(name, "".join(parts)), found
