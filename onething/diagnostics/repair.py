"""Repairs applied: findings → edited texts. Pure: nothing is read or written here."""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics.finding import Finding, Fix
from onething.source import Span

Edit = tuple[Span, str]


def chosen(found: Iterable[Finding], unsafe: bool = False) -> list[Finding]:
    """The findings whose repairs can be applied together, in the order of places: where two overlap the first wins,
    the other waits. A repair is applied whole or not at all. ``unsafe``: guesses too."""
    taken: dict[str, list[Span]] = {}
    kept = []
    for each in sorted((f for f in found if applicable(f.fix, unsafe)), key=_place):
        spans = [span for span, _ in each.fix.edits]
        if not any(_overlap(span, other) for span in spans for other in taken.get(span.source.path, ())):
            kept.append(each)
            for span in spans:
                taken.setdefault(span.source.path, []).append(span)
    return kept


def applicable(fix: Fix | None, unsafe: bool) -> bool:
    """Whether a repair can be done by machine and may be."""
    return fix is not None and bool(fix.edits) and (fix.safe or unsafe)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with edits that do not overlap. A new line gets the line end that the text has."""
    end = line_end(text)
    parts, at = [], 0
    for span, new in sorted(edits, key=lambda edit: edit[0][1:]):
        parts += (text[at : span.start], new.replace("\n", end))
        at = span.end + (span.start < span.end and text[span.end - 1 : span.end + 1] == "\r\n")  # CRLF goes as one
    return "".join((*parts, text[at:]))


def line_end(text: str) -> str:
    """How the first line of a text ends; LF if there is only one line."""
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[:at].endswith("\r") else "\n"


def _place(found: Finding) -> tuple:
    return min(span.order() for span, _ in found.fix.edits)


def _overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share a character, or are the same point."""
    return one[1:] == other[1:] or one.start < other.end and other.start < one.end
