"""What was found in a workspace before, by content: a file is examined again only if it, what it adapts, the catalogue,
the configuration or the compiler has changed.

Files whose stamp has not changed are not even opened (``onething.workspace.stamp`` says why that is safe).
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Iterable

from onething.source import Source
from onething.workspace.stamp import compiler, digest, settled, stamp
from onething.workspace.store import Store
from onething.workspace.walk import FILE, walk
from onething.workspace.workers import SMALL

if TYPE_CHECKING:
    from onething.workspace.lineage import Glance
    from onething.workspace.workspace import Workspace

BASELINE = "onething-baseline.json"
ELSEWHERE = frozenset({"OT1501"})  # findings whose repair looks at every other file: looked for each time


class Unread(Source):
    """A source that has not changed since it was last read: it is read when somebody wants to see its text."""

    __slots__ = ("file", "digest", "_text")

    def __init__(self, path: str, file: str, digest: str):
        self.path = path
        self.file = file
        self.digest = digest
        self._text: str | None = None
        self._starts = None

    @property
    def text(self) -> str:
        if self._text is None:
            from onething.syntax.read import read

            source, _ = read(Path(self.file), self.path)
            if source is None:
                raise OSError(f"{self.file} 刚刚变了，请再运行一次 (it has just changed, run again)")
            self._text = source.text
        return self._text


@dataclass(slots=True)
class Cache:
    """What is kept of one workspace. ``entries``: its files as they are now; ``state``: a digest of all that decides
    what is found in it, '' if some file has changed so lately that this cannot be told without reading it."""

    store: Store
    entries: dict[str, os.DirEntry]
    now: int
    compiler: str
    state: str
    _known: dict[str, tuple[str, list]] = field(default_factory=dict)
    _gone: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, root: Path) -> Cache | None:
        """The cache of a workspace; None for a small one, which is quicker without."""
        now = time.time_ns()
        try:
            entries = walk(root, _excluded(root))
            if len(entries) < SMALL:
                return None
            about = {name: entry.stat() for name, entry in entries.items()}
            about |= {name: os.stat(root / name) for name in (FILE, BASELINE) if (root / name).exists()}
        except (OSError, ValueError):
            return None
        store = Store(root)
        made = compiler(store, now)
        lately = not all(settled(s, now) for s in about.values())
        state = digest([made, *(f"{name}\0{stamp(s)}" for name, s in about.items())])
        return cls(store, entries, now, made, "" if lately else state)

    # ---- whole answers

    def answer(self, question: str) -> tuple[int, str] | None:
        """Exit status and output of what was asked before, if nothing has changed since."""
        row = self.state and self.store.get("answers", question)
        if not row or row[0] != self.state:
            return None
        status, text = json.loads(row[1])
        return status, text

    def keep_answer(self, question: str, status: int, text: str) -> None:
        """Keep an answer to what was asked before the workspace was read."""
        if self.state:
            self.store.put("answers", [(question, self.state, json.dumps([status, text]))])

    # ---- files

    def unread(self) -> dict[str, Unread]:
        """The bundle files that are as they were when they were last read."""
        for name, (was, value) in self.store.all("files").items():
            entry = self.entries.get(name)
            if entry is None:
                self._gone.append(name)
            elif was == stamp(entry.stat()):
                self._known[name] = (was, json.loads(value))
        return {name: Unread(name, self.entries[name].path, value[0]) for name, (_, value) in self._known.items()}

    def glances(self, workspace: Workspace) -> dict[str, Glance]:
        """What the heads of unchanged files said, if it still means the same: that hangs on the places there are."""
        from onething.workspace.lineage import Glance

        same = self.store.get("compiler", "places") == (_places(workspace), "")
        return {name: Glance(*value[1:]) for name, (_, value) in self._known.items() if same}

    def keep_files(self, workspace: Workspace) -> None:
        """Keep what was read of the files that hold a bundle and nothing else."""
        special = {s.path for s in workspace.shared} | {f.span.source.path for f in workspace.findings if f.span is not None}
        rows = []
        moved = self.store.get("compiler", "places") != (_places(workspace), "")
        for source in workspace.sources:
            about = self.entries[source.path].stat()
            if source.path in special or not settled(about, self.now) or isinstance(source, Unread) and not moved:
                continue
            seen = workspace.glance(source)
            rows.append((source.path, stamp(about), json.dumps([text_digest(source), seen.identity, seen.adapts], ensure_ascii=False)))
        self.store.put("files", rows, self._gone)
        if moved:
            self.store.put("compiler", [("places", _places(workspace), "")])

    # ---- what is found in each

    def keys(self, workspace: Workspace, paths: Iterable[str]) -> dict[str, str]:
        """By path: a digest of all that what is found in the file depends on."""
        config = workspace.config.model_dump_json()
        shared = [part for source in workspace.shared for part in (source.path, source.text)]
        around = digest([self.compiler, config, workspace.catalogue.today, *shared, "", *workspace.unread])
        digests = {source.path: text_digest(source) for source in workspace.sources}
        found = {}
        for path in paths:
            line = workspace.lineage(workspace.source_at(path))
            found[path] = digest([around, *(part for s in line for part in (s.path, digests[s.path]))])
        return found

    def rows(self, table: str, keys: dict[str, str]) -> dict[str, list]:
        """What is kept for these keys, by path."""
        return {path: json.loads(value) for path, (key, value) in self.store.all(table).items() if keys.get(path) == key}

    def keep_rows(self, table: str, keys: dict[str, str], rows: dict[str, list]) -> None:
        """Keep rows, by path; those of files that are not there any more go."""
        kept = [(path, keys[path], json.dumps(row, ensure_ascii=False)) for path, row in rows.items()]
        gone = [path for path in self.store.all(table) if path not in self.entries] if kept else []
        self.store.put(table, kept, gone)


def text_digest(source: Source) -> str:
    """A digest of what a file holds."""
    return source.digest if isinstance(source, Unread) else sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def _places(workspace: Workspace) -> str:
    return digest([workspace.config.place, *workspace.catalogue.places])


def _excluded(root: Path) -> list[str]:
    """The folders that the configuration leaves out. Raises ``OSError``, ``ValueError``."""
    text = (root / FILE).read_text(encoding="utf-8")
    if "exclude" not in text:
        return []
    import tomllib

    found = tomllib.loads(text).get("exclude", [])
    return found if isinstance(found, list) and all(isinstance(each, str) for each in found) else []
