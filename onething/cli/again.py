"""A question that was asked before, of a workspace in which nothing has changed since, is answered as it was then –
without reading a single file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onething.cli.language import LANG

if TYPE_CHECKING:
    from onething.workspace.cache import Cache


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the workspace behind ``cache``."""

    cache: Cache
    question: str

    def answer(self) -> tuple[int, str] | None:
        """Exit status and output, if they are known."""
        return self.cache.answer(self.question)

    def keep(self, status: int, text: str) -> None:
        """Remember the answer."""
        self.cache.keep_answer(self.question, status, text)


def asked(paths: list[Path], *words: object) -> Asked | None:
    """The question that ``words`` put to the workspace of ``paths``, asked from here; None where they mean several
    workspaces or a small one, or where answering does more than saying."""
    from onething.workspace.cache import Cache
    from onething.workspace.walk import root_of

    if os.environ.get("GITHUB_STEP_SUMMARY"):
        return None
    paths = paths or [Path(".")]
    roots = {root_of(path) if path.exists() else None for path in paths}
    root = roots.pop()
    cache = Cache.open(root) if root is not None and not roots else None
    if cache is None:
        return None
    return Asked(cache, repr((os.getcwd(), [str(p.resolve()) for p in paths], LANG, "GITHUB_ACTIONS" in os.environ, words)))
