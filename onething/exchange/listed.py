"""A matter list as its rows say it, before anything is read into the language: raw texts, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from onething.exchange.places import At


class Said(NamedTuple):
    """What a cell says. ``note``: what stood in brackets in the header, such as a unit."""

    text: str
    at: At
    note: str = ""


@dataclass(slots=True)
class ListedMaterial:
    """One material of a matter. ``said``: by column; ``kept``: by header, what the language has no word for."""

    name: Said
    said: dict[str, Said] = field(default_factory=dict)
    kept: dict[str, Said] = field(default_factory=dict)


@dataclass(slots=True)
class ListedMatter:
    """One matter, of one row or several. ``more``: further values of columns in which rows add to each other;
    ``other``: what a later row says otherwise, as (row, header, text)."""

    name: Said
    rows: list[At] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    more: dict[str, list[Said]] = field(default_factory=dict)
    kept: dict[str, Said] = field(default_factory=dict)
    other: list[tuple[int, str, str]] = field(default_factory=list)
    materials: list[ListedMaterial] = field(default_factory=list)


@dataclass(slots=True)
class ListedBundle:
    """The matters that become one bundle. ``name.text`` '' when the list names none; ``columns``: which it has."""

    name: Said
    columns: set[str] = field(default_factory=set)
    said: dict[str, Said] = field(default_factory=dict)
    matters: dict[str, ListedMatter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row that became nothing, with the reason."""

    at: At
    text: str
    zh: str
    en: str
