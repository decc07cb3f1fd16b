"""A table to be written: cells of text or whole numbers, each with a state that colours it and a remark."""

from __future__ import annotations

from dataclasses import dataclass

# Named states of a cell: background and text colour. The text of the cell says the same: colour is never alone.
STATES: dict[str, tuple[str, str]] = {
    "good": ("D9EAD3", "1E4620"),
    "partly": ("FFF2CC", "5F4B00"),
    "heavy": ("FCE5CD", "7A3E00"),
    "bad": ("F4CCCC", "7A1212"),
    "more": ("CFE2F3", "12365A"),
    "old": ("E4DFEC", "3F2A5C"),
    "none": ("EDEDED", "595959"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` is written as text whatever it looks like, an ``int`` as a number. ``state``: a key of ``STATES`` or ''.
    ``comment``: the remark that Excel shows beside the cell."""

    text: str | int
    state: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``name`` is made to fit what Excel accepts. ``widths`` in characters of the column (a Chinese one counts two);
    not given: made from what the cells hold. Rows may be shorter than the header; ``None`` is a place without a cell.
    With an empty header the rows begin at the first, and nothing stays in view."""

    name: str
    header: tuple[str | Cell, ...]
    rows: tuple[tuple[str | int | Cell | None, ...], ...]
    widths: tuple[int, ...] = ()
