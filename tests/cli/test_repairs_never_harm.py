"""Whatever is typed wrong, repairs end and never leave more errors than there were – nor does a second run."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from errors.measure import CASES, CATALOGUE
from onething.diagnostics import Severity
from onething.workspace import open_workspace
from onething.workspace.mend import mend

TYPED = "，、：（）“”。 \t\n当且或为的不1个天米A戶"


def mutilated(text: str, seed: int) -> str:
    """The text with up to three characters deleted, doubled, swapped or typed."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) - 1)
        text = chance.choice((
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            text[:at] + chance.choice(TYPED) + text[at:],
        ))  # fmt: skip
    return text


def errors(root: Path, texts: dict[str, str]) -> int:
    workspace = open_workspace(root, texts)
    found = [*workspace.findings, *(f for e in workspace.examine() for f in e.findings)]
    return sum(f.severity is Severity.ERROR for f in found)


@pytest.mark.parametrize("seed", range(60))
def test_any_text(seed: int, tmp_path: Path):
    case = random.Random(seed).choice(CASES)
    catalogue = CATALOGUE.read_text(encoding="utf-8")
    if seed % 5 == 0:
        catalogue = mutilated(catalogue, -seed)
    for name, text in (("onething.toml", ""), ("目录.onething", catalogue), ("一.onething", mutilated(case.read_text(encoding="utf-8"), seed))):
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    before = errors(tmp_path, {})
    mended = mend(tmp_path, unsafe=True)
    assert errors(tmp_path, mended.after) <= before
    assert all(mended.before[path] == (tmp_path / path).read_bytes().decode("utf-8") for path in mended.after)
    for path, text in mended.after.items():
        (tmp_path / path).write_bytes(text.encode("utf-8"))
    again = mend(tmp_path, unsafe=True)
    assert errors(tmp_path, again.after) <= errors(tmp_path, {})
