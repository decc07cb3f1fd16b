"""One small file through the production path: a workspace of its own, opened, examined, its scenarios run.

A line ``# 文件 示范省/开店.onething`` (or .yaml) begins another file: a local version beside what it adapts. Every line
keeps its number, so places are those of the text as it stands.
"""

from __future__ import annotations

import re
from pathlib import Path

from onething.check.ladder import SETS
from onething.diagnostics import Finding
from onething.scenario.run import failures
from onething.workspace import open_workspace

NEWEST = f'language = "{max(SETS, key=int)}"\n'  # the rules of the newest version of the language
CATALOGUE = Path(__file__).parent / "目录.onething"
HINTS = frozenset(code for rungs in SETS.values() for code in rungs["严格"])  # of the uppermost rung: not looked for unasked


def examine_for(codes: set[str], folder: Path, name: str, data: bytes | str, catalogue: str = "") -> list[Finding]:
    """Every finding by the ordinary rules, and by those of ``codes`` that belong to the uppermost rung. No small file
    is complete: of that rung only the rules that are meant are looked at."""
    if not codes & HINTS:
        return examine(folder, name, data, catalogue, NEWEST)
    found = examine(folder, name, data, catalogue, f'{NEWEST}rules = "严格"')
    return [f for f in found if f.code in codes or f.code not in HINTS]


_FILE = re.compile(r"^# 文件 (\S+)[ \t]*\r?\n", re.M)


def files(name: str, data: bytes | str) -> dict[str, bytes]:
    """The files that a text holds: what stands before the first mark – if it is more than remarks – is the file
    ``name``. What is no UTF-8 is one."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        return {name: data}
    marks = list(_FILE.finditer(text))
    if not marks:
        return {name: text.encode("utf-8")}
    before = text[: marks[0].start()]
    found = {name: before} if any(line.strip() and not line.startswith("#") for line in before.splitlines()) else {}
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)]):
        found[mark[1]] = "\n" * text.count("\n", 0, mark.end()) + text[mark.end() : end]
    return {path: content.encode("utf-8") for path, content in found.items()}


def examine(folder: Path, name: str, data: bytes | str, catalogue: str = "", config: str = "") -> list[Finding]:
    """Every finding of a file with this name and content (or several, see above), by place; ``catalogue`` stands in a
    file beside it."""
    (folder / "onething.toml").write_text(config, encoding="utf-8")
    for path, content in files(name, data).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    if catalogue:
        (folder / CATALOGUE.name).write_text(catalogue, encoding="utf-8")
    workspace = open_workspace(folder)
    findings = list(workspace.findings)
    for examined in workspace.examine():
        findings += examined.findings
        if examined.sound:
            findings += (f for f in failures(examined.analysis) if f not in findings)
    return sorted(findings, key=Finding.order)


def places(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Code, ``line:column`` and message of each finding; ``-`` for one that has no place."""
    return [(f.code, "{}:{}".format(*f.span.position) if f.span else "-", f.message()) for f in findings]
