"""One input through the production path, in this process: opened, examined, its scenarios run. What comes out must be
coded findings with places inside the file; an exception is a failure, and so is more than two seconds of processor."""

from __future__ import annotations

import gc
import signal
from contextlib import contextmanager
from pathlib import Path

from onething.diagnostics import CODES, Finding
from onething.scenario.run import failures
from onething.source import Source, Span
from onething.workspace import open_workspace
from onething.workspace.workspace import Workspace

SECONDS = 2
_COLLECT_EVERY = 300
_count = 0


class Hang(BaseException):
    """More than ``SECONDS`` of processor time went by. No ``except Exception`` swallows it."""


@contextmanager
def watched(seconds: float = SECONDS):
    """A watchdog on processor time: a busy machine bites nobody."""

    def bite(*_):
        raise Hang(f"more than {seconds} s")

    _tidy()
    before = signal.signal(signal.SIGPROF, bite)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _tidy() -> None:
    """Collect garbage now and then, before the watch begins: what other tests left is nobody's two seconds. examine()
    freezes what it finds, for one long run; here are many short ones."""
    global _count
    _count += 1
    if _count % _COLLECT_EVERY == 0:
        gc.unfreeze()
        gc.collect()


def workspace_with(root: Path, catalogue: str) -> Workspace:
    """A workspace of nothing but this catalogue, which is sound."""
    (root / "onething.toml").write_text("", encoding="utf-8")
    (root / "目录.onething").write_text(catalogue, encoding="utf-8")
    workspace = open_workspace(root)
    assert not workspace.findings
    return workspace


def of_text(workspace: Workspace, path: str, text: str, emitted: bool = False) -> list[Finding]:
    """A bundle file with this text beside the catalogue of an open workspace, and – a local version – beside the bundles
    that it may adapt; ``emitted``: a sound one is also
    published and emitted."""
    with watched():
        above = [s for s in workspace.sources if s.path != path] if "沿用" in text else []
        one = Workspace(workspace.root, workspace.config, workspace.catalogue, [*above, Source(path, text)])
        return _tried(one, emitted, {path})


def of_folder(root: Path) -> list[Finding]:
    """A workspace on disk."""
    with watched():
        return _tried(open_workspace(root), False)


def _tried(workspace: Workspace, emitted: bool, only: set[str] | None = None) -> list[Finding]:
    findings = list(workspace.findings)
    for examined in workspace.examine(only):
        findings += examined.findings
        if examined.sound:
            findings += failures(examined.analysis)
        if emitted and examined.sound:
            from onething.emit import emit
            from onething.workspace.build import published

            emit(published(examined.analysis))
    for each in findings:
        hold(each)
    return findings


def hold(found: Finding) -> None:
    """A finding has a registered code, whole messages in both languages, and places inside their files."""
    assert found.code in CODES
    assert found.message("zh").strip() and found.message("en").strip()
    beside = [n.span for n in (*found.notes, *([found.label] if found.label else []))]
    edits = [span for span, _ in found.fix.edits] if found.fix else []
    for span in (*([found.span] if found.span else []), *beside, *edits):
        inside(span, found)


def inside(span: Span, found: Finding) -> None:
    assert 0 <= span.start <= span.end <= len(span.source.text), (found.code, span.start, span.end, len(span.source.text))
    assert span.position >= (1, 1) and span.end_position >= span.position
