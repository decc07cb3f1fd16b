"""The program as a user runs it; a workspace made from a template, in a repository as a code platform checks it out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest

from cli.conftest import onething  # noqa: F401
from onething.workspace.new import new

ENVIRONMENT = {
    **os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "示例", "GIT_AUTHOR_EMAIL": "example@example.invalid",
    "GIT_COMMITTER_NAME": "示例", "GIT_COMMITTER_EMAIL": "example@example.invalid",
}  # fmt: skip


def shell(folder: Path, *lines: str, **environment: str) -> subprocess.CompletedProcess:
    """Run lines as a job does: one shell, stopped at the first that fails."""
    script = "set -e\n" + "\n".join(lines) + "\n"
    done = subprocess.run(["sh", "-c", script], cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, encoding="utf-8", timeout=300)
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


@pytest.fixture(scope="session")
def committed(tmp_path_factory) -> Path:
    """A province from the template, built, committed and pushed: ``origin`` beside ``work``."""
    area = tmp_path_factory.mktemp("province")
    new(area / "work", "省", ("github", "gitlab", "gitee"))
    done = shell(
        area, "git init -q --bare -b main origin", "cd work", "onething build", "git init -q -b main", "git add .", "git commit -qm 一件事",
        "git remote add origin ../origin", "git push -q origin main",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return area


@pytest.fixture
def province(committed, tmp_path) -> Path:
    """A clone of the province of one's own."""
    assert shell(tmp_path, f"git clone -q {committed / 'origin'} work").returncode == 0
    return tmp_path / "work"


@pytest.fixture
def edit(province) -> Callable[[str, str, str], None]:
    """``edit(file, old, new)`` in the province."""

    def change(file: str, old: str, new: str) -> None:
        path = province / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change
