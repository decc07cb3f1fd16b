"""One small file through the production path: a workspace of its own, opened, examined, its scenarios run."""

from __future__ import annotations

from pathlib import Path

from onething.check.ladder import SETS
from onething.diagnostics import Finding
from onething.scenario.run import failures
from onething.workspace import open_workspace

CATALOGUE = Path(__file__).parent / "目录.onething"
HINTS = frozenset(code for rungs in SETS.values() for code in rungs["严格"])  # of the uppermost rung: not looked for unasked


def examine_for(codes: set[str], folder: Path, name: str, data: bytes | str, catalogue: str = "") -> list[Finding]:
    """Every finding by the ordinary rules, and by those of ``codes`` that belong to the uppermost rung. No small file
    is complete: of that rung only the rules that are meant are looked at."""
    if not codes & HINTS:
        return examine(folder, name, data, catalogue)
    found = examine(folder, name, data, catalogue, config='rules = "严格"')
    return [f for f in found if f.code in codes or f.code not in HINTS]


def examine(folder: Path, name: str, data: bytes | str, catalogue: str = "", config: str = "") -> list[Finding]:
    """Every finding of a file with this name and content, by place; ``catalogue`` stands in a file beside it."""
    (folder / "onething.toml").write_text(config, encoding="utf-8")
    (folder / name).write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    if catalogue:
        (folder / CATALOGUE.name).write_text(catalogue, encoding="utf-8")
    workspace = open_workspace(folder)
    findings = list(workspace.findings)
    for examined in workspace.examine():
        findings += examined.findings
        if examined.sound:
            findings += failures(examined.analysis)
    return sorted(findings, key=Finding.order)


def places(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Code, ``line:column`` and message of each finding; ``-`` for one that has no place."""
    return [(f.code, "{}:{}".format(*f.span.position) if f.span else "-", f.message()) for f in findings]
