"""Two states of a workspace in one text: what stands below ``# 原来`` is the earlier, below ``# 现在`` the later one."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.examine import NEWEST, files
from onething.diagnostics.codes.change import OF_KIND
from onething.diff.effect import KINDS, TOUCHED
from onething.workspace import open_workspace
from onething.workspace.breaking import breaking

MARK = re.compile(r"(?m)^# (原来|现在)\n")


def states(folder: Path, text: str) -> tuple[Path, Path]:
    """Both written out below a folder; files that stand above the marks are in both."""
    both, *rest = MARK.split(text)
    parts = dict(zip(rest[::2], rest[1::2]))
    for name in ("原来", "现在"):
        (folder / name).mkdir()
        written = {**files("一件事.onething", both), **files("一件事.onething", parts[name])} if both.strip() else files("一件事.onething", parts[name])
        for path, content in {"onething.toml": NEWEST.encode(), **written}.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content)
    return folder / "原来", folder / "现在"


def broken(folder: Path, text: str, sets=tuple(TOUCHED)) -> list[tuple]:
    """What the later state breaks, each with the reason for which it is approved."""
    old, new = states(folder, text)
    return breaking(open_workspace(old), open_workspace(new), sets)


def sets_of(code: str) -> tuple[str, ...]:
    """Whom a code is about; everybody, if it is about none of them."""
    kind = next((k for k, c in OF_KIND.items() if c == code), None)
    return (KINDS[kind].who,) if kind else tuple(TOUCHED)
