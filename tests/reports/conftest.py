"""The program as a user runs it, a workspace to run it on, and ``check`` without the price of a process."""

from pathlib import Path
from typing import Callable

import pytest

from onething.cli.app import run
from tests.cli.conftest import onething, workspace

__all__ = ["checked", "onething", "workspace"]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary) -> Callable[..., str]:
    """``checked(*arguments, cwd=…)``: what ``onething check`` prints; it has to find something."""

    def printed(*arguments: object, cwd: Path = tmp_path) -> str:
        monkeypatch.chdir(cwd)
        status = run(["check", *map(str, arguments)])
        captured = capfdbinary.readouterr()
        assert (status, captured.err) == (1, b"")
        return captured.out.decode("utf-8")

    return printed
