"""Small workspaces as files: a province of two cities and three counties, and what a sample adds to it.

``# 今天 2026-03-01`` says which day it is. A sample begins with what is expected of it, one a line: ``# 格 place bundle：state ← file:line 沿用 city``, ``# 缺 place：
words ← file:line``, ``# 清单外 place bundle：why ← file:line``; what stands behind ← may be left out. ``# 不缺 place``: nothing
is lacking there, ``# 不列 bundle``: no list asks for it, ``# 多 place：matters``: beyond the standard. ``# 文件 path``
begins a file, as in the corpus; lines keep their numbers.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.examine import files

from onething.province.coverage import Coverage, coverage
from onething.workspace import Workspace, open_workspace
from onething.workspace.summaries import summaries

HERE = Path(__file__).parent
CELLS = sorted((HERE / "cells").glob("*.onething"))
STANDARD = (HERE / "示范省版本.onething").read_text(encoding="utf-8")
CATALOGUE = (HERE / "目录.onething").read_text(encoding="utf-8")
_EXPECTED = re.compile(r"^# (格|缺|清单外|不缺|不列|多) (.+?)(?: ← (\S+))?(?: 沿用 (\S+))?$", re.M)


def write(folder: Path, sample: str, config: str = "") -> Path:
    """The workspace of a sample in a folder."""
    today = re.search(r"^# 今天 (\S+)$", sample, re.M)
    config = (f'today = "{today[1]}"\n' if today else "") + config
    made = {"onething.toml": f'language = "2"\n{config}'.encode(), "目录.onething": CATALOGUE.encode(), "示范省.onething": STANDARD.encode()}
    made |= {path: data for path, data in files("样件.onething", sample).items() if path != "样件.onething"}
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def opened(folder: Path, sample: str, config: str = "") -> Workspace:
    workspace = open_workspace(write(folder, sample, config))
    assert not workspace.findings, [f.message() for f in workspace.findings]
    return workspace


def covered(folder: Path, sample: str, today: str = "", within: str = "") -> Coverage:
    workspace = opened(folder, sample)
    return coverage(summaries(workspace), workspace.catalogue, today or workspace.catalogue.today, within)


def expected(sample: str) -> list[tuple[str, str, str, str]]:
    """What is expected: kind, words, place in a file, city taken over from; '' = not said."""
    return [(m[1], m[2], m[3] or "", m[4] or "") for m in _EXPECTED.finditer(sample)]


def found(made: Coverage, kind: str, words: str) -> list[tuple[str, str]]:
    """Where the coverage says this, as (file:line, city taken over from)."""
    if kind == "格":
        place, bundle, state = re.fullmatch(r"(\S+) (.+)：(\S+)", words).groups()
        cells = [c for c in made.cells.values() if (c.place, c.bundle) == (place, bundle)]
        return [(c.at, c.inherited) for c in cells] if all(c.state == state for c in cells) else []
    if kind == "缺":
        place, said = words.split("：", 1)
        return [(lack.at, "") for c in made.cells.values() if c.place == place for lack in c.lacks if lack.text() == said]
    if kind == "不缺":
        return [("", "")] if not any(c.lacks for c in made.cells.values() if c.place == words) else []
    if kind == "不列":
        return [("", "")] if all(c.bundle != words for c in made.cells.values()) else []
    if kind == "多":
        place, matters = words.split("：")
        return [("", "")] if {"、".join(c.added) for c in made.cells.values() if c.place == place and c.added} == {matters} else []
    place, name, why = re.fullmatch(r"(\S+) (.+)：(\S+)", words).groups()
    return [(f"{e.path}:{e.line}", "") for e in made.extras if (e.place, e.name, e.why) == (place, name, why)]
