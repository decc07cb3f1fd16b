"""OT1517: a change that leaves everything as it was."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import line_removal
from onething.model.bundle import LocalChange
from onething.plan.analysis import Analysis


def idle_change(analysis: Analysis) -> Iterator[Finding]:
    """OT1517: a local version writes what the adapted version says already."""
    for change in analysis.bundle.changes:
        if change.place == analysis.bundle.place and change.idle:
            yield _finding(change)


def _finding(change: LocalChange) -> Finding:
    words = "的".join(f"{word}“{name}”" if name else f"“{word}”" for word, name in change.path)
    notes = [Note(change.was_span, "上级版本的在这里", "it stands here in the adapted version")] if change.was_span else []
    one_line = change.span.source.text.count("\n", change.span.start, change.span.end) == 0 and change.path[-1][1] == ""
    edits = line_removal(change.span) if one_line and change.span.text.rstrip()[-1:] not in "：:" else ()
    fix = Fix("删去它：照上级的就是", "remove it: the adapted version holds", edits)
    return finding("OT1517", change.span, what=words, what_en=words, notes=notes, fix=fix)
