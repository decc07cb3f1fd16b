"""The repair of an entry in the wrong block: its line taken out here and put under the one block it belongs to."""

from __future__ import annotations

import re

from onething.source import Span


def moved_entry(word: Span, homes: tuple[str, ...]) -> tuple[tuple[Span, str], ...]:
    """Edits that move the line of ``word`` under the first line of the file's one block of ``homes`` that lacks it;
    nothing where that is not one line, or not one block."""
    source, text = word.source, word.source.text
    if source.path.lower().endswith((".yaml", ".yml")):
        return ()
    line, column = source.position(word.start)
    start, written = word.start - column + 1, source.line_text(line)
    following = text[start + len(written) :].lstrip("\r\n")
    indent = written[: column - 1]
    if indent.strip() or following.startswith(indent) and following[len(indent) : len(indent) + 1] in (" ", "\t", "\u3000"):
        return ()
    heads = [m for m in re.finditer(rf"^(?:{'|'.join(map(re.escape, homes))})(?=[ \t\u3000：:])[^\r\n]*(?:\r?\n|\r)((?:[ \t\u3000]+[^\r\n]*(?:\r?\n|\r)|[\r\n])*)", text, re.M)]
    if len(heads) != 1 or re.search(rf"^{re.escape(indent)}{re.escape(word.text)}[ \t\u3000]*[：:]", heads[0].group(1), re.M):
        return ()
    end = start + len(written) + (1 if text[start + len(written) :][:1] in ("\r", "\n") else 0)
    at = heads[0].start(1)
    return ((Span(source, at, at), f"{written}\n"), (Span(source, start, end), ""))
