"""Source files, spans, and where a span is: the one place that counts lines, columns and widths."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import NamedTuple


class Source:
    """One source file as text.

    ``path`` is how messages and source maps name it: relative to the workspace, with ``/``.
    Offsets count raw characters (code points) of ``text``.
    """

    __slots__ = ("path", "text", "_starts")

    def __init__(self, path: str, text: str):
        self.path = path
        self.text = text
        self._starts: list[int] | None = None

    def _line_starts(self) -> list[int]:
        """Offsets at which lines begin. Only LF, CRLF and CR end a line."""
        if self._starts is None:
            starts, text, i = [0], self.text, 0
            while True:
                lf, cr = text.find("\n", i), text.find("\r", i)
                if lf < 0 and cr < 0:
                    break
                if lf < 0 or 0 <= cr < lf:
                    i = cr + 2 if text[cr + 1 : cr + 2] == "\n" else cr + 1
                else:
                    i = lf + 1
                starts.append(i)
            self._starts = starts
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count raw characters."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Text of line ``line`` (from 1), without its line end."""
        starts = self._line_starts()
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def __repr__(self) -> str:
        return f"Source({self.path!r})"


class Span(NamedTuple):
    """A half-open stretch ``start``–``end`` of a source, in raw characters."""

    source: Source
    start: int
    end: int

    @property
    def position(self) -> tuple[int, int]:
        """Line and column of the start, from 1."""
        return self.source.position(self.start)

    @property
    def end_position(self) -> tuple[int, int]:
        """Line and column just behind the last character, from 1."""
        return self.source.position(self.end)

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]

    def order(self) -> tuple[str, int, int]:
        """Key that sorts spans by file, then place."""
        return self.source.path, self.start, self.end


def cell_width(char: str, ambiguous: int = 1) -> int:
    """Terminal cells of one character: 2 for wide and full-width, 0 for combining, else 1 (UAX #11); ``ambiguous`` for
    those such as “ and ①, which Western fonts draw narrow and Chinese ones wide."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
        return 0
    width = unicodedata.east_asian_width(char)
    return 2 if width in "WF" else ambiguous if width == "A" else 1


def display_width(text: str, ambiguous: int = 1) -> int:
    """Terminal cells that ``text`` takes; a tab counts as one (renderers print it as one blank)."""
    if text.isascii():
        return len(text)
    return sum(cell_width(char, ambiguous) for char in text)
