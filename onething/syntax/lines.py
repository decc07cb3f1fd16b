"""Cuts a text into lines: indentation, content, comment. Offsets count the whole source."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from onething.syntax.characters import BLANKS, QUOTES, quote_end
from onething.syntax.tree import Comment

_LINE = re.compile(rf"([{BLANKS}]*)([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_SPECIAL = re.compile(rf"[{QUOTES}#＃]")
_KEYED = re.compile(rf"[^\s：:、，（(【“\"《]+[{BLANKS}]*[：:]")
_TOP = re.compile(rf"[{QUOTES}《（(）)【】：:]")


class Line(NamedTuple):
    """A line with content, or (``start == end``) one with nothing but a comment."""

    indent: str
    start: int
    end: int
    comment: Comment | None
    blank: bool  # an empty line stands directly before


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that are not empty; a list line that ends in 、 is one with the next."""
    at, end, blank = 0, len(text), False
    while at < end:
        match = _LINE.match(text, at)
        at = match.end()
        start, stop = match.span(2)
        if start == stop or not match.group(2).strip():
            blank = True
            continue
        comment = None
        if "#" in match.group(2) or "＃" in match.group(2):
            begin = _comment(text, start, stop)
            if begin >= 0:
                note_end = stop - (len(match.group(2)) - len(match.group(2).rstrip()))
                comment = Comment(text[begin + 1 : note_end].strip(), begin, note_end, blank and begin == start)
                stop = begin
        while stop > start and text[stop - 1] in BLANKS:
            stop -= 1
        while comment is None and text[stop - 1] == "、" and at < end:
            following = _LINE.match(text, at)
            content = following.group(2)
            if not content.strip() or "#" in content or "＃" in content or _KEYED.match(content):
                break
            stop, at = following.start(2) + len(content.rstrip()), following.end()
        yield Line(match.group(1), start, stop, comment, blank)
        blank = False


def _comment(text: str, start: int, stop: int) -> int:
    """Offset of the # that begins a comment: at the line's start or behind a blank, outside quotations."""
    i = start
    while match := _SPECIAL.search(text, i, stop):
        i = match.start()
        if text[i] in "#＃":
            if i == start or text[i - 1] in BLANKS:
                return i
            i += 1
        else:
            behind = quote_end(text, i)
            i = behind if 0 < behind <= stop else i + 1
    return -1


def colon(text: str, start: int, stop: int) -> int:
    """Offset of the first colon outside brackets and quotations, or -1. One between digits or before // is text."""
    depth, i = 0, start
    while match := _TOP.search(text, i, stop):
        i = match.start()
        char = text[i]
        if char in "：:":
            in_text = text[i + 1 : i + 3] == "//" or (text[i - 1].isdigit() and text[i + 1 : i + 2].isdigit())
            if depth == 0 and not in_text:
                return i
        elif char in "（(【":
            depth += 1
        elif char in "）)】":
            depth = max(0, depth - 1)
        elif char == "《":
            close = text.find("》", i, stop)
            i = close if close > 0 else i
        else:
            behind = quote_end(text, i)
            i = behind - 1 if 0 < behind <= stop else i
        i += 1
    return -1


def indent_width(indent: str) -> int:
    """How wide an indentation looks; used only to guess a level when indentations are mixed."""
    return sum({"\t": 4, "\u3000": 2}.get(char, 1) for char in indent)
