"""A workspace opened: its catalogue first, then its bundles one by one, each a pure function of its file.

A province has thousands of files: no tree outlives its bundle.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Iterator, Mapping

from onething.check.ladder import ALL, later_than, rules_of
from onething.check.cascades import unread_lines, without_unread
from onething.diagnostics import Finding, finding
from onething.limits import FILE_BYTES
from onething.model.catalogue import Catalogue
from onething.resolve import BLOCK_KINDS, Reader, resolve_catalogue, resolve_file
from onething.source import Source
from onething.syntax import parse
from onething.syntax.read import read
from onething.syntax.tree import Tree
from onething.workspace.adopted import Adopted
from onething.workspace.cache import Cache
from onething.workspace.config import Config, read_config
from onething.workspace.lineage import Glance, glance
from onething.workspace.suppression import suppress
from onething.workspace.files import BUNDLE_BLOCK, CATALOGUE_BLOCK
from onething.workspace.examined import Examined, has_errors
from onething.workspace.unique import Head, Unique
from onething.workspace.versions import Versions
from onething.workspace.walk import walk


COLLECT_EVERY = 64  # bundles between two collections of garbage (a bundle leaves some 300 kB)


@contextmanager
def collecting_seldom() -> Iterator[Callable[[], int]]:
    """Collect garbage between bundles only: within one, nearly everything made is kept, and looking for garbage
    in it again and again costs more than all the rest."""
    was = gc.isenabled()
    gc.disable()
    gc.freeze()  # the catalogue and the sources stay
    try:
        yield gc.collect
    finally:
        if was:
            gc.enable()


@dataclass(slots=True)
class Workspace:
    """``sources`` are the readable files with bundles; ``findings`` those of configuration, reading and catalogue."""

    root: Path
    config: Config
    catalogue: Catalogue
    sources: list[Source]
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # lines of the catalogue that could not be read
    shared: list[Source] = field(default_factory=list)  # the files with blocks of the catalogue
    unique: Unique = field(default_factory=Unique)
    cache: Cache | None = None  # what was found before
    _rules: frozenset[str] = field(init=False)
    _at: dict[str, Source] = field(init=False)
    _versions: Versions = field(init=False)
    _adopted: Adopted | None = field(init=False, default=None)

    def __post_init__(self):
        self._at = {s.path: s for s in (*self.shared, *self.sources)}
        self._rules = rules_of(self.config.language, self.config.rules)
        self._versions = Versions(self.catalogue, self.config.place, self.sources, self._rules, self.unread, self.cache.glances(self) if self.cache else {})

    def examine(self, only: set[str] | None = None) -> Iterator[Examined]:
        """Every bundle file (or only those with these paths) parsed, resolved and checked, in the order of paths."""
        meant = [s for s in self.sources if only is None or s.path in only]
        with collecting_seldom() as collect:
            for number, source in enumerate(meant, 1):
                examined = self.examine_one(source)
                if examined.bundle is not None:
                    examined.findings += self.unique.found(Head.of(examined.bundle))
                    examined.findings.sort(key=Finding.order)
                yield examined
                if number % COLLECT_EVERY == 0:
                    collect()
                    gc.freeze()  # what is still there stays: the catalogue, the memo of phrases

    def source_at(self, path: str) -> Source:
        """The file with this path. Raises ``KeyError`` for one that is not in the workspace."""
        return self._at[path]

    def lineage(self, source: Source) -> tuple[Source, ...]:
        """The files that what is found in a bundle's file depends on, beside the catalogue: itself, then what it adapts."""
        return self._versions.lines.upward(source)

    def glance(self, source: Source) -> Glance:
        """What the head of a file says."""
        return self._versions.lines.of.get(source.path) or glance(source, self.config.place, self.catalogue.places)

    def adopted(self, source: Source) -> Head | None:
        """The head of a version that adopts what is above it as it is, so that nothing can be found in it; None for any
        other, which has to be examined."""
        if self._adopted is None:
            self._adopted = Adopted(self._versions, self.shared)
        return self._adopted.head(source)

    def above(self, source: Source) -> Source:
        """The file that a local version adapts."""
        return self.lineage(source)[1]

    def is_adapted(self, source: Source) -> bool:
        """Whether another file adapts this one."""
        return self._versions.lines.is_adapted(source)

    def forget(self) -> None:
        """What comes next adapts nothing that was examined so far."""
        self._versions.forget()

    def examine_one(self, source: Source) -> Examined:
        """One bundle file parsed, resolved and checked: a pure function of its lineage and the catalogue."""
        return self._versions.examined(source)


def open_workspace(root: Path, instead: Mapping[str, str] = {}, cache: Cache | None = None) -> Workspace:
    """Open the workspace at ``root`` (the folder of its ``onething.toml``). Never raises for what files hold.

    ``instead``: texts that stand for what the files with these paths hold; ``cache``: what is known of unchanged files.
    """
    config, findings = read_config(root)
    sources, catalogue_trees, unread = [], [], []
    known = cache.unread() if cache else {}
    for name, entry in (cache.entries if cache else walk(root, config.exclude)).items():
        if name in known:
            sources.append(known[name])
            continue
        path = Path(entry.path)
        source, found = (Source(name, instead[name]), []) if name in instead else read(path, name)
        findings += found
        if source is None:
            unread += _as_if_read(path)
            continue
        holds_bundle = BUNDLE_BLOCK.search(source.text) is not None
        if holds_bundle or CATALOGUE_BLOCK.search(source.text) is None:
            sources.append(source)
        if CATALOGUE_BLOCK.search(source.text) is not None:
            tree = parse(source)
            catalogue_trees.append(tree)
            if not holds_bundle:
                findings += suppress(tree, tree.findings, ALL)[0]
                stray = Reader()
                resolve_file(tree, stray)
                findings += stray.findings
    reader = Reader()
    blocks = [b for t in catalogue_trees for b in t.blocks if b.word and b.word.name in BLOCK_KINDS and not b.change]
    reader.catalogue.naming_rules = tuple(r.rule for r in config.naming)
    reader.catalogue.today = config.today.isoformat() if config.today else ""
    catalogue = resolve_catalogue(blocks, reader)
    unread += unread_lines(f for t in catalogue_trees for f in t.findings if _in_catalogue(f, t))
    findings += [f for f in without_unread(reader.findings, (), unread) if f.code not in later_than(config.language)]
    if not sources and not catalogue_trees and not findings:
        findings.append(finding("OT0109", None))
    return Workspace(root, config, catalogue, sources, findings, unread, [t.source for t in catalogue_trees], cache=cache)


def _as_if_read(path: Path) -> list[str]:
    """The lines of a file that could not be read: what they may well declare is not unknown elsewhere."""
    try:
        data = path.read_bytes() if path.stat().st_size <= FILE_BYTES else b""
    except (OSError, ValueError):
        return []
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030", "replace").splitlines()


def _in_catalogue(found: Finding, tree: Tree) -> bool:
    """Whether a finding stands in a block of the catalogue, or in none."""
    above = [b for b in tree.blocks if found.span is not None and b.start <= found.span.end]
    return not above or above[-1].word is None or above[-1].word.name in BLOCK_KINDS


__all__ = ["Examined", "Workspace", "collecting_seldom", "has_errors", "open_workspace"]
