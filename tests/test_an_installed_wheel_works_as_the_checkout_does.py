"""What people install holds everything: grammars, pages, templates, scripts."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(path: Path, cwd: Path, *arguments: object) -> str:
    """Run the program from ``path`` only."""
    return subprocess.run(
        [sys.executable, "-m", "onething", *map(str, arguments)], cwd=cwd, check=True, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(path), "PYTHONSAFEPATH": "1"}, timeout=300,
    ).stdout  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ROOT],
        check=True, timeout=300,
    )  # fmt: skip
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_it_builds_the_same_outputs(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "--version")
    assert where.startswith("onething ")
    for path, out in ((installed, tmp_path / "a"), (ROOT, tmp_path / "b")):
        run(path, tmp_path, "build", ROOT / "examples" / "language-sample", "-o", out)
    assert tree(tmp_path / "a") == tree(tmp_path / "b") != {}


def test_init_explain_and_vocabulary_find_their_files(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", tmp_path / "w")
    assert "0 个不符" in run(installed, tmp_path, "test", tmp_path / "w")
    run(installed, tmp_path, "init", tmp_path / "p", "--template", "省")
    assert "0 个错误，0 个警告" in run(installed, tmp_path, "check", tmp_path / "p")
    assert run(installed, tmp_path, "explain", "OT2103").startswith("# OT2103")
    assert "牵头部门" in run(installed, tmp_path, "vocabulary")
