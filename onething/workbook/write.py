"""Sheets as the bytes of an XLSX workbook: text stays text, and the same sheets are the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from functools import cache
from itertools import islice
from typing import Iterable, Iterator

from onething.source import display_width
from onething.workbook.sheet import STATES, Cell, Sheet

CHARACTERS, ROWS, COLUMNS = 32_767, 1_048_576, 16_384  # what Excel holds in a cell and in a sheet
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # what a spreadsheet may take for the start of one
NARROWEST, WIDEST, SAMPLE = 6, 48, 2_000
_SHEET_NAME = str.maketrans("[]:*?/\\'", "（）：＊？／＼’")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MOMENT = datetime.datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


class TooLong(ValueError):
    """A text does not fit into a cell, or the rows not into a sheet. Nothing has been written."""


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The workbook: a frozen header with a filter, A4 landscape, every text as text (never a formula).

    Raises ``TooLong`` for more than Excel would keep; the message names sheet and cell.
    """
    from openpyxl import Workbook

    sheets = tuple(sheets)
    names = _names(sheets)
    for sheet, name in zip(sheets, names):
        _check(sheet, name)
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = "onething"
    book.properties.created = _MOMENT
    for sheet, name in zip(sheets, names):
        put_sheet(book.create_sheet(name), sheet)
    held = io.BytesIO()
    book.save(held)
    return stable(held)


def escaped(text: str) -> str:
    """The text as XLSX spells what XML cannot hold: ``_x000D_``, and ``_x005F_`` where it would be read so."""
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _names(sheets: tuple[Sheet, ...]) -> list[str]:
    """Names that Excel accepts: 31 characters, no brackets, each once."""
    made: list[str] = []
    for sheet in sheets:
        plain = _NOT_XML.sub("", sheet.name.translate(_SHEET_NAME)).strip()[:31] or "表"
        name, number = plain, 2
        while name.casefold() in (other.casefold() for other in made):
            name, number = f"{plain[:27]} {number}", number + 1
        made.append(name)
    return made


def _check(sheet: Sheet, name: str) -> None:
    if len(sheet.rows) + bool(sheet.header) > ROWS:
        raise TooLong(f"表“{name}”有 {len(sheet.rows)} 行，放不下")
    for number, row in enumerate(_lines(sheet), 1):
        if len(row) > COLUMNS:
            raise TooLong(f"表“{name}”第 {number} 行有 {len(row)} 列，放不下")
        for column, each in enumerate(row, 1):
            text = each.text if isinstance(each, Cell) else each
            if isinstance(text, str) and len(text) > CHARACTERS // 7 and _units(text) > CHARACTERS:
                raise TooLong(f"表“{name}”第 {number} 行第 {column} 列有 {len(text)} 个字，一格最多 {CHARACTERS} 个")


def _lines(sheet: Sheet) -> Iterator[tuple[str | int | Cell | None, ...]]:
    """The rows from the first: a sheet may have no header."""
    return iter((sheet.header, *sheet.rows) if sheet.header else sheet.rows)


def _units(text: str) -> int:
    """Characters as Excel counts them, in the spelling that is written."""
    return len(escaped(text).encode("utf-16-le")) // 2


def put_sheet(into, sheet: Sheet) -> None:
    """Fill an empty sheet of openpyxl."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Side(style="thin", color="BFBFBF")
    border = Border(left=line, right=line, top=line, bottom=line)
    wrap, centre = Alignment(vertical="top", wrap_text=True), Alignment(horizontal="center", vertical="center", wrap_text=True)
    looks = _looks()
    head = (PatternFill("solid", fgColor="305496"), Font(color="FFFFFF", bold=True))
    for number, row in enumerate(_lines(sheet), 1):
        for column, each in enumerate(row, 1):
            if each is None:
                continue
            given = each if isinstance(each, Cell) else Cell(each)
            cell = into.cell(number, column)
            _put(cell, given.text)
            top = number == 1 and bool(sheet.header)
            cell.alignment, cell.border = (centre if top else wrap), border
            look = looks.get(given.state) or (head if top else None)
            if look:
                cell.fill, cell.font = look
            if given.comment:
                put_comment(cell, given.comment)
    for column, width in enumerate(_widths(sheet), 1):
        into.column_dimensions[get_column_letter(column)].width = width
    last = get_column_letter(max(len(sheet.header), 1))
    if sheet.header:
        into.freeze_panes = "A2"
        into.print_title_rows = "1:1"
    if sheet.rows and sheet.header:
        into.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    into.page_setup.orientation, into.page_setup.paperSize = "landscape", 9
    into.page_setup.fitToWidth, into.page_setup.fitToHeight = 1, 0
    into.sheet_properties.pageSetUpPr.fitToPage = True


def put_state(cell, state: str) -> None:
    """Colour a cell of openpyxl."""
    cell.fill, cell.font = _looks()[state]


def put_comment(cell, text: str) -> None:
    """Put a remark beside a cell of openpyxl, large enough to be read."""
    from openpyxl.comments import Comment

    remark = Comment(escaped(text), "onething")
    remark.width, remark.height = 320, 24 + 20 * sum(1 + display_width(part) // 42 for part in text.split("\n"))
    cell.comment = remark


@cache
def _looks() -> dict:
    from openpyxl.styles import Font, PatternFill

    return {state: (PatternFill("solid", fgColor=back), Font(color=front)) for state, (back, front) in STATES.items()}


def _put(cell, text: str | int) -> None:
    if isinstance(text, int) or not text:
        cell.value = None if text == "" else text
        return
    cell.value = escaped(text)
    cell.data_type = "s"  # openpyxl takes =1+1 for a formula and #N/A for an error
    if text.startswith(FORMULA):
        cell.quotePrefix = True


def _widths(sheet: Sheet) -> tuple[int, ...]:
    """Column widths from the longest line of each column's first cells."""
    if sheet.widths:
        return sheet.widths
    wanted = [NARROWEST] * max((len(sheet.header), *(len(row) for row in sheet.rows)), default=0)
    for row in (sheet.header, *islice(sheet.rows, SAMPLE)):
        for column, each in enumerate(row):
            if each is None:
                continue
            text = str(each.text if isinstance(each, Cell) else each)
            wanted[column] = max(wanted[column], *(display_width(part[:WIDEST]) + 2 for part in text.split("\n")))
    return tuple(min(width, WIDEST) for width in wanted)


def stable(held: io.BytesIO) -> bytes:
    """The same archive without the moment at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            member = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            kept.writestr(member, data)
    return out.getvalue()
