"""A table as it was read: every cell as text with its address, nothing left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# What may be wrong with a cell before anybody asks what it says.
DIGITS, FORMULA, ERROR, DATE = "digits", "formula", "error", "date"


class Refused(Exception):
    """A file that cannot be read as a table: one sentence in Chinese and English."""

    def __init__(self, zh: str, en: str):
        super().__init__(zh)
        self.zh = zh
        self.en = en


class Got(NamedTuple):
    """One cell. ``trouble``: '' or what is wrong with it (``DIGITS`` … ``DATE``); ``merged``: repeated from the corner
    of merged cells."""

    text: str
    trouble: str = ""
    merged: bool = False


@dataclass(slots=True)
class Grid:
    """One sheet: row → column → cell, both counted from 1 as Excel counts. Rows with no text are not there."""

    name: str
    rows: dict[int, dict[int, Got]] = field(default_factory=dict)
    hidden: bool = False


@dataclass(slots=True)
class Book:
    """A file as tables. ``encoding`` and ``separator`` of a CSV, '' for a workbook."""

    path: str
    grids: list[Grid]
    encoding: str = ""
    separator: str = ""


def column_name(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column's letters: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """A cell as Excel names it: row 5, column 3 → C5."""
    return f"{column_name(column)}{row}"
