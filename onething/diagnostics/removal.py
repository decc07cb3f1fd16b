"""Repairs that take something out of a file: one thing of a list, with its bracket, or the whole line."""

from __future__ import annotations

from onething.source import Span

SEPARATORS = "、，,"
QUOTES = {"“": "”", "「": "」", "《": "》", '"': '"'}
Edits = tuple[tuple[Span, str], ...]


def removal(thing: Span, instead: str = "") -> Edits:
    """Edits that take a thing out of the list it stands in, with the line if nothing else stands there – and, if it
    was the last line of its entry, with the entry. ``instead`` is put where a whole line goes. Nothing where
    it cannot be done without guessing."""
    source, text = thing.source, thing.source.text
    start, end = _line(thing)
    line = text[start:end].rstrip("\r\n")
    before, behind = text[start : thing.start], line[behind_bracket(line, thing.end - start) :]
    cut = end - (end - start - len(line)) - len(behind)
    if behind.lstrip()[:1] and behind.lstrip()[0] in SEPARATORS:
        rest = behind.lstrip()[1:]
        return ((Span(source, thing.start, start + len(line) - len(rest.lstrip())), ""),)
    if before.rstrip()[-1:] and before.rstrip()[-1] in SEPARATORS:
        return ((Span(source, start + len(before.rstrip()) - 1, cut), ""),)
    if behind.strip() and not behind.strip().startswith(("当", "#")):
        return ()
    if before.strip() not in ("", "-"):
        return line_removal(thing, instead) if before.rstrip()[-1] in "：:" and "-" not in before else ()
    key = _key_line(text, start)
    if key is None or _has_sibling(text, end, line):
        return line_removal(thing, instead)
    return ((Span(source, key, end), _indent(text[key:]) + instead + "\n" if instead else ""),)


def line_removal(thing: Span, instead: str = "") -> Edits:
    """The edit that takes out the whole line on which something stands."""
    start, end = _line(thing)
    indent = _indent(thing.source.text[start:end])
    return ((Span(thing.source, start, end), f"{indent}{instead}\n" if instead else ""),)


def block_removal(head: Span) -> Edits:
    """The edit that takes out the block whose name stands at ``head``, with the empty lines behind it."""
    source, text = head.source, head.source.text
    start, end = _line(head)
    indent = len(_indent(text[start:end]))
    while end < len(text):
        below = text.find("\n", end)
        below = len(text) if below < 0 else below + 1
        line = text[end:below]
        if line.strip() and len(_indent(line)) <= indent:
            break
        end = below
    return ((Span(source, start, end), ""),)


def mark_removal(mark: Span) -> Edits:
    """The edit that takes one part out of a bracket, with the bracket if nothing else stands in it."""
    source, text = mark.source, mark.source.text
    left, right = len(text[: mark.start].rstrip(" \t\u3000")), mark.end + len(text[mark.end :]) - len(text[mark.end :].lstrip(" \t\u3000"))
    before, after = text[left - 1 : left], text[right : right + 1]
    if before and before in "（(" and after and after in "）)":
        return ((Span(source, left - 1, right + 1), ""),)
    if after and after in "，,":
        return ((Span(source, mark.start, right + 1), ""),)
    return ((Span(source, left - 1, mark.end), ""),) if before and before in "，," else ()


def _line(thing: Span) -> tuple[int, int]:
    """Where the line of a thing begins, and where the next one does."""
    text = thing.source.text
    end = text.find("\n", thing.end)
    return text.rfind("\n", 0, thing.start) + 1, len(text) if end < 0 else end + 1


def behind_bracket(line: str, at: int) -> int:
    """The place behind the bracket that opens at ``at``, if one does; brackets in quotes do not count."""
    if line[at : at + 1] not in ("（", "("):
        return at
    depth, quote = 0, ""
    for i in range(at, len(line)):
        char = line[i]
        if quote:
            quote = "" if char == quote else quote
        elif char in QUOTES:
            quote = QUOTES[char]
        elif char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
            if not depth:
                return i + 1
    return len(line)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _key_line(text: str, start: int) -> int | None:
    """Where the line above begins, if it is the word of an entry whose lines stand below it."""
    above = text.rfind("\n", 0, start - 1) + 1
    return above if start and text[above:start].split("#")[0].rstrip()[-1:] in ("：", ":") else None


def _has_sibling(text: str, end: int, line: str) -> bool:
    """Whether the next line stands as this one does."""
    below = text[end : text.find("\n", end)] if "\n" in text[end:] else text[end:]
    marked = line.lstrip().startswith("-")
    return bool(below.strip()) and _indent(below) == _indent(line) and below.lstrip().startswith("-") == marked
