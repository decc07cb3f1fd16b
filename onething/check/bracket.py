"""Repairs inside the bracket of a thing: one of its parts taken out, or said otherwise."""

from __future__ import annotations

from onething.diagnostics.removal import behind_bracket
from onething.source import Span

Edits = tuple[tuple[Span, str], ...]


def part(thing: Span, word: str) -> Span | None:
    """The part of the thing's bracket that is this word, or begins with it and a blank; None if none does."""
    for each in _parts(thing):
        if each.text == word or each.text.startswith(word + " "):
            return each
    return None


def without(thing: Span, word: str) -> Edits:
    """The edit that takes a part out, with the bracket if nothing else stands in it."""
    found = part(thing, word)
    if found is None:
        return ()
    parts = _parts(thing)
    if len(parts) == 1:
        return ((Span(thing.source, thing.end, thing.end + _length(thing)), ""),)
    index = parts.index(found)
    if index + 1 < len(parts):
        return ((Span(thing.source, found.start, parts[index + 1].start), ""),)
    return ((Span(thing.source, parts[index - 1].end, found.end), ""),)


def _length(thing: Span) -> int:
    """How long the bracket right behind a thing is; 0 = none."""
    text = thing.source.text
    end = text.find("\n", thing.end)
    return behind_bracket(text[thing.end : len(text) if end < 0 else end], 0)


def _parts(thing: Span) -> list[Span]:
    """The parts of the bracket, blanks around them left out."""
    length = _length(thing)
    if length < 2:
        return []
    found, start, quote = [], thing.end + 1, ""
    end = thing.end + length - 1
    text = thing.source.text
    for at in range(start, end + 1):
        char = text[at] if at < end else "，"
        if quote and at < end:
            quote = "" if char == quote else quote
        elif char in "“「":
            quote = "”」"["“「".index(char)]
        elif char in "，,":
            piece = text[start:at]
            if piece.strip():
                left = start + len(piece) - len(piece.lstrip())
                found.append(Span(thing.source, left, left + len(piece.strip())))
            start = at + 1
    return found
