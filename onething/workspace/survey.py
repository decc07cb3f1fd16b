"""A survey of a workspace: what is found in every bundle file, in the order of paths, whatever the number of processes.

Local versions of one bundle share nearly everything with what they adapt, so a piece of work is a family: a standard
with all its local versions. Only findings and summaries come back, about a kilobyte a bundle.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Callable, ClassVar, Iterator

from onething.diagnostics.packed import packed, unpacked
from onething.workspace.cache import ELSEWHERE
from onething.workspace.examined import Examined
from onething.workspace.unique import Head
from onething.workspace.workers import processes, spread
from onething.workspace.workspace import Workspace, collecting_seldom, open_workspace

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.province.summary import Summary

TOGETHER = 16  # files that adapt nothing and are adapted by none: so many are one piece
COLLECT_EVERY = 32  # files of a family between two collections of garbage
Row = list  # of JSON: findings, suppressed ones with their reasons, the head, and what the work adds
Progress = Callable[[int, int], None]


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
    progress: Progress = lambda done, of: None,
) -> Iterator[Surveyed]:
    """Every bundle file (or only those with these paths) examined, in the order of paths. ``jobs``: processes, None =
    one for each core where it is worth it; ``progress`` is told how many files are done, and of how many. Raises
    ``WorkerDied``."""
    paths = meant(workspace, only)
    kept, keys, cache = {}, {}, workspace.cache
    if cache is not None:
        keys = cache.keys(workspace, paths)
        kept = cache.rows("bundles", keys)
        if summaries:
            sums = cache.rows("summaries", keys)
            kept = {path: [*row, sums[path]] for path, row in kept.items() if path in sums}
    look = Summarise(workspace.root, workspace) if summaries else Look(workspace.root, workspace)
    made = looked(workspace, [p for p in paths if p not in kept], look, jobs, progress)
    if cache is not None:
        keep(workspace, keys, made, "summaries")
    for path in paths:
        row = kept.pop(path, None) or made.pop(path)
        yield Surveyed(path, found(workspace, row), [(unpacked(f, workspace.source_at), reason) for f, reason in row[1]], _summary(row))


def meant(workspace: Workspace, only: set[str] | None) -> list[str]:
    """The paths of the bundle files that are meant."""
    return [s.path for s in workspace.sources if only is None or s.path in only]


def found(workspace: Workspace, row: Row) -> list[Finding]:
    """The findings of a row, with those that only show beside the rows before it: ask in the order of paths."""
    at = workspace.source_at
    findings = [unpacked(each, at) for each in row[0]]
    more = list(workspace.unique.found(Head.unpacked(row[2], at))) if row[2] else []
    return sorted([*findings, *more], key=lambda f: f.order()) if more else findings


def looked(
    workspace: Workspace,
    paths: list[str],
    look: Look,
    jobs: int | None,
    progress: Progress,
    more: bool = True,
    enough: Callable[[list[Row]], bool] = lambda rows: False,
) -> dict[str, Row]:
    """What ``look`` makes of each file, by path. Without ``more``, and after rows that are ``enough``, files are only examined."""
    families = _families(workspace, paths)
    made: dict[str, Row] = {}
    pieces = ((family, more) for family in families)
    for number, rows in spread(look, pieces, processes(jobs, len(paths)) if len(families) > 1 else 1):
        made.update(zip(families[number], rows))
        more = more and not enough(rows)
        progress(len(made), len(paths))
    return made


def keep(workspace: Workspace, keys: dict[str, str], made: dict[str, Row], table: str, of: str = "") -> None:
    """Let the next run know what was made; what the work added goes into ``table``, as made ``of`` the content."""
    lasting = {path: row for path, row in made.items() if ELSEWHERE.isdisjoint(f[0] for f in row[0])}
    workspace.cache.keep_rows("bundles", keys, {path: row[:3] for path, row in lasting.items()})
    workspace.cache.keep_rows(table, {path: key + of for path, key in keys.items()}, {path: row[3] for path, row in lasting.items() if len(row) > 3})
    workspace.cache.keep_files(workspace)


def _summary(row: Row) -> Summary | None:
    if len(row) < 4:
        return None
    from onething.province.summary import Summary

    return Summary.from_json(row[3])


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
    workspace: Workspace | None = field(repr=False)
    adds: ClassVar[bool] = False  # whether something is wanted of every file, also of one in which nothing can be found

    def __getstate__(self) -> dict:
        return {**self.__dict__, "workspace": None}

    def __call__(self, piece: tuple[list[str], bool]) -> list[Row]:
        paths, more = piece
        self.workspace = self.workspace or open_workspace(self.root)
        rows = []
        with collecting_seldom() as collect:
            for number, path in enumerate(paths, 1):
                rows.append(self._row(path, more))
                if number % COLLECT_EVERY == 0:
                    collect()
            self.workspace.forget()
            collect()
        return rows

    def _row(self, path: str, more: bool) -> Row:
        source = self.workspace.source_at(path)
        adopted = None if more and self.adds else self.workspace.adopted(source)
        if adopted is not None:
            return [[], [], adopted.packed()]
        examined = self.workspace.examine_one(source)
        head = examined.bundle and Head.of(examined.bundle).packed()
        row = [[packed(f) for f in examined.findings], [[packed(f), reason] for f, reason in examined.suppressed], head]
        return row + self.more(examined) if more else row

    def more(self, examined: Examined) -> list:
        """What else is wanted of a file that was examined."""
        return []


class Summarise(Look):
    """A summary as well."""

    adds = True

    def more(self, examined: Examined) -> list:
        from onething.province.summary import summarise

        return [summarise(examined).to_json()]
