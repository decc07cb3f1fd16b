"""Document numbers and titles: ``国发〔2024〕3号``, ``《…条例》第五条``, with any bracket around the year."""

from __future__ import annotations

import re

from onething.syntax.characters import nfc
from onething.syntax.keywords import QUALIFIER_WORDS

_FIRST_WORD = re.compile(r"\s*([^\s，）]+)")
_YEAR = re.compile(r"\s*[〔［\[【(（〖﹝]\s*(\d{4})\s*[〕］\]】)）〗﹞]\s*")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def written_citation(text: str) -> str:
    """A citation as the tree keeps it: composed, 〔〕 around the year."""
    return _YEAR.sub(r"〔\1〕", nfc(text).translate(_WIDE_DIGITS).strip())


def citation_end(folded: str, start: int) -> tuple[int, bool]:
    """End of the citation at ``start``, and whether a bracket of qualifiers follows it."""
    depth, j, last = 0, start, start
    while j < len(folded):
        char = folded[j]
        if char == "《" and (close := folded.find("》", j)) > 0:
            j = close
        elif char == "（":
            if depth == 0 and _opens_qualifiers(folded, j + 1):
                return last, True
            depth += 1
        elif char == "）" and depth:
            depth -= 1
        elif depth == 0 and char in "、，；":
            break
        elif depth == 0 and char == "）":
            break
        if not char.isspace():
            last = j + 1
        j += 1
    return last, False


def _opens_qualifiers(folded: str, i: int) -> bool:
    """A bracket whose first word is a declared one qualifies; any other is part of the citation."""
    word = _FIRST_WORD.match(folded, i)
    return bool(word) and word.group(1) in QUALIFIER_WORDS
