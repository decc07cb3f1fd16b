"""CSV as Excel and other systems write it, in and out."""

from __future__ import annotations

import csv
import io
import re

from onething.limits import WORKBOOK_CELLS
from onething.workbook.grid import DIGITS, Book, Got, Grid, Refused
from onething.workbook.sheet import Cell, Sheet
from onething.workbook.write import FORMULA

_ROUNDED = re.compile(r"\d\.\d+[Ee]\+\d+")
ENCODINGS = (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"))


def comma_separated(sheet: Sheet) -> bytes:
    """The sheet as CSV that Excel opens: UTF-8 with its mark, all quoted; ``'`` before what would become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (sheet.header, *sheet.rows):
        texts = (str(each.text if isinstance(each, Cell) else each) for each in row)
        writer.writerow([f"'{text}" if text.lstrip("'").startswith(FORMULA) else text for text in texts])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def parse(data: bytes, path: str) -> Book:
    """The one table of a CSV file. Raises ``Refused``."""
    text, encoding = _decoded(data)
    separator = _separator(text)
    longest = csv.field_size_limit(len(text) + 1)  # of the whole process
    grid = Grid("")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cells = number = 0
    try:
        for number, record in enumerate(reader, 1):
            row = {column: _cell(each) for column, each in enumerate(record, 1) if each}
            cells += len(row)
            if cells > WORKBOOK_CELLS:
                raise Refused(f"有内容的格子超过 {WORKBOOK_CELLS} 个", f"more than {WORKBOOK_CELLS} cells hold something")
            if any(got.text.strip() for got in row.values()):
                grid.rows[number] = row
    except csv.Error as error:
        raise Refused(f"第 {number + 1} 行的引号不成对；检查这一行的双引号", f"quotation marks of row {number + 1} do not pair") from error
    finally:
        csv.field_size_limit(longest)
    return Book(path, [grid], encoding, separator)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding: UTF-8, else GB18030; UTF-16 where its mark says so."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = (("utf-16", "UTF-16"),)
    else:
        encodings = ENCODINGS
    for codec, name in encodings:
        try:
            return data.decode(codec), name
        except UnicodeDecodeError:
            continue
    raise Refused("读不出文字：既不是 UTF-8，也不是 GB18030；在 Excel 里另存为“CSV UTF-8”", "neither UTF-8 nor GB18030: save it as “CSV UTF-8” from Excel")


def _separator(text: str) -> str:
    """The sign that separates most cells of the first row with any: comma, semicolon or tab."""
    counts = {",": 0, ";": 0, "\t": 0}
    quoted = False
    for char in text:
        quoted ^= char == '"'
        if not quoted and char in counts:
            counts[char] += 1
        elif not quoted and char in "\r\n" and any(counts.values()):
            break
    return max(counts, key=lambda sign: counts[sign])


def _cell(text: str) -> Got:
    if text[0] == "'" and text.lstrip("'").startswith(FORMULA):
        text = text[1:]
    return Got(text, DIGITS if _ROUNDED.fullmatch(text) else "")
