"""Findings as GitHub annotations: workflow commands, in which nothing an author types can become a command."""

from __future__ import annotations

from collections import Counter

from onething.diagnostics.render.look import visible
from onething.diagnostics.render.told import by_severity, count_line, file_of, further, place_of, severity_of, told
from onething.diagnostics.report import Report, Reported

COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}
SHOWN = 10  # GitHub shows that many annotations of each kind for a step and drops the others


def render_github(report: Report, lang: str = "zh") -> str:
    """Errors first, as many as GitHub shows; the last line counts everything, and those left out."""
    lines, kinds = [], Counter()
    for entry in by_severity(report.open):
        kind = entry.finding.severity.value
        kinds[kind] += 1
        if kinds[kind] <= SHOWN:
            lines.append(_command(entry, lang))
    left = sum(max(n - SHOWN, 0) for n in kinds.values())
    last = count_line(report, lang)
    if left:
        last += (
            f"（其中 {left} 个没有标注：GitHub 一步里每种只显示 {SHOWN} 个，用 onething check 看全部）"
            if lang == "zh"
            else f" ({left} of them are not annotated: GitHub shows {SHOWN} of a kind for a step; onething check shows all)"
        )
    return "\n".join([*lines, last]) + "\n"


def _command(entry: Reported, lang: str) -> str:
    found = entry.finding
    properties = {"file": file_of(entry)}
    if found.span:
        place = place_of(found.span, entry.folder)
        properties |= {"line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # GitHub takes columns only within one line
            properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = f"{severity_of(found, lang)}[{found.code}]"
    message, *rest = told(found, lang)
    body = "\n".join(visible(line) for line in (message, *further(entry, lang), *rest))
    written = ",".join(f"{name}={escape_property(visible(str(value)))}" for name, value in properties.items())
    return f"::{COMMANDS[found.severity.value]} {written}::{escape_message(body)}"


def escape_message(text: str) -> str:
    """A message as it may stand behind ``::``."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A value as it may stand among the properties of a command."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")
