"""Findings as JSON: lines and columns from 1, columns in raw characters."""

from __future__ import annotations

import json

from onething.diagnostics.finding import summary
from onething.diagnostics.render.told import place_of
from onething.diagnostics.report import Report, Reported
from onething.source import Span


def render_json(report: Report, lang: str = "zh") -> str:
    """``{"findings": […], "summary": {…}, "suppressed": […], "frozen": […]}``; the summary counts what is open."""
    silent = report.silent
    body = {
        "findings": [_finding(e, lang) for e in report.open],
        "summary": summary(e.finding for e in report.open),
        "suppressed": [{**_finding(e, lang), "reason": e.reason} for e in silent if e.reason],
        "frozen": [_finding(e, lang) for e in silent if not e.reason],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _finding(entry: Reported, lang: str) -> dict:
    found = entry.finding
    beside = ((found.label,) if found.label else ()) + found.notes
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message(lang),
        **_place(found.span, entry.folder),
        "places": [{**_place(n.span, entry.folder), "text": n.text(lang)} for n in beside],
        "fix": None
        if found.fix is None
        else {
            "text": found.fix.text(lang),
            "safe": found.fix.safe,
            "edits": [{**_place(span, entry.folder), "new_text": text} for span, text in found.fix.edits],
        },
        "witness": dict(found.witness) or None,
    }


def _place(span: Span | None, folder: str) -> dict:
    if span is None:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    return place_of(span, folder)._asdict()
