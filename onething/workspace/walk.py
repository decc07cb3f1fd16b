"""Which workspaces and which files there are: nothing is opened, so this is quick over thousands of files."""

from __future__ import annotations

import os
from pathlib import Path

FILE = "onething.toml"
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


def walk(root: Path, exclude: list[str]) -> dict[str, os.DirEntry]:
    """The source files of a workspace by name (relative, with ``/``), sorted; folders of another workspace inside are
    left out. An entry knows the file's ``path`` and ``stat()``."""
    out = {(root / e).resolve() for e in exclude}
    found: dict[str, os.DirEntry] = {}
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue  # as os.walk does
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir():
                inside = name not in SKIPPED and not entry.is_symlink() and not os.path.exists(f"{entry.path}/{FILE}")
                if inside and not (out and Path(entry.path).resolve() in out):
                    waiting.append((entry.path, f"{prefix}{name}/"))
            elif name.endswith(SUFFIXES):
                found[prefix + name] = entry
    return dict(sorted(found.items()))


def source_files(root: Path, exclude: list[str]) -> list[Path]:
    """The source files of a workspace, sorted by name."""
    return [root / name for name in walk(root, exclude)]
