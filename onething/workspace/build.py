"""Build: every sound bundle published, emitted and written. Nothing is written while an error stands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from onething import LANGUAGE, __version__
from onething.diagnostics import Finding
from onething.emit import TARGETS, emit
from onething.plan.analysis import Analysis
from onething.plan.ir import BundleIR
from onething.plan.publish import publish
from onething.workspace.workspace import Workspace, has_errors
from onething.workspace.write import replace_file

MANIFEST = "manifest.json"


@dataclass(slots=True)
class Built:
    """``written`` changed files, ``same`` unchanged ones, ``stale`` differing, missing or superfluous ones (of
    ``--check``), all relative to the output folder. ``bundles`` counts those emitted."""

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
    sound = []
    for examined in workspace.examine(only):
        result.findings += examined.findings
        if examined.sound:
            sound.append(examined.path)
    if has_errors(result.findings):
        return result
    digests: dict[str, dict[str, str]] = {}
    kept: set[str] = set()
    for examined in workspace.examine(set(sound)):
        ir = published(examined.analysis)
        files = {}
        for artefact in emit(ir, targets):
            path = f"{ir.folder}/{artefact.path}"
            data = artefact.text.encode("utf-8")
            files[artefact.path] = hashlib.sha256(data).hexdigest()
            kept.add(path)
            _put(out, path, data, check_only, result)
        digests[ir.folder] = {"bundle": ir.identity, "version": ir.version, "files": files}
        result.bundles += 1
    if only is None and targets == tuple(TARGETS):
        manifest = {"compiler": __version__, "language": LANGUAGE, "bundles": dict(sorted(digests.items()))}
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        kept.add(MANIFEST)
        _put(out, MANIFEST, text.encode("utf-8"), check_only, result)
        _sweep(out, kept, check_only, result)
    return result


def _put(out: Path, path: str, data: bytes, check_only: bool, result: Built) -> None:
    """Write one file unless it stands there already; a reader sees the old file or the new one, never a half."""
    target = out / path
    assert target.resolve().is_relative_to(out.resolve()), path
    try:
        if target.read_bytes() == data:
            result.same += 1
            return
    except OSError:
        pass
    if check_only:
        result.stale.append(path)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, data)
    result.written.append(path)


def _sweep(out: Path, kept: set[str], check_only: bool, result: Built) -> None:
    """Files of earlier builds that nothing makes any more: only what the old manifest knows, nothing foreign."""
    for folder in sorted(p for p in out.glob("*/*") if p.is_dir() and (p / "bundle.json").exists()):
        for file in sorted(folder.iterdir()):
            path = file.relative_to(out).as_posix()
            if path not in kept:
                result.stale.append(path)
                if not check_only:
                    file.unlink()
        if not check_only and not any(folder.iterdir()):
            folder.rmdir()
    if not check_only:
        result.stale.clear()
