"""The conformance corpus: ``corpus/ok`` says what the language accepts, ``corpus/bad`` what it refuses, and where.

Beside every bad file stands what must be found: one line per finding, ``code line:column message`` (the message may
be cut short). A line ``# 文件 示范省/开店.onething`` in a file begins another one (``corpus/examine.py``).
A code of the rung 严格 that is named there is looked for; others of that rung are not.
``ONETHING_REWRITE=1 pytest tests/test_corpus.py`` writes what is found now; read each line of it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.examine import CATALOGUE, examine_for, places
from onething.diagnostics import CODES
from onething.workspace import open_workspace

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(p for p in CORPUS.rglob("*") if p.suffix in (".onething", ".yaml") and p != CATALOGUE)
OK = [p for p in FILES if p.is_relative_to(CORPUS / "ok")]
BAD = [p for p in FILES if p.is_relative_to(CORPUS / "bad")]


def name(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


def found(path: Path, folder: Path, codes: set[str]):
    return places(examine_for(codes, folder, path.name, path.read_bytes(), CATALOGUE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", OK, ids=name)
def test_accepted(path: Path, tmp_path: Path):
    assert not found(path, tmp_path, set())
    for examined in open_workspace(tmp_path).examine():
        assert examined.bundle.scenarios, "the file proves nothing: it has no 场景"
        assert all(s.expectations for s in examined.bundle.scenarios)


@pytest.mark.parametrize("path", BAD, ids=name)
def test_refused(path: Path, tmp_path: Path):
    beside = path.with_suffix(".expected")
    lines = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
    actual = found(path, tmp_path, {line.split(" ", 1)[0] for line in lines})
    if os.environ.get("ONETHING_REWRITE"):
        beside.write_text("".join(" ".join(each) + "\n" for each in actual), encoding="utf-8")
    expected = [tuple(line.split(" ", 2)) for line in beside.read_text(encoding="utf-8").splitlines()]
    assert expected, "a bad file without a finding"
    assert [each[:2] for each in actual] == [each[:2] for each in expected]
    for (_, _, message), (_, _, *said) in zip(actual, expected):
        assert message.startswith("".join(said))


def test_nothing_is_left_over():
    """Every .expected belongs to a file, and the corpus stays as large as it was meant to be."""
    assert {p.with_suffix("") for p in CORPUS.rglob("*.expected")} == {p.with_suffix("") for p in BAD}
    assert len(OK) >= 100 and len(BAD) >= 200


def test_every_code_is_shown():
    """Each code is found in a file of the corpus, or shown on its page (``test_pages`` runs what pages show)."""
    expected = {line.split(" ", 1)[0] for p in CORPUS.rglob("*.expected") for line in p.read_text(encoding="utf-8").splitlines()}
    from test_pages import SHOWN

    assert set(CODES) == expected | SHOWN
