"""The coverage as tables: every cell, what is missing, and counts by list, bundle, place or matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Callable, Iterable

from onething.province.cell import STATES, Cell, Depth, Lack
from onething.province.coverage import Coverage
from onething.province.gaps import said
from onething.province.goal import percent
from onething.province.lists import Listed

COUNTED = tuple(name for name in STATES if name != "不要求")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text and whole numbers. ``states``: column (from 0) that holds the state of its row, -1 = none."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    states: int = -1


def every_cell(coverage: Coverage) -> Table:
    """One row a place and standard, those that are not asked for left out."""
    header = ("地区", "区划代码", "级别", "清单", "标准", "状态", "沿用", "一件事", "位置", "缺的事项", "标准以外的事项", "全程网办", "不用到场")
    return Table(header, tuple(_row(coverage, r, of, s) for r, of, s in _walk(coverage)), 5)


def _walk(coverage: Coverage):
    for of in coverage.lists:
        for standard in of.standards:
            for row in coverage.rows:
                if coverage.cell(row, standard).state != "不要求":
                    yield row, of, standard


def _row(coverage: Coverage, row, of: Listed, standard) -> tuple[str, ...]:
    c = coverage.cell(row, standard)
    depth = (c.online.text(), c.no_visit.text()) if c.name and c.state != "疑似" else ("", "")
    lacks, added = "；".join(map(Lack.text, c.lacks)), "；".join(c.added)
    return (row.place, row.code, row.level, of.name, standard.bundle, c.state, c.inherited, c.name, c.at, lacks, added, *depth)


def missing(coverage: Coverage) -> Table:
    """What is left to do, one row for each place and thing."""
    made: list[tuple[str, ...]] = []
    for of in coverage.lists:
        for c in coverage.asked(of):
            if c.state != "有" and (c.state == "缺" or not c.inherited):
                made += [(c.place, of.name, c.bundle, c.state, words, at) for words, at in said(c)]
    return Table(("地区", "清单", "标准", "状态", "缺什么", "位置"), tuple(made), 3)


def outside(coverage: Coverage) -> Table:
    """The bundles that no list asks for."""
    rows = tuple((e.place, e.name, e.why, e.standard, f"{e.path}:{e.line}") for e in coverage.extras)
    return Table(("地区", "一件事", "为什么", "标准", "位置"), rows)


def by_list(coverage: Coverage) -> Table:
    rows = []
    for of in coverage.lists:
        cells = coverage.asked(of)
        rows.append((of.title(), *_counts(cells), *_parts(cells), *depth_of(cells)))
    return Table(("清单", *COUNTED, "覆盖", "事项齐全", "全程网办", "不用到场"), tuple(rows))


def by_bundle(coverage: Coverage) -> Table:
    """One row a standard bundle."""
    rows = []
    for of in coverage.lists:
        for s in of.standards:
            cells = [c for c in coverage.asked(of) if c.standard == s.name]
            rows.append((of.name, s.bundle, *_counts(cells), *_parts(cells), *depth_of(cells)))
    return Table(("清单", "标准", *COUNTED, "覆盖", "事项齐全", "全程网办", "不用到场"), tuple(rows))


def by_place(coverage: Coverage) -> Table:
    """One row a place that counts, over all lists."""
    held: dict[str, list[Cell]] = {}
    for of in coverage.lists:
        for c in coverage.asked(of):
            held.setdefault(c.place, []).append(c)
    rows = tuple(
        (r.place, r.code, r.level, *_counts(held[r.place]), *_parts(held[r.place]), *depth_of(held[r.place]))
        for r in coverage.rows
        if r.place in held
    )
    return Table(("地区", "区划代码", "级别", *COUNTED, "覆盖", "事项齐全", "全程网办", "不用到场"), rows)


def by_matter(coverage: Coverage) -> Table:
    """One row a matter that a standard asks for: at how many places it is there, and where it is not."""
    rows = []
    for of in coverage.lists:
        for s in of.standards:
            cells = [c for c in coverage.asked(of) if c.standard == s.name]
            for matter, _ in s.required:
                without = [c for c in cells if not c.covered or any(l.matter == matter for l in c.lacks)]
                rows.append((of.name, s.bundle, matter, len(cells) - len(without), len(without), percent_of(len(cells) - len(without), len(cells)), "、".join(c.place for c in without)))
    return Table(("清单", "标准", "事项", "有", "没有", "覆盖", "没有的地区"), tuple(rows))


VIEWS: dict[str, Callable[[Coverage], Table]] = {"list": by_list, "bundle": by_bundle, "place": by_place, "matter": by_matter}


def depth_of(cells: Iterable[Cell]) -> tuple[str, str]:
    """Share of matters that are handled wholly online, and without a visit, over the bundles that places have of
    their own: what a county takes over from its city counts once."""
    own = [c for c in cells if c.name and not c.inherited and c.covered]
    return _share(sum((c.online for c in own), Depth())), _share(sum((c.no_visit for c in own), Depth()))


def _share(depth: Depth) -> str:
    if depth.of == depth.unstated:
        return "未载明"
    return percent_of(depth.yes, depth.of) + (f"（{depth.unstated} 项未载明）" if depth.unstated else "")


def percent_of(part: int, whole: int) -> str:
    """A share in percent; of nothing ``—``."""
    return percent(Fraction(100 * part, whole)) if whole else "—"


def _counts(cells: Iterable[Cell]) -> tuple[int, ...]:
    number = Counter(c.state for c in cells)
    return tuple(number[name] for name in COUNTED)


def _parts(cells: list[Cell]) -> tuple[str, str]:
    return percent_of(sum(c.covered for c in cells), len(cells)), percent_of(sum(c.complete for c in cells), len(cells))


__all__ = ["COUNTED", "VIEWS", "Table", "every_cell", "missing", "outside"]
