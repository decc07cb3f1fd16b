"""Where a sheet's header is, and what each of its columns means."""

from __future__ import annotations

from dataclasses import dataclass

from onething.exchange.columns import (
    INSTEAD,
    MATERIAL,
    NAME,
    Column,
    Recognised,
    columns,
    recognise,
)
from onething.workbook.grid import Got, Grid

SEARCHED = 20  # rows from the top in which a header may stand, below titles and remarks


@dataclass(frozen=True, slots=True)
class Layout:
    """``last``: the last row of the header; ``above``: rows before it, such as a title. ``columns``: what each column
    is; ``headers``: its name as it was written; ``twice``: columns that say again what another says."""

    first: int
    last: int
    above: tuple[int, ...]
    columns: dict[int, Recognised]
    headers: dict[int, str]
    twice: dict[int, int]

    @property
    def long(self) -> bool:
        """Whether a row may be one material of several."""
        return any(r.column is not None and r.column.of == MATERIAL for r in self.columns.values())

    def column(self, number: int) -> Column | None:
        """The known column at a number; None for one that is unknown, ignored, or there twice."""
        found = self.columns.get(number)
        return found.column if found and number not in self.twice else None


def layout(grid: Grid) -> Layout | None:
    """The header of a sheet, of one row or two; None if no row names a matter."""
    rows = list(grid.rows)[:SEARCHED]
    best: tuple[int, int, dict[int, tuple[str, Recognised]]] | None = None
    most = 0
    # a second row belongs to the header only if it names what no row names alone
    for first, last in [(row, row) for row in rows] + [(row, row + 1) for row in rows if row + 1 in grid.rows]:
        named = _named(grid, first, last)
        known = {r.column.name for _, r in named.values() if r.column is not None}
        if {NAME, *INSTEAD} & known and len(known) > most:
            best, most = (first, last, named), len(known)
    if best is None:
        return None
    first, last, named = best
    meant = {number: recognised for number, (_, recognised) in named.items()}
    _matter_named(meant)
    seen: dict[str, int] = {}
    twice = {}
    for number, recognised in sorted(meant.items()):
        if recognised.column is not None and seen.setdefault(recognised.column.name, number) != number:
            twice[number] = seen[recognised.column.name]
    above = tuple(row for row in grid.rows if row < first)
    return Layout(first, last, above, meant, {number: header for number, (header, _) in named.items()}, twice)


def _named(grid: Grid, first: int, last: int) -> dict[int, tuple[str, Recognised]]:
    """What each column is called. Of two rows the lower counts, else both together, else the upper."""
    upper = {c: _text(got) for c, got in grid.rows[first].items() if got.text.strip()}
    if first == last:
        return {c: (text, recognise(text)) for c, text in upper.items()}
    lower = {c: _text(got) for c, got in grid.rows[last].items() if got.text.strip()}
    found = {}
    for number in sorted({*upper, *lower}):
        over, under = upper.get(number, ""), lower.get(number, "")
        ways = list(dict.fromkeys(t for t in (over + under if over != under else under, under, over) if t))
        tried = [(text, recognise(text)) for text in ways]
        found[number] = next((each for each in tried if each[1].column or each[1].ignored), tried[0] if under or not tried else tried[-1])
    return found


def _text(got: Got) -> str:
    return "".join(got.text.split())


def _matter_named(meant: dict[int, Recognised]) -> None:
    """Where no column is called 事项名称, the finest of 主项, 子项 and 办理项 names the matter."""
    at = {r.column.name: number for number, r in meant.items() if r.column is not None}
    if NAME not in at:
        finest = next(name for name in INSTEAD if name in at)
        old = meant[at[finest]]
        meant[at[finest]] = Recognised(old.header, columns()[NAME], old.note)
