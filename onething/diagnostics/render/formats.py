"""The formats of a report, by name."""

from __future__ import annotations

from typing import Callable

from onething.diagnostics.render.github import render_github
from onething.diagnostics.render.gitlab import render_gitlab
from onething.diagnostics.render.json import render_json
from onething.diagnostics.render.junit import render_junit
from onething.diagnostics.render.sarif import render_sarif
from onething.diagnostics.render.text import render_text
from onething.diagnostics.report import Report

FORMATS: dict[str, Callable[[Report, str], str]] = {
    "text": render_text,
    "json": render_json,
    "sarif": render_sarif,
    "junit": render_junit,
    "github": render_github,
    "gitlab": render_gitlab,
}
