"""The repair of an entry in the wrong block: its line taken out here and put under the one block it belongs to."""

from __future__ import annotations

import re

from onething.source import Span


def moved_entry(word: Span, homes: tuple[str, ...]) -> tuple[tuple[tuple[Span, str], ...], bool]:
    """Edits that move the line of ``word`` under the first line of the file's one block of ``homes``, and True; or, if
    that block has the entry already, only take it out, and False. No edits where it is not one line, or not one block."""
    source, text = word.source, word.source.text
    if source.path.lower().endswith((".yaml", ".yml")):
        return (), False
    line, column = source.position(word.start)
    start, written = word.start - column + 1, source.line_text(line)
    following = text[start + len(written) :].lstrip("\r\n")
    indent = written[: column - 1]
    if indent.strip() or following.startswith(indent) and following[len(indent) : len(indent) + 1] in (" ", "\t", "\u3000"):
        return (), False
    heads = [m for m in re.finditer(rf"^(?:{'|'.join(map(re.escape, homes))})(?=[ \t\u3000：:])[^\r\n]*(?:\r?\n|\r)((?:[ \t\u3000]+[^\r\n]*(?:\r?\n|\r)|[\r\n])*)", text, re.M)]
    if len(heads) != 1:
        return (), False
    there = re.search(rf"^{re.escape(indent)}{re.escape(word.text)}[ \t\u3000]*[：:]", heads[0].group(1), re.M)
    end = start + len(written) + (1 if text[start + len(written) :][:1] in ("\r", "\n") else 0)
    at, out = heads[0].start(1), (Span(source, start, end), "")
    return ((out,), False) if there else (((Span(source, at, at), f"{written}\n"), out), True)
