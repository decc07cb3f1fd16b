"""Repairs that add to a file: an entry of a block, a further thing to a list. Nothing where it would be guessing."""

from __future__ import annotations

from onething.diagnostics.removal import behind_bracket
from onething.source import Source, Span

Edits = tuple[tuple[Span, str], ...]
QUOTED = ("、", "，", "：", "/")  # a name that holds one of these, or ends in a bracket, is written in quotes


def entry(head: Span, word: str, value: str) -> Edits:
    """The edit that puts ``word：value`` as the first entry of the block whose name stands at ``head``."""
    source = head.source
    end, line = _line(source, head.start)
    yaml = source.path.endswith((".yaml", ".yml"))
    if not yaml and line.split("#")[0].rstrip()[-1:] not in ("：", ":"):
        return ()
    indent = _indent(line) + (2 if yaml else 4)
    below = source.text[end:].lstrip("\n").split("\n", 1)[0] if source.text[end : end + 1] != "\n" else ""
    if below.strip() and _indent(below) > _indent(line):
        indent = _indent(below)
    return _put(source, end, f"{' ' * indent}{word}{': ' if yaml else '：'}{value}")


def entry_below(beside: Span, word: str, value: str) -> Edits:
    """The edit that puts ``word：value`` on a line below the entry in whose line ``beside`` stands."""
    source = beside.source
    end, line = _line(source, beside.start)
    before = line[: beside.position[1] - 1].strip()
    if "：" not in before and ":" not in before or before.startswith("-"):
        return ()
    yaml = source.path.endswith((".yaml", ".yml"))
    return _put(source, end, f"{' ' * _indent(line)}{word}{': ' if yaml else '：'}{value}")


def further(last: Span, name: str) -> Edits:
    """The edit that puts a further thing behind the last of a list, with its bracket."""
    _, line = _line(last.source, last.start)
    start = last.start - last.position[1] + 1
    at = start + behind_bracket(line, last.end - start)
    return ((Span(last.source, at, at), "、" + quoted(name)),)


def quoted(name: str) -> str:
    """A name as it is written: in quotes where it must be."""
    return f"“{name}”" if any(c in name for c in QUOTED) or name[-1:] in "）)" else name


def _line(source: Source, at: int) -> tuple[int, str]:
    """Where the line of an offset ends, its line break included, and the line without it."""
    start = source.text.rfind("\n", 0, at) + 1
    end = source.text.find("\n", at)
    end = len(source.text) if end < 0 else end + 1
    return end, source.text[start:end].rstrip("\r\n")


def _put(source: Source, at: int, line: str) -> Edits:
    """A line of its own at an offset where a line begins."""
    broken = at == 0 or source.text[at - 1] == "\n"
    return ((Span(source, at, at), f"{line}\n" if broken else f"\n{line}"),)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
