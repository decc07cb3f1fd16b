"""Goals: what share of the places must handle the bundles of a list, from which day on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.catalogue import Catalogue
from onething.province.cell import STATES, Cell, together
from onething.province.coverage import Coverage
from onething.province.lists import Listed
from onething.source import Span

NOTED = 12  # cells that a finding names; the others are counted


@dataclass(frozen=True, slots=True)
class Goal:
    """``share`` in percent; ``level`` '' = the places that count; ``since`` an ISO day, '' = always; ``matters``: only
    bundles with every matter count. ``span``: where it is written."""

    list: str
    level: str
    share: Fraction
    since: str
    matters: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a list has come: cells that count, those that are there, those that are not; ``share`` in percent."""

    of: int
    there: int
    left: tuple[Cell, ...]

    @property
    def share(self) -> Fraction:
        return Fraction(100 * self.there, self.of) if self.of else Fraction(100)


def reached(coverage: Coverage, of: Listed, level: str = "", matters: bool = False) -> Reached:
    """How far a list has come at a level; ``matters``: what lacks a matter does not count."""
    cells = coverage.asked(of, (level,) if level else ())
    left = tuple(c for c in cells if not (c.complete if matters else c.covered))
    return Reached(len(cells), len(cells) - len(left), left)


def unmet(coverage: Coverage, catalogue: Catalogue, goals: list[Goal]) -> Iterator[Finding]:
    """OT3201 of each goal that is not reached on the day, OT3202 of one that guards nothing, OT3203 of one whose day
    cannot be judged because nobody says which day it is."""
    lists = {l.name: l for l in coverage.lists}
    for goal in goals:
        of = lists.get(goal.list)
        if of is None:
            known = "、".join(lists) or "没有"
            yield finding("OT3202", goal.span, list=goal.list, reason="没有这张清单", reason_en="there is no such list", fix=Fix(f"目录里的清单有：{known}", f"the lists are: {known}"))
        elif not coverage.asked(of, (goal.level,) if goal.level else ()) and of.due(coverage.today):
            level = goal.level or "、".join(coverage.levels)
            fix = Fix("改“level”，或在目录里补上这一级的地区", "change “level”, or declare the places of this level")
            yield finding("OT3202", goal.span, list=goal.list, reason=f"没有要办的地区（{level}）", reason_en=f"no place of level {level} has to handle it", fix=fix)
        elif goal.since and not coverage.today:
            fix = Fix("在 onething.toml 写“today”，或用 --today", "write “today” in onething.toml, or use --today")
            yield finding("OT3203", goal.span, list=goal.list, day=goal.since, fix=fix)
        elif not goal.since or goal.since <= coverage.today:
            yield from _missed(coverage, catalogue, goal, of)


def _missed(coverage: Coverage, catalogue: Catalogue, goal: Goal, of: Listed) -> Iterator[Finding]:
    now = reached(coverage, of, goal.level, goal.matters)
    if now.share >= goal.share:
        return
    level = goal.level or "、".join(coverage.levels)
    more = len(now.left) - NOTED
    rest = (f"，另有 {more} 处", f", and {more} more") if more > 0 else ("", "")
    left = "、".join(dict.fromkeys(c.place for c in now.left[:NOTED]))
    yield finding(
        "OT3201", goal.span, list=goal.list, level=level, goal=percent(goal.share), now=percent(now.share), there=now.there, of=now.of,
        notes=_notes(now.left[:NOTED], catalogue),
        fix=Fix(f"还差：{left}{rest[0]}；全部见 onething coverage", f"missing at {left}{rest[1]}; see onething coverage"),
    )  # fmt: skip


def _notes(left: tuple[Cell, ...], catalogue: Catalogue) -> Iterator[Note]:
    """The line of each standard that is not there everywhere, with the places, and where their bundle stands."""
    said: dict[str, list[tuple[str, str]]] = {}
    for cell in left:
        why = [f"{what}，{at}" for what, at in together(cell.lacks)] or ([cell.at] if cell.name else [])
        zh = f"{cell.place} {cell.state}" + (f"（{'；'.join(why)}）" if why else "")
        en = f"{cell.place}: {STATES[cell.state].english}" + (f" ({cell.at})" if cell.name else "")
        said.setdefault(cell.standard, []).append((zh, en))
    for standard, words in said.items():
        yield Note(catalogue.standards[standard].span, "，".join(zh for zh, _ in words), ", ".join(en for _, en in words))


def percent(share: Fraction) -> str:
    """``84.6%``; rounded down, so that only what is all of it is shown as 100%."""
    tenths = int(share * 10)
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


__all__ = ["Goal", "Reached", "percent", "reached", "unmet"]
