"""A survey of a workspace: what is found in every bundle file, in the order of paths, whatever the number of processes.

Local versions of one bundle share nearly everything with what they adapt, so a piece of work is a family: a standard
with all its local versions. Only findings and summaries come back, about a kilobyte a bundle.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator

from onething.diagnostics.packed import packed, unpacked
from onething.workspace.cache import ELSEWHERE
from onething.workspace.unique import Head
from onething.workspace.workers import processes, spread
from onething.workspace.workspace import Workspace, collecting_seldom, open_workspace

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.province.summary import Summary

TOGETHER = 16  # files that adapt nothing and are adapted by none: so many are one piece


@dataclass(slots=True)
class Surveyed:
    """What is kept of one bundle file. ``summary`` only where summaries were asked for."""

    path: str
    findings: list[Finding]
    suppressed: list[tuple[Finding, str]] = field(default_factory=list)
    summary: Summary | None = None


def survey(
    workspace: Workspace,
    only: set[str] | None = None,
    jobs: int | None = None,
    summaries: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Iterator[Surveyed]:
    """Every bundle file (or only those with these paths) examined, in the order of paths. ``jobs``: processes, None =
    one for each core where it is worth it; ``progress`` is told how many files are done, and of how many. Raises
    ``WorkerDied``."""
    meant = [s.path for s in workspace.sources if only is None or s.path in only]
    kept, keys, cache = {}, {}, workspace.cache
    if cache is not None:
        keys = cache.keys(workspace, meant)
        kept = cache.rows("bundles", keys)
        if summaries:
            sums = cache.rows("summaries", keys)
            kept = {path: [*row, sums[path]] for path, row in kept.items() if path in sums}
    left = [path for path in meant if path not in kept]
    families = _families(workspace, left)
    look = Look(workspace.root, summaries, workspace)
    made = {}
    for number, rows in spread(look, families, processes(jobs, len(left)) if len(families) > 1 else 1):
        made.update(zip(families[number], rows))
        progress(len(made), len(left))
    if cache is not None:
        _keep(workspace, keys, made)
    for path in meant:
        yield _surveyed(workspace, path, *(kept.pop(path, None) or made.pop(path)))


def _keep(workspace: Workspace, keys: dict[str, str], made: dict[str, list]) -> None:
    """Let the next run know."""
    lasting = {path: row for path, row in made.items() if ELSEWHERE.isdisjoint(f[0] for f in row[0])}
    workspace.cache.keep_rows("bundles", keys, {path: row[:3] for path, row in lasting.items()})
    workspace.cache.keep_rows("summaries", keys, {path: row[3] for path, row in lasting.items() if len(row) > 3})
    workspace.cache.keep_files(workspace)


def _surveyed(workspace: Workspace, path: str, found: list, silent: list, head: list | None, summary: str | None = None) -> Surveyed:
    at = workspace.source_at
    findings = [unpacked(each, at) for each in found]
    if head is not None:
        more = list(workspace.unique.found(Head.unpacked(head, at)))
        findings = sorted([*findings, *more], key=lambda f: f.order()) if more else findings
    kept = None
    if summary is not None:
        from onething.province.summary import Summary

        kept = Summary.from_json(summary)
    return Surveyed(path, findings, [(unpacked(each, at), reason) for each, reason in silent], kept)


def _families(workspace: Workspace, paths: list[str]) -> list[list[str]]:
    """The files parted into pieces of work: a standard with its local versions, and the rest a few together."""
    families: dict[str, list[str]] = {}
    for path in paths:
        families.setdefault(workspace.lineage(workspace.source_at(path))[-1].path, []).append(path)
    alone = [path for family in families.values() if len(family) == 1 for path in family]
    return [f for f in families.values() if len(f) > 1] + [alone[i : i + TOGETHER] for i in range(0, len(alone), TOGETHER)]


@dataclass
class Look:
    """The work of one process: files examined, by their paths. Where it cannot be forked it opens the workspace again."""

    root: Path
    summaries: bool
    workspace: Workspace | None = None

    def __getstate__(self) -> tuple:
        return self.root, self.summaries

    def __setstate__(self, state: tuple) -> None:
        self.root, self.summaries = state
        self.workspace = None

    def __call__(self, paths: list[str]) -> list[list]:
        self.workspace = self.workspace or open_workspace(self.root)
        with collecting_seldom() as collect:
            rows = [self._row(path) for path in paths]
            collect()
        return rows

    def _row(self, path: str) -> list:
        examined = self.workspace.examine_one(self.workspace.source_at(path))
        head = examined.bundle and Head.of(examined.bundle).packed()
        row = [[packed(f) for f in examined.findings], [[packed(f), reason] for f, reason in examined.suppressed], head]
        if self.summaries:
            from onething.province.summary import summarise

            row.append(summarise(examined).to_json())
        return row
