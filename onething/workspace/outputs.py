"""What every bundle of a workspace is built into, laid ready by as many processes as are wanted; what was built from
the same content before, and still stands in the output as it was written, is not made again."""

from __future__ import annotations

import stat
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Iterator, NamedTuple

from onething.diagnostics import CODES, Finding, Severity
from onething.emit import Alike, emit
from onething.plan.analysis import Analysis
from onething.plan.ir import BundleIR
from onething.plan.publish import adopting, publish
from onething.source import Source
from onething.workspace.examined import Examined
from onething.workspace.survey import Look, Progress, Row, found, keep, looked, meant
from onething.workspace.tree import Tree
from onething.workspace.workspace import Workspace


@dataclass(slots=True)
class Output:
    """Of one bundle file: its findings, and if a bundle in it was built, its folder, identity and version, the digest
    of each file by name, and the paths of those that are not in the output yet."""

    findings: list[Finding]
    folder: str = ""
    identity: str = ""
    version: str = ""
    files: dict[str, str] = field(default_factory=dict)
    laid: list[str] = field(default_factory=list)


class Published(NamedTuple):
    """A published form, and what was emitted for ``alike`` ones: those that differ in nothing but whose they are."""

    ir: BundleIR
    alike: Alike


def published(analysis: Analysis) -> BundleIR:
    """The published form of a sound bundle, with what a workflow of one shape waits for beyond the meaning."""
    from onething.emit.workflow.waits import extra_waits

    ir = publish(analysis)
    waits = extra_waits(ir)
    return ir.model_copy(update={"extra_waits": waits}) if waits else ir


def outputs(
    workspace: Workspace, tree: Tree, targets: tuple[str, ...], only: set[str] | None, jobs: int | None, progress: Progress, sound: bool
) -> Iterator[Output]:
    """Every bundle file, in the order of paths, with what it is built into; nothing is built any more once an error
    stands (``sound``: none does so far). Raises ``OSError`` and ``WorkerDied``."""
    paths = meant(workspace, only)
    kept, keys, cache = {}, {}, workspace.cache
    of = f" {' '.join(targets)}"
    if cache is not None:
        keys = cache.keys(workspace, paths)
        rows, files = cache.rows("bundles", keys), cache.rows("outputs", {path: key + of for path, key in keys.items()})
        kept = {path: [*row, [*files[path], []]] for path, row in rows.items() if path in files and _stands(tree, files[path])}
    look = Emit(workspace.root, workspace, tree, targets)
    made = looked(workspace, [p for p in paths if p not in kept], look, jobs, progress, sound, _wrong)
    if cache is not None:
        keep(workspace, keys, {p: [*row[:3], *([row[3][:4]] if len(row) > 3 else [])] for p, row in made.items()}, "outputs", of)
    made |= kept
    folders = Counter(row[3][0] for row in made.values() if len(row) > 3)
    for path in paths:
        row = made.pop(path)
        if len(row) > 3 and folders[row[3][0]] > 1:  # two bundles of one folder: the later one wins, whoever was quicker
            row = look(([path], True))[0]
        yield Output(found(workspace, row), *(row[3] if len(row) > 3 else ()))


def _wrong(rows: list[Row]) -> bool:
    return any(CODES[each[0]].severity is Severity.ERROR for row in rows for each in row[0])


def _stands(tree: Tree, made: list) -> bool:
    """Whether everything made before is in the output as it was written."""
    folder, _, _, files = made
    if tree.above(f"{folder}/") is not None:
        return False
    try:
        return all(_digest(tree, f"{folder}/{name}") == digest for name, digest in files.items())
    except OSError:
        return False


def _digest(tree: Tree, path: str) -> str:
    file = tree.out / path
    return sha256(file.read_bytes()).hexdigest() if stat.S_ISREG(file.lstat().st_mode) else ""


@dataclass
class Emit(Look):
    """The outputs of a sound bundle as well, laid ready in the tree."""

    tree: Tree
    targets: tuple[str, ...]
    adds = True
    made: dict[str, Published] = field(default_factory=dict)  # of what others adapt, by path; of one piece of work

    def __call__(self, piece: tuple[list[str], bool]) -> list[Row]:
        try:
            return super().__call__(piece)
        finally:
            self.made.clear()

    def _row(self, path: str, more: bool) -> Row:
        source = self.workspace.source_at(path)
        head = self.workspace.adopted(source) if more else None
        return [[], [], head.packed(), *self._laid(self._published(source))] if head is not None else super()._row(path, more)

    def more(self, examined: Examined) -> list:
        return self._laid(self._published(self.workspace.source_at(examined.path), examined)) if examined.sound else []

    def _published(self, source: Source, examined: Examined | None = None) -> Published:
        """A sound version. One that only adopts is the one above it at a place of its own."""
        if source.path in self.made:
            return self.made[source.path]
        made = None if examined else self._adopting(source)
        made = made or Published(published((examined or self.workspace.examine_one(source)).analysis), {})
        if self.workspace.is_adapted(source):
            self.made[source.path] = made
        return made

    def _adopting(self, source: Source) -> Published | None:
        head = self.workspace.adopted(source)
        if head is None:
            return None
        above = self._published(self.workspace.above(source))
        ir = adopting(above.ir, head.place, head.span, self.workspace.catalogue)
        return ir and Published(ir, above.alike)

    def _laid(self, made: Published) -> list:
        files, laid, ir = {}, [], made.ir
        for artefact in emit(ir, self.targets, made.alike):
            path = f"{ir.folder}/{artefact.path}"
            files[artefact.path], same = self.tree.put(path, artefact.text.encode("utf-8"))
            laid += [] if same else [path]
        return [[ir.folder, ir.identity, ir.version, files, laid]]
