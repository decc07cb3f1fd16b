"""Every state of a cell, each shown by a small workspace whose name reads as the specification."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.province.cell import STATES

from .workspaces import CELLS, covered, expected, found


@pytest.mark.parametrize("path", CELLS, ids=lambda p: p.stem)
def test_a_cell_is(path: Path, tmp_path: Path):
    sample = path.read_text(encoding="utf-8")
    made = covered(tmp_path, sample)
    assert expected(sample), "the sample expects nothing"
    for kind, words, at, inherited in expected(sample):
        places = found(made, kind, words)
        cells = {(c.place, c.standard): (c.state, c.at, [(l.text(), l.at) for l in c.lacks]) for c in made.cells.values()}
        assert places, (words, cells, made.extras)
        assert not at or at in {p for p, _ in places}, (words, places)
        assert inherited in {i for _, i in places}, (words, places)


def test_every_state_is_shown():
    said = {words.rpartition("：")[2] for p in CELLS for kind, words, _, _ in expected(p.read_text(encoding="utf-8")) if kind == "格"}
    assert said == set(STATES)
