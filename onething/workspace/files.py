"""Which workspaces and which files a command means."""

from __future__ import annotations

import os
import re
from pathlib import Path

from onething.vocabulary import BLOCKS
from onething.workspace.config import FILE

SUFFIXES = (".onething", ".yaml", ".yml")
SKIPPED = ("generated", "node_modules")


def root_of(path: Path) -> Path | None:
    """The workspace that a path lies in: the nearest folder upward with an ``onething.toml``."""
    start = path.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    return None


def roots_below(folder: Path) -> list[Path]:
    """The workspaces below a folder that lies in none, in the order of their names."""
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIPPED)
        if FILE in files:
            found.append(Path(here))
            folders.clear()
    return found


def source_files(root: Path, exclude: list[str]) -> list[Path]:
    """The source files of a workspace, sorted by name; folders of another workspace inside are left out."""
    found = []
    out = {(root / e).resolve() for e in exclude}
    for here, folders, files in os.walk(root):
        at = Path(here)
        folders[:] = [
            f for f in folders
            if not f.startswith(".") and f not in SKIPPED and not (at / f / FILE).exists() and (at / f).resolve() not in out
        ]  # fmt: skip
        found += [at / f for f in files if f.endswith(SUFFIXES) and not f.startswith(".")]
    return sorted(found, key=lambda p: p.relative_to(root).as_posix())


def _opening(names: tuple[str, ...]) -> re.Pattern:
    """A line that opens a block with one of the words: at the margin or (YAML) behind a dash; indented only with a
    blank and a name behind the word, for with a colon it is an entry (地区 and 标准 are both)."""
    words = [w for b in BLOCKS if b.name in names for w in (b.name, b.english, *b.aliases)]
    either = "|".join(map(re.escape, words))
    return re.compile(
        rf"(?m)^(?:(?:[ \t　]*-[ \t　]+)?[“\"']?(?:{either})[ \t　：:“\"]|[ \t　]+(?:{either})[ \t　]+[^\s：:])"
    )


CATALOGUE_BLOCK = _opening(("地区", "部门", "数据元", "证照", "数据源", "清单", "标准"))
BUNDLE_BLOCK = _opening(("一件事",))
