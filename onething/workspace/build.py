"""Build: every bundle checked, published and emitted, once; written only when no error stands anywhere.

What differs from the output is laid ready beside it and takes its place as a whole (``onething.workspace.tree``). An
error leaves all as it was.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from onething import LANGUAGE, __version__
from onething.diagnostics import Finding
from onething.emit import TARGETS
from onething.workspace.outputs import outputs, published
from onething.workspace.survey import Progress
from onething.workspace.tree import InTheWay, Tree, real, renewing
from onething.workspace.workspace import Workspace, has_errors

__all__ = ["MANIFEST", "Built", "build", "published"]
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


def build(
    workspace: Workspace,
    out: Path,
    targets: tuple[str, ...] = tuple(TARGETS),
    only: set[str] | None = None,
    check_only: bool = False,
    jobs: int | None = None,
    progress: Progress = lambda done, of: None,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Build a workspace into ``out``; ``only`` limits it to some source files; ``check_only`` compares instead of
    writing; ``jobs`` and ``progress`` as in ``survey``; ``waiting`` is called when another build is waited for. Raises ``WorkerDied``, and ``OSError`` when the output cannot be written; what stood there is then still whole."""
    result = Built(findings=list(workspace.findings))
    whole = only is None and targets == tuple(TARGETS)
    bundles: dict[str, dict] = {}
    laid: list[str] = []
    sound = not has_errors(result.findings)
    with nullcontext(Tree(real(out), None)) if check_only else renewing(out, workspace.root, waiting) as tree:
        for each in outputs(workspace, tree, targets, only, jobs, progress, sound):
            result.findings += each.findings
            sound = sound and not has_errors(each.findings)
            if each.folder:
                files = bundles.setdefault(each.folder, {"bundle": each.identity, "version": each.version, "files": {}})["files"]
                files.update(each.files)
                result.same += len(each.files) - len(each.laid)
                laid += each.laid
        if not sound:
            return result
        result.bundles = len(bundles)
        gone = _superfluous(tree.out, bundles) if whole else []
        if whole or not check_only:
            text = _manifest(bundles if whole else _joined(_listed(tree.out), bundles))
            if not tree.put(MANIFEST, text.encode("utf-8"))[1]:
                laid.append(MANIFEST)  # the last one: where files are renewed one by one, what it lists is there
            else:
                result.same += 1
        if check_only:
            result.stale = laid + gone
        else:
            tree.take(laid, gone)
            result.written = laid
    return result


def _manifest(bundles: dict[str, dict]) -> str:
    body = {"compiler": __version__, "language": LANGUAGE, "bundles": dict(sorted(bundles.items()))}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _listed(out: Path) -> dict[str, dict]:
    """The bundles that the manifest of an output lists. Raises ``InTheWay`` where another file has its name."""
    file = out / MANIFEST
    if not file.exists():
        return {}
    try:
        body = json.loads(file.read_bytes())
        if all(isinstance(entry["files"], dict) for entry in body["bundles"].values()):
            return body["bundles"]
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    raise InTheWay(file)


def _joined(old: dict[str, dict], new: dict[str, dict]) -> dict[str, dict]:
    """What stands in the output after a build of some bundles or some targets: the rest is as it was."""
    return {**old, **{f: {**entry, "files": {**old.get(f, entry)["files"], **entry["files"]}} for f, entry in new.items()}}


def _superfluous(out: Path, bundles: dict[str, dict]) -> list[str]:
    """What stands in the folders of bundles and nothing makes any more; the folders are ours, all else is not."""
    made = {f"{folder}/{file}" for folder, entry in bundles.items() for file in entry["files"]}
    folders = {f"{f.parent.parent.name}/{f.parent.name}" for f in out.glob("*/*/bundle.json")}
    folders |= {f for f in _listed(out) if len(f.split("/")) == 2 and not {"", ".", ".."} & set(f.split("/"))}  # anybody may have written in it
    tree = Tree(out, None)
    there = (f.relative_to(out).as_posix() for folder in sorted(folders) if (out / folder).is_dir() for f in sorted((out / folder).iterdir()) if not f.is_dir() or f.is_symlink())
    return [path for path in there if path not in made and tree.above(path) is None]
