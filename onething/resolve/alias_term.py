"""How far another name holds: 新生儿出生服务（2024-06-30 前）, 育儿（仅 福建省）."""

from __future__ import annotations

from datetime import date

from onething.model.catalogue import AliasTerm
from onething.resolve.reader import Reader
from onething.syntax.tree import Date, Item, Name, Value


def alias_term(value: Value, item: Item, reader: Reader) -> AliasTerm:
    """What the bracket behind an alias says. A day that is none and a place that is not known are reported."""
    until, places = "", set()
    for mark in item.qualifiers:
        for part in mark.args:
            if mark.word == "前" and isinstance(part, Date):
                until = _day(value, part, reader)
            elif mark.word == "仅" and isinstance(part, Name):
                places.add(reader.catalogued("place", value, part) or part.text)
    return AliasTerm(until, frozenset(places), value.span(item))


def _day(value: Value, written: Date, reader: Reader) -> str:
    try:
        return date.fromisoformat(written.text).isoformat()
    except ValueError:
        reader.wrong_type(value, written, "别名", ("日期，如“2026-03-01”", "a day such as 2026-03-01"))
        return ""
