"""What is said of one mistake of a real author, measured on five points.

A case is a good file with exactly one mistake in it, and beside it what has to be said: where (``位置``, first and last
line:column), what the message must name (``点名``), and – for a rule of the uppermost rung – its code (``编号``).
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.examine import examine_for
from onething.diagnostics import Finding
from onething.workspace.mend import mend

HERE = Path(__file__).parent
CATALOGUE = HERE / "目录.onething"
CASES = sorted(p for p in HERE.rglob("*") if p.suffix in (".onething", ".yaml") and p != CATALOGUE)
POINTS = ("位置准", "点了名", "能自动改", "改完无误", "只报一条")


@dataclass(frozen=True, slots=True)
class Measured:
    """``points`` in the order of ``POINTS``; ``message`` is the finding's, or why there is none."""

    points: tuple[bool, ...]
    message: str


def name(case: Path) -> str:
    return case.relative_to(HERE).with_suffix("").as_posix()


@cache
def measured(case: Path) -> Measured:
    """The mistake found, judged, repaired and looked at again."""
    where, named, codes = _expected(case)
    catalogue = CATALOGUE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        found = examine_for(codes, root, case.name, case.read_bytes(), catalogue)
        if not found:
            return Measured((False,) * 5, "（没有发现）")
        meant = next((f for f in found if _place(f) == where), found[0])
        after = mend(root, unsafe=True).after
        data = after.get(case.name, "").encode("utf-8") or case.read_bytes()
        left = examine_for(codes, root, case.name, data, after.get(CATALOGUE.name, catalogue))
    message = meant.message()
    edits = meant.fix.edits if meant.fix else ()
    points = (_place(meant) == where, all(n in message for n in named), bool(edits), not left, len(found) == 1)
    return Measured(points, f"[{meant.code}] {message}")


def _expected(case: Path) -> tuple[str, list[str], set[str]]:
    said: dict[str, list[str]] = {}
    for line in case.with_suffix(".expected").read_text(encoding="utf-8").splitlines():
        key, value = line.split(" ", 1)
        said.setdefault(key, []).append(value)
    return said["位置"][0], said["点名"], set(said.get("编号", ()))


def _place(finding: Finding) -> str:
    return "{}:{}-{}:{}".format(*finding.span.position, *finding.span.end_position) if finding.span else "-"
