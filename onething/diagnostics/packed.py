"""A finding as plain lists: how it travels between processes and rests in the cache. Sources stay behind: a place is
the name of its file and two numbers."""

from __future__ import annotations

from typing import Callable

from onething.diagnostics.finding import Finding, Fix, Note
from onething.source import Source, Span


def packed(found: Finding) -> list:
    """What ``unpacked`` makes the finding of again: lists, text, numbers, as JSON knows them."""
    fix = found.fix and [found.fix.zh, found.fix.en, [[_span(s), new] for s, new in found.fix.edits], found.fix.safe]
    notes = [_note(n) for n in found.notes]
    return [found.code, _span(found.span), found.values, found.label and _note(found.label), notes, fix, found.witness]


def unpacked(data: list, source: Callable[[str], Source]) -> Finding:
    """The finding again; ``source`` gives the file of a name."""
    code, at, values, label, notes, fix, witness = data

    def span(where: list | None) -> Span | None:
        return where and Span(source(where[0]), where[1], where[2])

    def note(parts: list) -> Note:
        return Note(span(parts[0]), parts[1], parts[2])

    repair = fix and Fix(fix[0], fix[1], tuple((span(s), new) for s, new in fix[2]), fix[3])
    return Finding(code, span(at), _pairs(values), label and note(label), tuple(map(note, notes)), repair, _pairs(witness))


def _span(span: Span | None) -> list | None:
    return span and [span.source.path, span.start, span.end]


def _note(note: Note) -> list:
    return [_span(note.span), note.zh, note.en]


def _pairs(data: list) -> tuple:
    return tuple(map(tuple, data))
