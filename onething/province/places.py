"""The places that coverage is asked of: level, order, and whose version a county handles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from onething.model.catalogue import STATE, Catalogue

LEVELS = ("国家", "省", "市", "县")
_CITIES_AT_THE_TOP = ("11", "12", "31", "50")  # 直辖市: a city that lies directly below the state


@dataclass(frozen=True, slots=True)
class Row:
    """A place. ``level``: one of ``LEVELS``; ``above``: for a county, the city whose version it handles where it has
    none of its own, or ''; ``path`` and ``line``: where the catalogue declares it."""

    place: str
    code: str
    level: str
    above: str
    path: str
    line: int


def rows(catalogue: Catalogue, holding: Iterable[str], within: str = "") -> list[Row]:
    """The places of the provinces that hold bundles (or those in ``within``), by code, each county below its city; first the
    state, if it holds some. ``holding``: the places of the bundles. What lies below a county (街道) has no row.
    """
    holding = set(holding)
    tops = {_top(catalogue, place) for place in holding} - {STATE}
    made = []
    for name, place in catalogue.places.items():
        level, line = level_of(catalogue, name), place.span.position[0]
        top = _top(catalogue, name)
        inside = within in catalogue.around(name) if within else not tops or top in tops or not _is_province(catalogue, top)
        if level and inside:
            made.append(Row(name, place.code, level, _city(catalogue, name, level), place.span.source.path, line))
    key = {r.place: (r.code or "~", r.place) for r in made}
    province = {r.place: key.get(_top(catalogue, r.place), key[r.place]) for r in made}
    state = [Row(STATE, "", "国家", "", "", 0)] if not within and STATE in holding else []
    return state + sorted(made, key=lambda r: (province[r.place], r.level != "省", key.get(r.above, key[r.place]), bool(r.above), key[r.place]))


def level_of(catalogue: Catalogue, name: str) -> str:
    """省 市 县 by the code (GB/T 2260), or by how deep it lies if it has none; '' of what lies below a county."""
    code = catalogue.places[name].code
    if len(code) == 6 and code.isdigit():
        if code.endswith("0000"):
            return "市" if code[:2] in _CITIES_AT_THE_TOP else "省"
        return "市" if code.endswith("00") else "县"
    depth = len(catalogue.around(name)) - 1
    return LEVELS[depth] if not code and depth < len(LEVELS) else ""


def _is_province(catalogue: Catalogue, top: str) -> bool:
    """Whether a place directly below the state is a province, or a city of its rank; a city may stand there for want
    of its province."""
    code = catalogue.places[top].code
    return level_of(catalogue, top) == "省" or code.endswith("0000")


def _top(catalogue: Catalogue, name: str) -> str:
    """The place directly below the state that a place lies in; the state itself of the state."""
    around = catalogue.around(name)
    return around[-2] if len(around) > 1 else STATE


def _city(catalogue: Catalogue, name: str, level: str) -> str:
    if level != "县":
        return ""
    above = catalogue.around(name)[1:-1]
    return next((p for p in above if p in catalogue.places and level_of(catalogue, p) == "市"), "")
