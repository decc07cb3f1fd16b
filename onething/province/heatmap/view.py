"""The coverage as the page shows it: sections, groups of rows, cells with their words. Plain text; escaped later."""

from __future__ import annotations

from dataclasses import dataclass

from onething.province.cell import STATES, Cell
from onething.province.coverage import Coverage
from onething.province.gaps import gaps, in_words, said
from onething.province.goal import reached
from onething.province.lists import Listed
from onething.province.places import Row
from onething.province.table import depth_of, percent_of


@dataclass(frozen=True, slots=True)
class Square:
    """One cell. ``below``: of a city, how many of its counties have it (``7/8``); ``gap``: number of its entry in the
    list of gaps, 0 = none; ``words``: all there is to say of it."""

    state: str
    letter: str
    tone: str
    inherited: bool
    below: str
    gap: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a place, its cells, how many of them are there; ``whole``: nothing is missing in it."""

    place: str
    level: str
    squares: tuple[Square, ...]
    there: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A city with its counties, or a place that stands alone. ``number`` goes with the choice of a place."""

    number: int
    head: Line
    counties: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list of gaps, to which cells point. ``groups``: numbers of the groups whose places are in it."""

    number: int
    places: str
    bundle: str
    state: str
    letter: str
    tone: str
    what: str
    at: tuple[str, ...]
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One list. ``figures``: those above the table, each with its name and a remark; ``feet``: the shares below it."""

    number: int
    name: str
    remark: str
    tier: str
    bundles: tuple[str, ...]
    groups: tuple[Group, ...]
    feet: tuple[tuple[str, ...], ...]
    figures: tuple[tuple[str, str, str], ...]
    gaps: tuple[Entry, ...]


def sections(coverage: Coverage) -> list[Section]:
    """Every list as the page shows it, in their order."""
    return [_section(coverage, of, number) for number, of in enumerate(coverage.lists, 1)]


def _section(coverage: Coverage, of: Listed, number: int) -> Section:
    heads = [r for r in coverage.rows if not r.above or r.above not in {o.place for o in coverage.rows}]
    below = {head.place: [r for r in coverage.rows if r.above == head.place] for head in heads}
    number_of = {r.place: n for n, head in enumerate(heads, 1) for r in (head, *below[head.place])}
    entries, points = _entries(coverage, of, number_of)
    groups = []
    for head in heads:
        lines = [_line(coverage, of, r, below[head.place] if r is head else [], points) for r in (head, *below[head.place])]
        groups.append(Group(number_of[head.place], lines[0], tuple(lines[1:])))
    there, whole = reached(coverage, of), reached(coverage, of, matters=True)
    online, no_visit = depth_of(coverage.asked(of))
    columns = [[c for c in coverage.asked(of) if c.standard == s.name] for s in of.standards]
    feet = (
        ("覆盖", *(percent_of(sum(c.covered for c in cells), len(cells)) for cells in columns), percent_of(there.there, there.of)),
        ("事项齐全", *(percent_of(sum(c.complete for c in cells), len(cells)) for cells in columns), percent_of(whole.there, whole.of)),
    )
    figures = (
        ("覆盖", percent_of(there.there, there.of), f"{there.there}/{there.of}"),
        ("事项齐全", percent_of(whole.there, whole.of), f"{whole.there}/{whole.of}"),
        ("全程网办", *_split(online)),
        ("不用到场", *_split(no_visit)),
    )
    bundles = tuple(s.bundle for s in of.standards)
    return Section(number, of.name, of.remark(), of.tier, bundles, tuple(groups), feet, figures, entries)


def _entries(coverage: Coverage, of: Listed, number_of: dict[str, int]) -> tuple[tuple[Entry, ...], dict[tuple[str, str], int]]:
    """The list of gaps, and which entry – the first – a cell points to."""
    made, points = [], {}
    for number, gap in enumerate(gaps(coverage, of), 1):
        state = STATES[gap.state]
        groups = tuple(dict.fromkeys(number_of[p] for p in gap.places))
        made.append(Entry(number, in_words(coverage, gap.places), gap.bundle, gap.state, state.letter, state.tone, gap.words, gap.at, groups))
        for place in gap.places:
            points.setdefault((place, gap.bundle), number)
    return tuple(made), points


def _split(share: str) -> tuple[str, str]:
    """A share and the remark behind it."""
    figure, _, remark = share.partition("（")
    return figure, remark.rstrip("）")


def _line(coverage: Coverage, of: Listed, row: Row, counties: list[Row], points: dict[tuple[str, str], int]) -> Line:
    counts = row.level in coverage.levels
    squares, cells = [], [coverage.cell(row, standard) for standard in of.standards]
    for standard, cell in zip(of.standards, cells):
        below = [c for r in counties for c in (coverage.cell(r, standard),) if c.obliged]
        fraction = f"{sum(c.covered for c in below)}/{len(below)}" if below else ""
        point = points.get((cell.place, standard.bundle)) or points.get((cell.inherited, standard.bundle), 0)
        squares.append(_square(cell, standard.bundle, fraction, point if counts else 0, counts))
    asked = [c for c in cells if c.obliged]
    there = f"{sum(c.covered for c in asked)}/{len(asked)}" if asked and counts else "—"
    return Line(row.place, row.level, tuple(squares), there, not counts or all(c.complete or c.state == "不要求" for c in cells))


def _square(cell: Cell, bundle: str, below: str, gap: int, counts: bool) -> Square:
    state = STATES[cell.state]
    if cell.state == "缺" and not counts:
        return Square("不要求", "—", "none", False, below, 0, f"{cell.place}　{bundle}：这一级没有自己的版本")
    words = [f"{cell.place}　{bundle}：{state.name}" + (f"（沿用{cell.inherited}）" if cell.inherited else "")]
    words += [f"{what}（{at}）" for what, at in said(cell) if what]
    words += [cell.at] if cell.state != "不要求" else []
    return Square(state.name, state.letter, state.tone, bool(cell.inherited), below, gap, "\n".join(words))


__all__ = ["Entry", "Group", "Line", "Section", "Square", "sections"]
