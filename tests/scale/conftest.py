"""A small generated province, a cache of its own, and surveys of the province that tell what they looked at."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from onething.diagnostics.render.formats import FORMATS
from onething.diagnostics.report import Report
from onething.workspace import open_workspace
from onething.workspace.cache import Cache
from onething.workspace.survey import Look, survey

ROOT = Path(__file__).parents[2]


def tool(name: str) -> ModuleType:
    """A module of ``tools/``."""
    spec = importlib.util.spec_from_file_location(f"tools_{name}", ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(root: Path, jobs: int | None = None, cache: Cache | None = None) -> Report:
    """What ``check`` reports of a workspace."""
    workspace = open_workspace(root, cache=cache)
    made = Report()
    made.add(workspace.findings)
    for each in survey(workspace, None, jobs):
        made.add(each.findings)
        for finding, reason in each.suppressed:
            made.add([finding], reason=reason)
    return made


def shown(made: Report) -> dict[str, str]:
    """A report in every format and language."""
    return {f"{name} {lang}": render(made, lang) for name, render in FORMATS.items() for lang in ("zh", "en")}


@pytest.fixture(scope="session")
def kept_province(tmp_path_factory) -> Path:
    """A province of 62 local versions of four standards; nobody writes into it."""
    folder = tmp_path_factory.mktemp("made") / "省"
    assert tool("province").make(folder, counties=6, bundles=62, seed=3) == 62
    return folder


@pytest.fixture
def province(kept_province, tmp_path) -> Path:
    """A copy to write into."""
    return Path(shutil.copytree(kept_province, tmp_path / "省"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch) -> Path:
    """The cache of this test alone."""
    monkeypatch.setenv("ONETHING_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def long_ago(monkeypatch) -> None:
    """What was just written counts as written long ago: no test waits for the clock of the disk. And nobody works on
    the compiler meanwhile."""
    monkeypatch.setattr("onething.workspace.stamp.TICK", -(10**15))
    monkeypatch.setattr("onething.workspace.cache.compiler", lambda store, now: "this one")


@pytest.fixture
def looked_at(monkeypatch) -> list[str]:
    """The paths of the files that are examined, in this process."""
    seen: list[str] = []
    row = Look._row

    def note(self, path: str, more: bool) -> list:
        seen.append(path)
        return row(self, path, more)

    monkeypatch.setattr(Look, "_row", note)
    return seen
