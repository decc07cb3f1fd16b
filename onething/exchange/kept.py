"""What a list says and the language has no word for, kept beside a matter or material: ``# 清单 列名：内容``."""

from __future__ import annotations

import re
from typing import Iterable

from onething.syntax.tree import Comment

MARK = "清单"
LONGEST = 2_000  # characters of one remark; longer texts go on in the next
AGAIN = "（续）"
_FORM = re.compile(rf"{MARK} ((?:\\.|[^\\：])+)：(.*)", re.S)
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "s": " "}


def kept_lines(header: str, text: str) -> list[str]:
    """The remarks that keep a text, without indentation."""
    name = header.replace("\\", "\\\\").replace("：", "\\：").replace("\n", "\\n")
    written = text.replace("\\", "\\\\").replace("\n", "\\n")
    pieces = []
    while len(written) > LONGEST:
        first = written[:LONGEST]
        cut = LONGEST - (LONGEST - len(first.rstrip("\\"))) % 2  # never between \ and what it escapes
        pieces.append(written[:cut])
        written = written[cut:]
    pieces.append(written)
    return [f"# {MARK} {name}{AGAIN if number else ''}：{_edged(piece)}".rstrip() for number, piece in enumerate(pieces)]


def kept(comments: Iterable[Comment]) -> dict[str, str]:
    """What remarks keep: header → text."""
    found: dict[str, str] = {}
    for comment in comments:
        form = _FORM.match(comment.text)
        if form:
            header, text = (_ESCAPE.sub(lambda m: _MEANT.get(m[1], m[1]), part) for part in form.groups())
            base = header.removesuffix(AGAIN)
            if base != header and base in found:
                found[base] += text
            else:
                found[header] = text
    return found


def _edged(piece: str) -> str:
    """Blanks at the edges, which a remark would lose, as ``\\s``."""
    inner = piece.strip(" ")
    if inner == piece:
        return piece
    front, behind = len(piece) - len(piece.lstrip(" ")), len(piece) - len(piece.rstrip(" "))
    return "\\s" * front + inner + "\\s" * (behind if inner else 0)
