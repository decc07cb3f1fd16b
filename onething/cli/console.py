"""Writing to the terminal: findings, plain lines, exit statuses."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Iterable, NoReturn

from onething.cli.language import LANG, say

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.diagnostics.render.look import Look
    from onething.diagnostics.report import Report

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


def look(ambiguous: int | None = None) -> Look:
    """How this terminal shows text; ``ambiguous``: cells of ambiguous characters, if the user said."""
    from onething.diagnostics.render.look import Look

    said = str(ambiguous) if ambiguous is not None else os.environ.get("ONETHING_AMBIGUOUS_WIDTH", "1")
    if said not in ("1", "2"):
        refuse(say(f"--ambiguous-width（或 ONETHING_AMBIGUOUS_WIDTH）只能是 1 或 2，这里是 {said}", f"--ambiguous-width (or ONETHING_AMBIGUOUS_WIDTH) is 1 or 2, not {said}"))
    return Look(colourful(), sys.stdout.encoding or "ascii", int(said))


def shown(finding: Finding) -> str:
    """One finding as this terminal shows it."""
    from onething.diagnostics.render.text import render_one

    return render_one(finding, LANG, look())


def show(findings: Iterable[Finding]) -> None:
    """Print findings, in the order of their places."""
    from onething.diagnostics.report import Report

    report = Report()
    report.add(findings)
    send(report, "text")


def send(report: Report, style: str, terminal: Look | None = None) -> str:
    """Print a report: as text for this terminal, or in a format for machines, which is UTF-8 whatever the terminal.
    What was printed."""
    from onething.diagnostics.render.formats import FORMATS

    if style == "text":
        from onething.diagnostics.render.text import render_text

        text = _no_command(render_text(report, LANG, terminal or look()))
        send_again(text, style)
        return text
    if style == "sarif":
        from onething.check.pages import page_of

        report.pages = {code: page_of(code).read_text(encoding="utf-8") for code in {e.finding.code for e in report.entries}}
    text = FORMATS[style](report, LANG)
    send_again(text, style)
    if style == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        from onething.diagnostics.render.summary import render_summary

        with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8", errors="backslashreplace") as page:
            page.write(render_summary(report, LANG))
    return text


def send_again(text: str, style: str) -> None:
    """Print what ``send`` printed before."""
    if style == "text":
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def _no_command(text: str) -> str:
    """In a GitHub job ``##[…]`` is a command wherever it stands in a line: parted by a character without width."""
    return text.replace("##[", "##\u200b[") if os.environ.get("GITHUB_ACTIONS") else text


def status_of(findings: list[Finding]) -> int:
    """1 if an error stands, else 0."""
    return FINDINGS if any(f.severity.value == "error" for f in findings) else FINE
