"""Writing to the terminal: findings, plain lines, exit statuses."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from onething.cli.language import LANG

if TYPE_CHECKING:
    from onething.diagnostics import Finding

FINE, FINDINGS, USAGE, FAULT, STOPPED = 0, 1, 2, 70, 130


class Stop(Exception):
    """End the command with an exit status and, on stderr, one line."""

    def __init__(self, status: int, message: str = ""):
        super().__init__(message)
        self.status = status
        self.message = message


def refuse(message: str) -> NoReturn:
    """Wrong usage, or input or output that cannot be used: one line, exit 2."""
    raise Stop(USAGE, message)


def line(text: str = "") -> None:
    """One line to stdout. Characters that the terminal does not know are escaped, never an error."""
    sys.stdout.write(text + "\n")


def colourful() -> bool:
    """Whether to colour: a terminal that can, and nobody said no (NO_COLOR, TERM=dumb)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def show(findings: list[Finding], style: str = "text") -> None:
    """Print findings, in the order of their places."""
    ordered = sorted(findings, key=lambda f: f.order())
    if style == "json":
        from onething.diagnostics.render.json import render_json

        sys.stdout.write(render_json(ordered, LANG))
    else:
        from onething.diagnostics.render.text import render_text

        sys.stdout.write(render_text(ordered, LANG, colourful()))


def status_of(findings: list[Finding], strict: bool = False) -> int:
    """1 if an error stands (or, strictly, any warning), else 0."""
    severities = {f.severity.value for f in findings}
    return FINDINGS if "error" in severities or (strict and "warning" in severities) else FINE
