"""Findings as JSON: lines and columns from 1, columns in raw characters."""

from __future__ import annotations

import json

from onething.diagnostics.finding import Finding, summary
from onething.source import Span


def render_json(findings: list[Finding], lang: str = "zh") -> str:
    """``{"findings": […], "summary": {…}}``."""
    body = {"findings": [as_dict(f, lang) for f in findings], "summary": summary(findings)}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def as_dict(finding: Finding, lang: str) -> dict:
    """One finding as plain data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        **_place(finding.span),
        "places": [{**_place(n.span), "text": n.text(lang)} for n in ((finding.label,) if finding.label else ()) + finding.notes],
        "fix": None
        if finding.fix is None
        else {
            "text": finding.fix.text(lang),
            "edits": [{**_place(span), "new_text": text} for span, text in finding.fix.edits],
        },
        "witness": dict(finding.witness) or None,
    }


def _place(span: Span | None) -> dict:
    if span is None:
        return {"file": None, "line": None, "column": None, "end_line": None, "end_column": None}
    line, column = span.position
    end_line, end_column = span.end_position
    return {"file": span.source.path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}
