"""What a terminal can show: its encoding, its colours, how wide it draws the characters that fonts disagree about."""

from __future__ import annotations

from dataclasses import dataclass

from onething.source import display_width

COLOURS = {"error": "31", "warning": "33", "hint": "36"}
DRAWN = ("┌─", "│", "…")
PLAIN = ("+-", "|", "...")


@dataclass(frozen=True, slots=True)
class Look:
    """How findings look on one terminal. ``ambiguous``: cells of a character such as “ or ① (UAX #11, class A)."""

    colour: bool = False
    encoding: str = "utf-8"
    ambiguous: int = 1

    @property
    def frame(self) -> tuple[str, str, str]:
        """Corner, bar and ellipsis; in ASCII where the terminal has no others."""
        return DRAWN if self.knows("".join(DRAWN)) else PLAIN

    def knows(self, text: str) -> bool:
        """Whether the terminal's encoding has every character of the text."""
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def visible(self, text: str) -> str:
        """The text as it will stand there: nothing in it can steer the terminal, and its width can be counted."""
        text = visible(text)
        if self.knows(text):
            return text
        return "".join(c if self.knows(c) else escaped(c) for c in text)

    def width(self, shown: str) -> int:
        """Cells that a shown text takes."""
        return display_width(shown, self.ambiguous)

    def paint(self, text: str, severity: str) -> str:
        """The text in the colour of a severity."""
        return f"\x1b[{COLOURS[severity]}m{text}\x1b[0m" if self.colour and text else text


def visible(text: str) -> str:
    """The text with controls, direction marks and line ends shown as escapes; a tab is one blank, other blanks stay."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\u00a0\u3000" else " " if c == "\t" else escaped(c) for c in text)


def escaped(char: str) -> str:
    """One character as ``\\x1b``, ``\\u200d`` or ``\\U0001f600``."""
    point = ord(char)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
