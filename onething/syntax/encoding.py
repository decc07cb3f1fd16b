"""Which encoding a file that is not UTF-8 has: certain only when one reading, and no other, makes sense.

What makes sense has a declared word at the beginning of a line. Frequency is not asked: nothing is guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onething.syntax.keywords import alternatives, block_words

BOM = b"\xef\xbb\xbf"
# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNMARKED = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "gb18030")
_NAMES = {"gb18030": "GB18030（GBK）", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}
_CHINESE = re.compile("[\u2e80-\U0003ffff]")


class Foreign(NamedTuple):
    """What the bytes of a file look like; ``text`` is what they say, or None where that is not certain."""

    name: str
    text: str | None


def foreign(data: bytes) -> Foreign | None:
    """What a file is if it is not UTF-8; None if it is."""
    if b"\0" not in data and read_as(data, "utf-8") is not None:
        return None
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := read_as(data[len(mark) :], encoding)) is not None:
            return Foreign(_NAMES[encoding], text if "\0" not in text else None)
    sense = {encoding: text for encoding in _UNMARKED if (text := read_as(data, encoding)) is not None and _makes_sense(text)}
    if len(sense) == 1:
        ((encoding, text),) = sense.items()
        return Foreign(_NAMES[encoding], text)
    if read_as(data, "utf-8") is not None:  # a NUL in it is found with its place
        return None
    if data[:400].count(0) > 20:
        return Foreign("UTF-16", None)
    return Foreign(_NAMES["gb18030"] if read_as(data, "gb18030") is not None else "二进制文件，或已经损坏", None)


def misread(data: bytes, text: str) -> str | None:
    """What a file says in GB18030, when it is UTF-8 only by chance: letters of other scripts and not one Chinese character
    (the two bytes of “小学” are “Сѧ”)."""
    if text.isascii() or _CHINESE.search(text):
        return None
    read = read_as(data, "gb18030")
    return "".join(dict.fromkeys(_CHINESE.findall(read)))[:8] or None if read is not None else None


def read_as(data: bytes, encoding: str) -> str | None:
    """The text that bytes are in an encoding, or None if they are none."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _makes_sense(text: str) -> bool:
    begins = re.compile(rf"^[ \t\u3000]*(?:-[ \t]*)?(?:{alternatives(block_words())})(?=[\s：:（(“]|$)", re.M)
    return "\0" not in text and begins.search(text) is not None
