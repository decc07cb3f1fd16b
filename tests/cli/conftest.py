"""Running the command line as a user does: a process, its output, its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def onething(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess]:
    """``onething(*arguments, cwd=…)``: run the program; no traceback may ever be seen."""

    def run(*arguments: object, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess:
        result = subprocess.run(
            [sys.executable, "-m", "onething", *map(str, arguments)],
            cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        )  # fmt: skip
        assert "Traceback" not in result.stderr + result.stdout, result.stderr
        return result

    return run


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """``workspace(name, **files)``: a folder with an onething.toml and the given files (text or bytes)."""

    def make(name: str, files: dict[str, str | bytes]) -> Path:
        root = tmp_path / name
        root.mkdir()
        (root / "onething.toml").write_text('language = "1"\n', encoding="utf-8")
        for file, content in files.items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return root

    return make
