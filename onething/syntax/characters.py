"""The door: which characters are one and the same, which are not seen, and where a quotation ends.

Folding maps one character to one character, so offsets always count the raw text.
"""

from __future__ import annotations

import re
import unicodedata

BLANKS = " \t\u3000\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
QUOTES = "“”\"「」『』‘’＂〝〞"
_OPEN, _CLOSE = "“「『‘〝", "”」』’〞"
_ENDS_QUOTE = re.compile(r"[\s、，,；;：:。（）()【】#]|$")

# Classes of regular expressions. What nobody sees is reported (refused.py) and else read over:
# zero-width and filler characters, variation selectors, tags, a BOM inside the file; and what turns the writing round.
HIDDEN_CHARACTERS = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e01ef"
)
TURNING_CHARACTERS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Radicals that look like the character they are part of: texts copied from a PDF are full of them.
RADICALS = "\u2e9f\u2ef3\u2f00-\u2fd5"
FOREIGN = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic: mistaken only inside a Latin word
_UNSEEN = re.compile(f"[{HIDDEN_CHARACTERS}{TURNING_CHARACTERS}]")

# Full-width letters, digits and signs are their half-width ones; sentence punctuation is full-width.
FOLD = {0xFF01 + i: 0x21 + i for i in range(94)} | str.maketrans(
    "(),;:　＂【】〝〞﹙﹚﹐﹑﹔､｡≧⩾≦⩽–−‐‑〜", "（），；： \"（）“”（），、；、。≥≥≤≤----～"
)
FOLD |= {ord(mark): ord(mark) for mark in "（），；：！？｛｝［］｜～"}
FOLD |= {char: ord(unicodedata.normalize("NFKC", chr(char))) for char in (0x2E9F, 0x2EF3, *range(0x2F00, 0x2FD6))}

_DOT = re.compile(r"(?<=[^\x00-\x7f])[.。](?=[^\x00-\x7f\s）)、，])")


def nfc(text: str) -> str:
    """Composed form, without what nobody sees. Quick for text that already is so."""
    if text.isascii():
        return text
    text = _UNSEEN.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def written_name(text: str) -> str:
    """A name as the tree keeps it: composed, folded, ``.`` between two words written 的."""
    text = nfc(text)
    if "." in text or "。" in text:
        text = _DOT.sub("的", text)
    return text


def quote_end(text: str, start: int) -> int:
    """Offset behind the quotation that opens at ``start``, or -1.

    Nested pairs count; a wrong pairing (``“…“``, ``"…”``) is closed by the first mark that something
    other than a word follows.
    """
    depth, i, end = 1, start + 1, len(text)
    straight = text[start] in "\"＂"
    while i < end:
        char = text[i]
        if char in "\"＂":
            if straight and depth == 1 or _ENDS_QUOTE.match(text, i + 1):
                depth -= 1
            else:
                depth += 1
        elif char in _OPEN and not straight:
            depth += 1
        elif char in _CLOSE and (depth > 1 or not straight or _ENDS_QUOTE.match(text, i + 1)):
            depth -= 1
        elif char in "\r\n":
            break
        if depth == 0:
            return i + 1
        i += 1
    for i in range(start + 1, end):
        if text[i] in QUOTES and _ENDS_QUOTE.match(text, i + 1):
            return i + 1
        if text[i] in "\r\n":
            break
    return -1


def closing(mark: str) -> str:
    """The mark that closes what ``mark`` opens; a mark that only closes is closed by itself."""
    return _CLOSE[_OPEN.index(mark)] if mark in _OPEN else mark


def quoted(text: str) -> str:
    """``text`` in quotation marks that read back as the same text: “ ” unless its own marks forbid it."""
    for left, right in ("“”", "「」", "『』", "‘’", '""'):
        candidate = left + text + right
        if quote_end(candidate, 0) == len(candidate):
            return candidate
    return "“" + re.sub("[%s]" % QUOTES, "", text) + "”"
