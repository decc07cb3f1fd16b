"""What is left to do, grouped: where the same thing is missing for the same reason, the places stand together."""

from __future__ import annotations

from dataclasses import dataclass

from onething.province.cell import Cell, together
from onething.province.coverage import Coverage
from onething.province.lists import Listed


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing in a bundle at some places. ``words``: what, '' = the bundle itself; ``at``: the files and lines
    that say so."""

    bundle: str
    state: str
    words: str
    at: tuple[str, ...]
    places: tuple[str, ...]


def gaps(coverage: Coverage, of: Listed) -> list[Gap]:
    """The gaps of a list, what is missing altogether first, else in the order of places. What a county takes over from
    its city is a gap of the city, unless the whole bundle is missing."""
    held: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for cell in coverage.asked(of):
        if cell.state != "有" and (cell.state == "缺" or not cell.inherited):
            for words, at in said(cell):
                held.setdefault((cell.bundle, cell.state, words), []).append((cell.place, at))
    made = [Gap(*key, tuple(dict.fromkeys(at for _, at in met)), tuple(dict.fromkeys(p for p, _ in met))) for key, met in held.items()]
    return sorted(made, key=lambda gap: gap.state != "缺")


def said(cell: Cell) -> list[tuple[str, str]]:
    """What is to be said of a cell beside its state, each with file and line."""
    made = list(together(cell.lacks))
    if cell.state == "旧版":
        made.insert(0, (f"写的是版本 {cell.version}" if cell.version else "写的是已被代替的标准", cell.at))
    if cell.state == "改名":
        made.insert(0, (f"写作“{cell.name}”", cell.at))
    if cell.state == "疑似":
        made.insert(0, (f"“{cell.name}”可能就是它", cell.at))
    return made or [("", cell.at)]


def in_words(coverage: Coverage, places: tuple[str, ...], most: int = 0) -> str:
    """Places in words; a city with all its counties is said as one. ``most``: how many are named, 0 = all."""
    there = set(places)
    below: dict[str, list[str]] = {}
    for row in coverage.rows:
        if row.above:
            below.setdefault(row.above, []).append(row.place)
    whole = {city for city, counties in below.items() if {city, *counties} <= there}
    within = {county for city in whole for county in below[city]}
    said = [f"{p}和所辖 {len(below[p])} 个县" if p in whole else p for p in places if p not in within]
    if most and len(said) > most:
        return f"{'、'.join(said[:most])} 等 {len(places)} 个地区"
    return "、".join(said)
