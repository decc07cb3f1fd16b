"""A finding in sentences, and the places it names: what every format says in the same words."""

from __future__ import annotations

from typing import Iterable, NamedTuple

from onething.diagnostics.finding import Finding, summary
from onething.diagnostics.report import Report, Reported
from onething.source import Span

WORKSPACE_FILE = "onething.toml"  # stands for the workspace where a format wants a file for every finding


class Place(NamedTuple):
    """A stretch of a file as formats want it: lines and columns from 1, in raw characters, the end behind the last one."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


def place_of(span: Span, folder: str = "") -> Place:
    """Where a span is, its file named from the working directory."""
    return Place(folder + span.source.path, *span.position, *span.end_position)


def file_of(entry: Reported) -> str:
    """The file of a finding; one without a place names a file that could not be read, or means its workspace."""
    values = dict(entry.finding.values)
    return entry.file or entry.folder + (values.get("file") or values.get("path") or WORKSPACE_FILE)


def told(finding: Finding, lang: str) -> list[str]:
    """The message; for whom it happens, if that is known; what to do, if that is known."""
    lines = [finding.message(lang)]
    if finding.witness:
        who = "，".join(f"{q} {a}" for q, a in finding.witness)
        lines.append(f"例如：{who}" if lang == "zh" else f"for example: {who}")
    if finding.fix:
        lines.append(f"建议：{finding.fix.text(lang)}" if lang == "zh" else f"repair: {finding.fix.text(lang)}")
    return lines


def further(entry: Reported, lang: str) -> list[str]:
    """The words beside the other places of a finding, one line a place."""
    places = [(place_of(n.span, entry.folder), n.text(lang)) for n in entry.finding.notes]
    return [f"{p.file}:{p.line}:{p.column} {words}".rstrip() for p, words in places]


def count_line(report: Report, lang: str) -> str:
    """How many there are of each severity, and how many are only kept for the record."""
    counts = summary(e.finding for e in report.open)
    ignored = sum(bool(e.reason) for e in report.silent)
    frozen = len(report.silent) - ignored
    if lang == "en":
        kept = ", ".join(f"{n} {words}" for n, words in ((ignored, "ignored with a reason"), (frozen, "in the baseline")) if n)
        return f"{counts['error']} errors, {counts['warning']} warnings, {counts['hint']} hints" + (f"; {kept}" if kept else "")
    kept = "，".join(f"{n} 个{words}" for n, words in ((ignored, "已注明忽略"), (frozen, "在基线中")) if n)
    return f"{counts['error']} 个错误，{counts['warning']} 个警告，{counts['hint']} 个提示" + (f"；另有 {kept}" if kept else "")


def severity_of(finding: Finding, lang: str) -> str:
    """The name of its severity."""
    return finding.severity.value if lang == "en" else finding.severity.zh


def by_severity(entries: Iterable[Reported]) -> list[Reported]:
    """Errors first, else in the order given."""
    ranks = {"error": 0, "warning": 1, "hint": 2}
    return sorted(entries, key=lambda e: ranks[e.finding.severity.value])
