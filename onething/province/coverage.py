"""Coverage: place × standard bundle × matter, from summaries alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable

from onething.model.catalogue import Catalogue, Standard
from onething.province.cell import ORDER, Cell
from onething.province.judge import judge
from onething.province.lists import Listed, listed
from onething.province.match import Match, Standards
from onething.province.places import LEVELS, Row, rows
from onething.province.summary import Summary

OBLIGED = ("市", "县")  # who has to handle a standard bundle, if nobody says otherwise


@dataclass(frozen=True, slots=True)
class Extra:
    """A bundle in no cell. ``why``: 清单外 (in no list) · 重复 (another of its standard stands there). ``standard``: the
    official name that it has, or – of 清单外 – perhaps has."""

    place: str
    name: str
    why: str
    standard: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """``cells`` by place and standard; ``unread``: files in which no bundle could be read. ``today``: the day that is
    asked about, '' = dates are not judged; ``levels``: of the places that count."""

    rows: tuple[Row, ...]
    levels: tuple[str, ...]
    lists: tuple[Listed, ...]
    cells: dict[tuple[str, str], Cell]
    extras: tuple[Extra, ...]
    unread: tuple[str, ...]
    today: str

    def cell(self, row: Row, standard: Standard) -> Cell:
        return self.cells[row.place, standard.name]

    def asked(self, of: Listed, levels: tuple[str, ...] = ()) -> list[Cell]:
        """The cells of a list that count, at these levels (else at those that count)."""
        levels = levels or self.levels
        return [c for s in of.standards for r in self.rows if r.level in levels for c in (self.cell(r, s),) if c.obliged]


def coverage(summaries: Iterable[Summary], catalogue: Catalogue, today: str = "", within: str = "") -> Coverage:
    """The coverage of all lists. The order of the summaries changes nothing.

    A county without a bundle of its own handles that of its city. ``within``: only this place and those below it.
    """
    known = sorted(summaries, key=lambda s: s.path)
    found = [s for s in known if s.name]
    lists = listed(catalogue)
    places = rows(catalogue, [s.place for s in found], within)
    there = {r.level for r in places}
    levels = tuple(l for l in OBLIGED if l in there) or tuple(l for l in LEVELS[1:] if l in there) or LEVELS[:1]
    standards = Standards(catalogue, {s.identity: s for s in reversed(found)})
    matches = [(s, standards.match(s)) for s in found]
    at: dict[tuple[str, str], list[tuple[Summary, Match]]] = {}
    for each in matches:
        if each[1].bundle:
            at.setdefault((each[0].place, each[1].bundle), []).append(each)
    cells: dict[tuple[str, str], Cell] = {}
    used: set[str] = set()
    for of in lists:
        for standard in of.standards:
            for row in places:
                cell, path = _cell(row, standard, of, at, cells, catalogue, today)
                cells[row.place, standard.name] = cell
                used.add(path)
    has_row = {r.place for r in places}
    extras = [_extra(s, m) for s, m in matches if s.path not in used and s.place in has_row]
    holding = {s.place for s in found}
    shown = tuple(r for r in places if r.level in levels or r.place in holding)
    return Coverage(shown, levels, tuple(lists), cells, tuple(extras), tuple(s.path for s in known if not s.name), today)


def _cell(row: Row, standard: Standard, of: Listed, at, cells, catalogue: Catalogue, today: str) -> tuple[Cell, str]:
    """The cell, and the file that is used up by it ('' = none)."""
    obliged = of.due(today) and (not of.place or of.place in catalogue.around(row.place))
    own = [judge(s, standard, m) for s, m in at.get((row.place, standard.bundle), ())]
    if own:
        best = min(own, key=lambda c: (ORDER[c.state], c.path))
        return replace(best, obliged=obliged), best.path
    above = cells.get((row.above, standard.name))
    if above is not None and above.name:
        return replace(above, place=row.place, inherited=row.above, obliged=obliged), ""
    state = "缺" if obliged else "不要求"
    return Cell(row.place, standard.name, standard.bundle, state, standard.span.source.path, standard.span.position[0], obliged), ""


def _extra(summary: Summary, found: Match) -> Extra:
    why = "重复" if found.bundle and found.sure else "清单外"
    return Extra(summary.place, summary.name, why, found.bundle, summary.path, summary.line)
