"""What stands in an output folder."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from onething.workspace.build import MANIFEST
from onething.workspace.tree import renewing


def standing(folder: Path) -> dict[str, str]:
    """Each file with its SHA-256; a link with what it points at."""
    paths = sorted(p for p in folder.rglob("*") if p.is_symlink() or p.is_file())
    return {p.relative_to(folder).as_posix(): f"→{os.readlink(p)}" if p.is_symlink() else hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


def untouched(folder: Path) -> dict[str, tuple]:
    """Each path with what changes if somebody as much as renames it."""
    return {p.relative_to(folder).as_posix(): (p.lstat().st_ino, p.lstat().st_mtime_ns, p.lstat().st_ctime_ns) for p in sorted(folder.rglob("*"))}


def promised(folder: Path) -> dict[str, str]:
    """What the manifest of an output says that stands there."""
    bundles = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["bundles"]
    return {f"{name}/{file}": digest for name, entry in bundles.items() for file, digest in entry["files"].items()}


def true_manifest(folder: Path) -> bool:
    """Whether all that the manifest lists is there, as listed, and nothing else."""
    there = {path: digest for path, digest in standing(folder).items() if path != MANIFEST}
    return there == promised(folder)


def renew(out: Path, files: dict[str, bytes]) -> None:
    """Make an output of exactly these files, as a build does."""
    with renewing(out, out.parent / "elsewhere") as tree:
        laid = [path for path, data in files.items() if not tree.put(path, data)[1]]
        tree.take(laid, [path for path in standing(out) if path not in files])


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name.startswith("."))
