"""docs/robustness.md names a test for each kind of bad input: it exists, and no kind is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d*) \| .+ \| .+ \| `(\S+)::(\w+)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("kind, file, test", ROWS, ids=lambda x: x or "-")
def test_the_test_of_a_row_exists(kind: str, file: str, test: str):
    assert re.search(rf"^def {test}\(", (REPOSITORY / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_line_of_the_table_was_read():
    lines = [line for line in PAGE.partition("## 各种坏输入")[2].splitlines() if line.startswith("| ")]
    assert len(ROWS) == len(lines) - 2  # its head


def test_no_kind_is_left_out():
    assert {int(kind) for kind, _, _ in ROWS if kind} == {*range(1, 21), 24, 30, *range(32, 46), 48}
