"""Build: every bundle checked, published and emitted, once; written only when no error stands anywhere.

Files are first made in a staging folder beside the output. When all is sound each one that differs takes the place
of the old one by a rename: a reader sees the old file or the new one, never a half. An error leaves all as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from onething import LANGUAGE, __version__
from onething.diagnostics import Finding
from onething.emit import TARGETS, emit
from onething.plan.analysis import Analysis
from onething.plan.ir import BundleIR
from onething.plan.publish import publish
from onething.workspace.workspace import Workspace, has_errors

MANIFEST = "manifest.json"


@dataclass(slots=True)
class Built:
    """``written`` changed files, ``same`` how many are unchanged, ``stale`` (of a check) differing, missing or
    superfluous ones; all relative to the output folder. ``bundles`` counts those emitted."""

    findings: list[Finding] = field(default_factory=list)
    bundles: int = 0
    written: list[str] = field(default_factory=list)
    same: int = 0
    stale: list[str] = field(default_factory=list)


def published(analysis: Analysis) -> BundleIR:
    """The published form of a sound bundle, with what a workflow of one shape waits for beyond the meaning."""
    from onething.emit.workflow.waits import extra_waits

    ir = publish(analysis)
    waits = extra_waits(ir)
    return ir.model_copy(update={"extra_waits": waits}) if waits else ir


def build(
    workspace: Workspace,
    out: Path,
    targets: tuple[str, ...] = tuple(TARGETS),
    only: set[str] | None = None,
    check_only: bool = False,
) -> Built:
    """Build a workspace into ``out``; ``only`` limits it to some source files; ``check_only`` compares instead of
    writing. Raises ``OSError`` when the output cannot be written; what stood there is then still whole."""
    result = Built(findings=list(workspace.findings))
    whole = only is None and targets == tuple(TARGETS)
    digests: dict[str, dict] = {}
    sound = not has_errors(result.findings)
    with _staging(out) as stage:
        for examined in workspace.examine(only):
            result.findings += examined.findings
            sound = sound and not has_errors(examined.findings)
            if not sound or examined.analysis is None:
                continue  # still checked, so that one run shows every mistake
            ir = published(examined.analysis)
            folder = stage / ir.folder
            folder.mkdir(parents=True, exist_ok=True)
            files = {a.path: _put(folder / a.path, a.text) for a in emit(ir, targets)}
            digests[ir.folder] = {"bundle": ir.identity, "version": ir.version, "files": files}
        if not sound:
            return result
        result.bundles = len(digests)
        if whole:
            manifest = {"compiler": __version__, "language": LANGUAGE, "bundles": dict(sorted(digests.items()))}
            _put(stage / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
        for folder, entry in sorted(digests.items()):
            _take_folder(stage / folder, out / folder, folder, list(entry["files"]), check_only, result)
        if whole:  # the manifest last: what it lists is there
            _take(stage / MANIFEST, out / MANIFEST, MANIFEST, check_only, result)
            _sweep(out, digests, check_only, result)
    return result


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder on the same disk as the output, gone afterwards; it is not inside the output."""
    beside = out.resolve().parent
    while not beside.exists():
        beside = beside.parent
    stage = Path(tempfile.mkdtemp(dir=beside, prefix=".onething-build-"))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _put(target: Path, text: str) -> str:
    """Write a new file into the staging folder; its digest."""
    data = text.encode("utf-8")
    target.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _take_folder(staged: Path, target: Path, folder: str, files: list[str], check_only: bool, result: Built) -> None:
    """Let a staged folder take its place: as a whole where there is none yet, else file by file."""
    if not check_only and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, target)
        result.written += [f"{folder}/{file}" for file in files]
        return
    for file in files:
        _take(staged / file, target / file, f"{folder}/{file}", check_only, result)


def _take(staged: Path, target: Path, path: str, check_only: bool, result: Built) -> None:
    """Let a staged file take the place of the old one, unless they are equal."""
    if target.is_file() and not target.is_symlink() and target.read_bytes() == staged.read_bytes():
        result.same += 1
    elif check_only:
        result.stale.append(path)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, target)
        result.written.append(path)


def _sweep(out: Path, digests: dict[str, dict], check_only: bool, result: Built) -> None:
    """Remove what an earlier build left in the folders of bundles and nothing makes any more."""
    made = {f"{folder}/{file}" for folder, entry in digests.items() for file in entry["files"]}
    folders = sorted(p.parent for p in out.glob("*/*/bundle.json"))
    for file in (f for folder in folders for f in sorted(folder.iterdir()) if f.is_file()):
        path = file.relative_to(out).as_posix()
        if path in made:
            continue
        if check_only:
            result.stale.append(path)
        else:
            file.unlink()
    for folder in folders:
        if not check_only and not any(folder.iterdir()):
            folder.rmdir()
