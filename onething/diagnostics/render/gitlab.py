"""Findings as a GitLab Code Quality report: a list of issues, each known by its fingerprint."""

from __future__ import annotations

import json

from onething.diagnostics.render.fingerprint import fingerprints
from onething.diagnostics.render.told import file_of, further, told
from onething.diagnostics.report import Report, Reported

SEVERITIES = {"error": "critical", "warning": "minor", "hint": "info"}  # of info, minor, major, critical, blocker


def render_gitlab(report: Report, lang: str = "zh") -> str:
    """What is open; what is suppressed or frozen is not reported there."""
    entries = report.open
    issues = [_issue(e, print_, lang) for e, print_ in zip(entries, fingerprints(entries))]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(entry: Reported, fingerprint: str, lang: str) -> dict:
    found = entry.finding
    message, *rest = told(found, lang)
    span = found.span
    return {
        "description": "；".join((message, *further(entry, lang), *rest)),
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[found.severity.value],
        "location": {
            "path": file_of(entry),
            "lines": {"begin": span.position[0] if span else 1, "end": span.end_position[0] if span else 1},
        },
    }
