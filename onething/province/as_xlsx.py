"""The coverage as a workbook: 总览 (places by bundles, coloured and lettered), 明细, 缺项, 清单外."""

from __future__ import annotations

from onething.province.cell import STATES, Lack
from onething.province.coverage import Coverage
from onething.province.table import Table, by_list, every_cell, missing, outside
from onething.workbook.sheet import Cell, Sheet
from onething.workbook.write import workbook


def as_xlsx(coverage: Coverage) -> bytes:
    """The workbook; equal coverage gives equal bytes. Raises ``workbook.write.TooLong``."""
    return workbook(
        (
            _overview(coverage),
            _sheet("各清单", by_list(coverage)),
            _sheet("明细", every_cell(coverage)),
            _sheet("缺项", missing(coverage)),
            _sheet("清单外", outside(coverage)),
        )
    )


def _sheet(name: str, table: Table) -> Sheet:
    rows = tuple(tuple(_coloured(c) if i == table.states else c for i, c in enumerate(row)) for row in table.rows)
    return Sheet(name, table.header, rows)


def _coloured(state: str | int) -> Cell:
    return Cell(state, STATES[state].tone) if state in STATES else Cell(state)


def _overview(coverage: Coverage) -> Sheet:
    """One row a place, one column a standard bundle; the remark of a cell says where, and what is missing."""
    standards = [(of, s) for of in coverage.lists for s in of.standards]
    rows = []
    for row in coverage.rows:
        cells = []
        for _, standard in standards:
            c = coverage.cell(row, standard)
            said = [c.at, *(f"沿用 {c.inherited}" for _ in (1,) if c.inherited), *map(Lack.text, c.lacks)]
            cells.append(Cell(("↑" if c.inherited else "") + c.state, STATES[c.state].tone, "" if c.state == "不要求" else "\n".join(said)))
        rows.append((row.place, row.level, *cells))
    return Sheet("总览", ("地区", "级别", *(f"{s.bundle}（{of.name}）" for of, s in standards)), tuple(rows))
