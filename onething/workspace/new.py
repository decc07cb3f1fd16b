"""A new workspace from a template, and the jobs with which a code platform checks it."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Iterator

from onething.workspace.walk import FILE
from onething.workspace.write import replace_file

TEMPLATES = ("示例", "市", "省")

# Where each platform looks for its jobs.
JOBS = {"github": ".github/workflows/onething.yml", "gitlab": ".gitlab-ci.yml", "gitee": ".workflow/onething.yml"}


class AlreadyThere(Exception):
    """Files that would have been overwritten (``names``); nothing was written."""

    def __init__(self, names: list[str]):
        super().__init__(", ".join(names))
        self.names = names


def new(folder: Path, template: str = TEMPLATES[0], platforms: tuple[str, ...] = ()) -> list[str]:
    """Make a workspace in ``folder`` from a template of ``TEMPLATES``, with the jobs of some platforms of ``JOBS``; a
    workspace that is there already only gets the jobs. The files written, relative to the folder. Raises
    ``AlreadyThere``, and ``OSError`` when the folder cannot be written."""
    room = files("onething") / "workspace" / "template"
    made = {} if platforms and (folder / FILE).exists() else dict(_inside(room / template))
    for platform in platforms:
        made[JOBS[platform]] = room / "ci" / f"{platform}.yml"
    if there := [name for name in made if (folder / name).exists()]:
        raise AlreadyThere(there)
    for name, text in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, text.read_bytes())
    return list(made)


def _inside(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _inside(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry
