"""Findings as a table in Markdown, for the summary page of a GitHub job; all that an author types stays text."""

from __future__ import annotations

from onething.diagnostics.render.look import visible
from onething.diagnostics.render.told import by_severity, count_line, file_of, severity_of, told
from onething.diagnostics.report import Report, Reported

ROWS = 200  # GitHub takes 1 MiB a step
_MARKS = {ord(c): f"&#{ord(c)};" for c in map(chr, range(0x21, 0x7F)) if not c.isalnum()}


def render_summary(report: Report, lang: str = "zh") -> str:
    """A heading, the counts, and a row for each open finding, errors first."""
    entries = by_severity(report.open)
    lines = ["## onething check", "", escape(count_line(report, lang)), ""]
    if entries:
        lines += ["| | 编号 | 位置 | 问题 |" if lang == "zh" else "| | code | place | finding |", "| --- | --- | --- | --- |"]
        lines += [_row(e, lang) for e in entries[:ROWS]]
    if len(entries) > ROWS:
        left = len(entries) - ROWS
        lines += ["", f"另有 {left} 个没有列出。" if lang == "zh" else f"{left} more are not listed."]
    return "\n".join(lines) + "\n\n"


def _row(entry: Reported, lang: str) -> str:
    found = entry.finding
    at = ":{}:{}".format(*found.span.position) if found.span else ""
    cells = [severity_of(found, lang), found.code, file_of(entry) + at]
    told_ = "<br>".join(map(escape, told(found, lang)))
    return f"| {' | '.join(map(escape, cells))} | {told_} |"


def escape(text: str) -> str:
    """The text with every ASCII mark as a character reference: none of them is markup then."""
    shown = visible(text).translate(_MARKS)
    inner = shown.strip(" ")
    edge = len(shown) - len(shown.lstrip(" ")) if inner else len(shown)
    return "&#32;" * edge + inner + "&#32;" * (len(shown) - edge - len(inner))
