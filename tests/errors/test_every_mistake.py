"""Mistakes that clerks make are found once, at the exact place, named, and repaired – as ``docs/errors.md`` shows.

``ONETHING_REWRITE=1 pytest tests/errors`` writes the table anew; read what has changed in it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from errors.measure import CASES, HERE, POINTS, measured, name

TABLE = Path(__file__).parents[2] / "docs" / "errors.md"
YES, NO = "✓", "—"


def total() -> tuple[int, int]:
    return sum(sum(measured(case).points) for case in CASES), len(CASES) * len(POINTS)


def table() -> str:
    reached, all_ = total()
    lines = [
        "# 常见的错误，怎样说",
        "",
        f"*In English: {len(CASES)} mistakes that clerks really make, one a file in `tests/errors/`, and what is said of each: at the exact place,",
        "by its name, with a repair that can be applied, after which the file is right, and only once. Written by",
        "`ONETHING_REWRITE=1 pytest tests/errors`.*",
        "",
        f"{len(CASES)} 种错误，每种五问：位置准不准，点没点名，能不能自动改（`--fix --unsafe`），改完是否再无问题，是否只报一条。",
        f"**{reached} / {all_}（{reached / all_:.1%}）**",
    ]
    kind = ""
    for case in CASES:
        if name(case).split("/")[0] != kind:
            kind = name(case).split("/")[0]
            lines += ["", f"## {kind}", "", f"| 错误 | {' | '.join(POINTS)} | 怎样说 |", "| --- |" + " :-: |" * len(POINTS) + " --- |"]
        result = measured(case)
        marks = " | ".join(YES if point else NO for point in result.points)
        lines.append(f"| {case.stem} | {marks} | {shown(result.message)} |")
    return "\n".join(lines) + "\n"


def shown(message: str) -> str:
    """The message in a cell of a table."""
    plain = "".join(c if c.isprintable() else " " for c in message)
    return plain.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def in_table() -> dict[str, list[bool]]:
    """The points of each case as the table has them."""
    found, kind = {}, ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        kind = line[3:] if line.startswith("## ") else kind
        cells = [cell.strip() for cell in line.split("|")[1:]]
        if kind and cells and cells[1] in (YES, NO):
            found[f"{kind}/{cells[0]}"] = [cell == YES for cell in cells[1 : 1 + len(POINTS)]]
    return found


if os.environ.get("ONETHING_REWRITE"):
    TABLE.write_text(table(), encoding="utf-8")
SAID = in_table() if TABLE.exists() else {}


@pytest.mark.parametrize("case", CASES, ids=name)
def test_no_mistake_is_said_worse_than_the_table_promises(case: Path):
    now = dict(zip(POINTS, measured(case).points))
    lost = [point for point, said in zip(POINTS, SAID[name(case)]) if said and not now[point]]
    assert not lost, measured(case).message


def test_the_table_is_fresh():
    assert TABLE.read_text(encoding="utf-8") == table(), "ONETHING_REWRITE=1 pytest tests/errors writes it"


def test_at_least_nine_points_of_ten_are_reached():
    reached, all_ = total()
    assert reached / all_ >= 0.9


def test_every_case_is_whole():
    """Each says what is expected of it, no file is left over, and there are as many as were meant."""
    assert {p.with_suffix("") for p in HERE.rglob("*.expected")} == {p.with_suffix("") for p in CASES}
    assert set(SAID) == set(map(name, CASES))
    assert len(CASES) >= 100
