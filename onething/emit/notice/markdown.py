"""The notice as Markdown (CommonMark with tables), in which no text of a specification is markup.

Every ASCII punctuation character of a text is escaped and line breaks become spaces, so that a parser yields
the text again. Tables use ``<br>`` – the only HTML there is – between the lines of a cell.
"""

from __future__ import annotations

import re

from onething.emit.notice.content import (
    Cell,
    Fact,
    Facts,
    Items,
    MatterSheet,
    Notice,
    Part,
    Row,
    Said,
    Table,
    Words,
)
from onething.plan.ir import Place

_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~\s\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_HARMLESS = re.compile(r"(?<=[0-9A-Za-z\u3400-\u9fff])\\([.\-/,:;%])(?=[0-9A-Za-z\u3400-\u9fff])")
_AUTOLINK = re.compile(r"www|https?|ftp|mailto|xmpp|@", re.IGNORECASE)


def escape(text: str) -> str:
    """Plain text that a Markdown parser reads back unchanged (runs of blanks become one)."""
    if not _SPECIAL.search(text):
        return text
    one_line = _BLANKS.sub(" ", text).strip()
    escaped = _PUNCTUATION.sub(r"\\\1", one_line)
    # A full stop, hyphen or slash within a word starts nothing; leave it readable unless it could be a link.
    return escaped if _AUTOLINK.search(one_line) else _HARMLESS.sub(r"\1", escaped)


class _Lines:
    """The lines written so far, and which of them come from a place of the specification."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: list[tuple[str, Place]] = []

    def add(self, line: str = "", place: Place | None = None) -> None:
        self.lines.append(line)
        if place is not None:
            self.places.append((str(len(self.lines)), place))


def markdown(notice: Notice) -> tuple[str, tuple[tuple[str, Place], ...]]:
    """The text, and (line number, place) of matters, materials, gates and what else has a place."""
    out = _Lines()
    out.add(f"# {escape(notice.title)}")
    if notice.subtitle:
        out.add()
        out.add(escape(notice.subtitle))
    for section in notice.sections:
        out.add()
        out.add(f"## {section.number}、{escape(section.title)}")
        for part in section.parts:
            out.add()
            _part(out, part)
    return "\n".join(out.lines) + "\n", tuple(out.places)


def _part(out: _Lines, part: Part) -> None:
    if isinstance(part, Facts):
        _facts(out, part.rows)
    elif isinstance(part, Table):
        _table(out, part)
    elif isinstance(part, Items):
        for n, item in enumerate(part.items, 1):
            mark = f"{n}. " if part.ordered else "- "
            out.add(mark + _cell(item.value, "\\\n" + " " * len(mark)), item.place)
            out.lines[-1:] = out.lines[-1].split("\n")
    elif isinstance(part, Words):
        out.add(_cell(part.value, " "))
    elif isinstance(part, MatterSheet):
        mark = "※" if part.unverified else ""
        out.add(f"### {part.number}{escape(part.name)}{mark}", part.place)
        out.add()
        _facts(out, part.facts)


def _facts(out: _Lines, facts: list[Fact]) -> None:
    out.add("| 项目 | 内容 |")
    out.add("| --- | --- |")
    for fact in facts:
        out.add(f"| {escape(fact.label)} | {_cell(fact.value)} |")


def _table(out: _Lines, table: Table) -> None:
    out.add("| " + " | ".join(map(escape, table.columns)) + " |")
    out.add("|" + " --- |" * len(table.columns))
    for row in table.rows:
        out.add(_row(row, len(table.columns)), row.place)


def _row(row: Row, width: int) -> str:
    if row.band:
        return f"| {escape(row.band)} |" + "  |" * (width - 1)
    return "| " + " | ".join(map(_cell, row.cells)) + " |"


def _cell(cell: Cell, between: str = "<br>") -> str:
    return between.join(map(_said, cell))


def _said(said: Said) -> str:
    notes = "".join(f"［{n}］" for n in said.refs) + ("※" if said.unverified else "")
    return escape(said.text) + notes
