"""Each example with one character lost, doubled, or a nasty one more, at every place: coded findings inside the file,
no exception, no hang. One test for each file and kind of slip."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Iterator

import pytest

from onething.workspace import open_workspace
from onething.workspace.files import BUNDLE_BLOCK
from robustness.trial import of_folder, of_text
from robustness.wild import NASTY

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(p for p in EXAMPLES.rglob("*") if p.suffix in (".onething", ".yaml") and EXAMPLES / "province" not in p.parents)
SEED = 20261125


def lost(text: str) -> Iterator[str]:
    return (text[:i] + text[i + 1 :] for i in range(len(text)))


def doubled(text: str) -> Iterator[str]:
    return (text[: i + 1] + text[i:] for i in range(len(text)))


def added(text: str) -> Iterator[str]:
    dice = random.Random(SEED)
    return (text[:i] + dice.choice(NASTY) + text[i:] for i in range(len(text) + 1))


@pytest.mark.parametrize("slip", [lost, doubled, added], ids=lambda f: f.__name__)
@pytest.mark.parametrize("file", FILES, ids=lambda p: p.relative_to(EXAMPLES).as_posix())
def test_one_character(file: Path, slip, tmp_path: Path):
    root = next(p for p in file.parents if (p / "onething.toml").exists())
    path, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
    workspace, tried, codes = open_workspace(root), 0, set()
    in_bundle = BUNDLE_BLOCK.search(text) is not None
    here = shutil.copytree(root, tmp_path / "w") if not in_bundle else root
    for number, changed in enumerate(slip(text)):
        try:
            if in_bundle:
                found = of_text(workspace, path, changed)
            else:
                (here / path).write_text(changed, encoding="utf-8", newline="")
                found = of_folder(here)
        except BaseException as error:
            error.add_note(f"{path}: {slip.__name__} at {number}: {changed[max(number - 20, 0) : number + 20]!r}")
            raise
        codes |= {f.code for f in found}
        tried += 1
    assert tried >= len(text) and len(codes) >= 2
