"""Findings as text, the caret right under wide characters."""

from __future__ import annotations

from onething.diagnostics.finding import Finding, Note
from onething.source import Span, display_width

COLOURS = {"error": "31", "warning": "33", "hint": "36"}


def render_text(findings: list[Finding], lang: str = "zh", colour: bool = False) -> str:
    """All findings, one after the other, with a last line that counts them."""
    parts = [render_one(f, lang, colour) for f in findings]
    parts.append(count_line(findings, lang))
    return "\n\n".join(parts) + "\n"


def render_one(finding: Finding, lang: str, colour: bool) -> str:
    """One finding: message, places with the source line, witness, repair, page."""
    name = finding.severity.value if lang == "en" else finding.severity.zh
    head = f"{name}[{finding.code}] {visible(finding.message(lang))}"
    lines = [_paint(head, COLOURS[finding.severity.value], colour)]
    if finding.span is not None:
        notes = [finding.label or Note(finding.span, "", ""), *finding.notes]
        width = max(len(str(n.span.position[0])) for n in notes)
        for note in notes:
            lines += _frame(note.span, note.text(lang), width, finding, colour)
    if finding.witness:
        who = "，".join(f"{q} {a}" for q, a in finding.witness)
        lines.append(f"  = 例如：{who}" if lang == "zh" else f"  = for example: {who}")
    if finding.fix:
        lines.append(f"  = {'建议' if lang == 'zh' else 'repair'}：{visible(finding.fix.text(lang))}")
    lines.append(f"  = {'详见' if lang == 'zh' else 'see'}：onething explain {finding.code}")
    return "\n".join(lines)


def _frame(span: Span, words: str, width: int, finding: Finding, colour: bool) -> list[str]:
    line, column = span.position
    text = span.source.line_text(line)
    end_line, end_column = span.end_position
    stop = end_column - 1 if end_line == line else len(text)
    before, token = text[: column - 1], text[column - 1 : max(stop, column)]
    before, token, after = visible(before), visible(token), visible(text[max(stop, column) :])
    if display_width(text) > 160:  # a very long line: show the token with a little around it
        before, after = before[-40:], after[:40]
    caret = "^" * max(display_width(token), 1)
    code = COLOURS[finding.severity.value]
    return [
        f"{'':{width}}┌─ {visible(span.source.path)}:{line}:{column}",
        f"{line:>{width}}│ {before}{_paint(token, code, colour)}{after}",
        f"{'':{width}}│ {' ' * display_width(before)}{_paint(caret, code, colour)}{' ' + visible(words) if words else ''}",
    ]


def visible(text: str) -> str:
    """The text with control characters shown, so nothing in a file can steer a terminal; a tab is one blank."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c == "\t" else f"\\x{ord(c):02x}" for c in text)


def count_line(findings: list[Finding], lang: str) -> str:
    """How many there are of each."""
    from onething.diagnostics.finding import summary

    counts = summary(findings)
    if lang == "en":
        return f"{counts['error']} errors, {counts['warning']} warnings, {counts['hint']} hints"
    return f"{counts['error']} 个错误，{counts['warning']} 个警告，{counts['hint']} 个提示"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text else text
