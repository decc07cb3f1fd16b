"""Findings as text: the line itself, a caret right under the token in any terminal, a few words beside it."""

from __future__ import annotations

from itertools import groupby

from onething.diagnostics.finding import Finding, Note
from onething.diagnostics.render.look import Look
from onething.diagnostics.render.told import count_line, place_of, severity_of, told
from onething.diagnostics.report import Report

LONG, AROUND, TOKEN = 160, 40, 80  # of a line wider than LONG: so much around the token, so much of a long token


def render_text(report: Report, lang: str = "zh", look: Look = Look()) -> str:
    """All that is open, one after the other, with a last line that counts."""
    parts = [render_one(e.finding, lang, look, e.folder) for e in report.open]
    return "\n\n".join([*parts, count_line(report, lang)]) + "\n"


def render_one(finding: Finding, lang: str = "zh", look: Look = Look(), folder: str = "") -> str:
    """One finding: message, places with their lines, witness, repair, page."""
    message, *rest = told(finding, lang)
    head = f"{severity_of(finding, lang)}[{finding.code}] {look.visible(message)}"
    lines, width = [look.paint(head, finding.severity)], 1
    if finding.span is not None:
        notes = [finding.label or Note(finding.span, "", ""), *finding.notes]
        width = max(len(str(n.span.position[0])) for n in notes)
        for _, together in groupby(notes, key=lambda n: n.span.source.path):
            lines += _file(list(together), width, finding.severity, lang, look, folder)
    rest.append(("详见：" if lang == "zh" else "see: ") + f"onething explain {finding.code}")
    return "\n".join([*lines, *(f"{'':{width}} = {look.visible(each)}" for each in rest)])


def _file(notes: list[Note], width: int, severity: str, lang: str, look: Look, folder: str) -> list[str]:
    """The places of one file under one head; those of one line share it."""
    corner, bar, _ = look.frame
    first = place_of(notes[0].span, folder)
    lines = [f"{'':{width}} {corner} {look.visible(first.file)}:{first.line}:{first.column}"]
    shown = None
    for note in notes:
        number = note.span.position[0]
        text = note.span.source.line_text(number)
        before, token, after = _pieces(note, text, look)
        if number != shown or look.width(text) > LONG:
            lines.append(f"{number:>{width}} {bar} {before}{look.paint(token, severity)}{after}".rstrip())
            shown = number
        carets = look.paint("^" * max(look.width(token), 1), severity)
        lines.append(f"{'':{width}} {bar} {' ' * look.width(before)}{carets} {look.visible(note.text(lang))}".rstrip())
    return lines


def _pieces(note: Note, text: str, look: Look) -> tuple[str, str, str]:
    """A line before, in and after a place, as shown; of a very long line only what is near."""
    number, column = note.span.position
    end_line, end_column = note.span.end_position
    start = column - 1
    stop = max(end_column - 1 if end_line == number else len(text), start)
    before, token, after = text[:start], text[start:stop], text[stop:]
    if look.width(text) > LONG:
        dots = look.frame[2]
        before = dots + before[-AROUND:] if len(before) > AROUND else before
        after = after[:AROUND] + dots if len(after) > AROUND else after
        token = token[:TOKEN] + dots if len(token) > TOKEN else token
    return look.visible(before), look.visible(token), look.visible(after)
