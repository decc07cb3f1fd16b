"""What a notice consists of, before it is dressed as Markdown or as a page.

A notice is a title, a few sections, and notes at its foot. A section holds facts (label and value), tables,
lists and matters. Every value is a tuple of ``Said``: pieces of plain text, one line each, which know the notes
they refer to. Nothing here is escaped; both dressings escape everything.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.plan.ir import Place

NOT_STATED = "未载明"


@dataclass(frozen=True, slots=True)
class Said:
    """One line of plain text. ``refs``: numbers of the documents that state it; ``unverified``: 未核.
    ``quiet``: nobody stated it, so it is printed lightly."""

    text: str
    refs: tuple[int, ...] = ()
    unverified: bool = False
    quiet: bool = False


Cell = tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, in the order of a notice."""

    rows: list[Fact]
    kind: str = "facts"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. ``place`` set: something of the specification with an ``anchor`` of its own.
    ``band``: a heading across the whole table instead of cells."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    place: Place | None = None
    band: str = ""
    joined: bool = False  # one of a group of which one is enough


@dataclass(frozen=True, slots=True)
class Table:
    """``look`` names its column widths for the page."""

    columns: tuple[str, ...]
    rows: list[Row]
    look: str
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Item:
    value: Cell
    anchor: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Items:
    items: list[Item]
    ordered: bool = True
    kind: str = "items"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    value: Cell
    look: str = ""
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class MatterSheet:
    """One matter: its numbered heading (no number when it is the only one) and what is to be known of it."""

    number: str
    name: str
    mark: str  # 必办 选办 自动
    facts: list[Fact]
    anchor: str
    place: Place
    unverified: bool = False
    kind: str = "matter"


Part = Facts | Table | Items | Words | MatterSheet


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str
    parts: list[Part]
    number: str = ""


@dataclass(slots=True)
class Notice:
    """``basis``: the documents referred to by number; ``doubts``: whether anything carries the 未核 mark.
    ``whens``: when a gate stops and when a material is due, in words, by anchor."""

    title: str
    subtitle: str
    sections: list[Section] = field(default_factory=list)
    basis: list[str] = field(default_factory=list)
    doubts: bool = False
    whens: dict[str, str] = field(default_factory=dict)


_DIGITS = "零一二三四五六七八九"


def chinese_number(n: int) -> str:
    """1 … 99 as 一 … 九十九; beyond that digits."""
    if not 0 < n < 100:
        return str(n)
    tens, ones = divmod(n, 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones else "")
