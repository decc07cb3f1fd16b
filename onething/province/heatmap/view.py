"""The coverage as the page shows it: sections, groups of rows, cells with their words. Plain text; escaped later."""

from __future__ import annotations

from dataclasses import dataclass

from onething.province.cell import STATES, Cell, together
from onething.province.coverage import Coverage
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
class Gap:
    """What is missing at one place: the entry that a cell points to."""

    number: int
    place: str
    bundle: str
    state: str
    letter: str
    tone: str
    what: str
    at: str


@dataclass(frozen=True, slots=True)
class Section:
    """One list. ``feet``: share of each bundle; ``figures``: the figures above the table, each with its name."""

    number: int
    name: str
    title: str
    tier: str
    bundles: tuple[str, ...]
    groups: tuple[Group, ...]
    feet: tuple[str, ...]
    total: str
    figures: tuple[tuple[str, str, str], ...]
    gaps: tuple[Gap, ...]


def sections(coverage: Coverage) -> list[Section]:
    """Every list as the page shows it, in their order."""
    return [_section(coverage, of, number) for number, of in enumerate(coverage.lists, 1)]


def _section(coverage: Coverage, of: Listed, number: int) -> Section:
    gaps: dict[tuple[str, str], Gap] = {}
    groups = []
    heads = [r for r in coverage.rows if not r.above or r.above not in {o.place for o in coverage.rows}]
    for n, head in enumerate(heads, 1):
        counties = [r for r in coverage.rows if r.above == head.place]
        first = _line(coverage, of, head, counties, gaps)
        groups.append(Group(n, first, tuple(_line(coverage, of, r, [], gaps) for r in counties)))
    there, whole = reached(coverage, of), reached(coverage, of, matters=True)
    online, no_visit = depth_of(coverage.asked(of))
    feet = []
    for s in of.standards:
        cells = [c for c in coverage.asked(of) if c.standard == s.name]
        feet.append(percent_of(sum(c.covered for c in cells), len(cells)))
    figures = (
        ("覆盖", percent_of(there.there, there.of), f"{there.there}/{there.of}"),
        ("事项齐全", percent_of(whole.there, whole.of), f"{whole.there}/{whole.of}"),
        ("全程网办", *_split(online)),
        ("不用到场", *_split(no_visit)),
    )
    bundles = tuple(s.bundle for s in of.standards)
    return Section(number, of.name, of.title(), of.tier, bundles, tuple(groups), tuple(feet), percent_of(there.there, there.of), figures, tuple(gaps.values()))


def _split(share: str) -> tuple[str, str]:
    """A share and the remark behind it."""
    figure, _, remark = share.partition("（")
    return figure, remark.rstrip("）")


def _line(coverage: Coverage, of: Listed, row: Row, counties: list[Row], gaps: dict[tuple[str, str], Gap]) -> Line:
    counts = row.level in coverage.levels
    squares, cells = [], []
    for standard in of.standards:
        cell = coverage.cell(row, standard)
        cells.append(cell)
        below = [c for r in counties for c in (coverage.cell(r, standard),) if c.obliged]
        fraction = f"{sum(c.covered for c in below)}/{len(below)}" if below else ""
        squares.append(_square(cell, standard.bundle, fraction, gaps, counts))
    asked = [c for c in cells if c.obliged]
    there = f"{sum(c.covered for c in asked)}/{len(asked)}" if asked and counts else "—"
    return Line(row.place, row.level, tuple(squares), there, all(c.complete or c.state == "不要求" for c in cells))


def _square(cell: Cell, bundle: str, below: str, gaps: dict[tuple[str, str], Gap], counts: bool) -> Square:
    state = STATES[cell.state]
    if cell.state == "缺" and not counts:
        return Square("无", "—", "none", False, below, 0, f"{cell.place}　{bundle}：这一级没有自己的版本")
    what = "；".join(_said(cell))
    words = f"{cell.place}　{bundle}：{state.name}" + (f"（沿用{cell.inherited}）" if cell.inherited else "") + (f"\n{what}" if what else "")
    if cell.state != "不要求":
        words += f"\n{cell.at}"
    if counts and cell.obliged and not cell.inherited and cell.state not in ("有", "不要求"):
        gaps[cell.place, bundle] = Gap(len(gaps) + 1, cell.place, bundle, state.name, state.letter, state.tone, what, cell.at)
    gap = gaps.get((cell.inherited or cell.place, bundle))
    return Square(state.name, state.letter, state.tone, bool(cell.inherited), below, gap.number if gap else 0, words)


def _said(cell: Cell) -> list[str]:
    """What is to be said of a cell beside its state and its place; missing matters of one line together."""
    said = []
    if cell.state in ("改名", "疑似"):
        said.append(f"写作“{cell.name}”")
    if cell.state == "旧版":
        said.append(f"写的是版本 {cell.version}" if cell.version else "写的是已被代替的标准")
    said += [f"{what}（{'标准 ' if what.startswith('缺 ') else ''}{at}）" for what, at in together(cell.lacks)]
    return said


__all__ = ["Gap", "Group", "Line", "Section", "Square", "sections"]
