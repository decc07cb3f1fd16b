"""The door: which characters are refused, which are one and the same, and where a quotation ends.

Folding maps one character to one character, so offsets always count the raw text.
"""

from __future__ import annotations

import re
import unicodedata

from onething.diagnostics import Finding, finding
from onething.limits import LINE_CHARACTERS
from onething.source import Source, Span

BLANKS = " \t\u3000"
QUOTES = "“”\"「」『』‘’＂"
_OPEN, _CLOSE = "“「『‘", "”」』’"
_ENDS_QUOTE = re.compile(r"[\s、，,；;：:。（）()#]|$")

# Full-width letters, digits and signs are their half-width ones; sentence punctuation is full-width.
FOLD = {0xFF01 + i: 0x21 + i for i in range(94)} | str.maketrans("(),;:　＂", "（），；： \"")
FOLD |= {ord(mark): ord(mark) for mark in "（），；：！？｛｝［］｜～"}

# Never accepted, not even in comments: controls, line separators other than LF, CR and CRLF, bidi
# controls, a BOM inside the file, lone surrogates, noncharacters. None can be seen; each can mislead.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    "\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
# Accepted in no name and no text either: zero-width and filler characters, private use.
INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\u00ad\u115f\u1160\u3164\uffa0\ue000-\uf8ff\U000e0000-\U000e007f]")
_LINE = re.compile(r"[^\r\n]+")
_DOT = re.compile(r"(?<=[^\x00-\x7f])[.。](?=[^\x00-\x7f\s）)、，])")


def character_name(char: str) -> str:
    """A character in a message: its number and, if it has one, its name."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f"（{name}）" if name else "")


def character_findings(source: Source) -> list[Finding]:
    """OT0104 for the first refused character of each line, OT0105 for each line that is too long."""
    text, found = source.text, []
    seen: set[int] = set()
    for pattern in (FORBIDDEN, INVISIBLE):
        for match in pattern.finditer(text):
            line = source.position(match.start())[0]
            if line not in seen:
                seen.add(line)
                char = character_name(match.group())
                span = Span(source, match.start(), match.end())
                found.append(finding("OT0104", span, label=("删去它", "delete it"), char=char))
                if len(found) >= 20:
                    break
    if len(text) > LINE_CHARACTERS:
        for match in _LINE.finditer(text):
            if match.end() - match.start() <= LINE_CHARACTERS:
                continue
            span = Span(source, match.start() + LINE_CHARACTERS, match.start() + LINE_CHARACTERS + 1)
            found.append(finding("OT0105", span, size=len(match.group()), limit=LINE_CHARACTERS))
    return found


def nfc(text: str) -> str:
    """Composed form. Quick for text that already is."""
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


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


def quoted(text: str) -> str:
    """``text`` in quotation marks that read back as the same text: “ ” unless its own marks forbid it."""
    for left, right in ("“”", "「」", "『』", "‘’", '""'):
        candidate = left + text + right
        if quote_end(candidate, 0) == len(candidate):
            return candidate
    return "“" + re.sub("[%s]" % QUOTES, "", text) + "”"
