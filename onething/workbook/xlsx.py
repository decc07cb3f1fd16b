"""The sheets of an XLSX file, read as a stream: what the file says of its own size is not believed.

Runs in a process of its own (``child.py``). Only the parts with cells are opened, so links to other files lead nowhere.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path
from typing import Callable
from xml.parsers import expat

from onething.limits import WORKBOOK_CELLS
from onething.workbook.grid import (
    ERROR,
    FORMULA,
    Book,
    Got,
    Grid,
    Refused,
    column_number,
)
from onething.workbook.numbers import kind_of, number_cell

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
Attributes = dict[str, str]


def parse(path: Path) -> Book:
    """All sheets, hidden ones too. Raises ``Refused``."""
    with zipfile.ZipFile(path) as archive:
        return _Workbook(archive).book(str(path))


def unescaped(text: str) -> str:
    """``_x000D_`` read as the character it stands for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def walk(archive: zipfile.ZipFile, member: str, begin: Callable[[str, Attributes], None], end: Callable[[str], None], text: Callable[[str], None]) -> None:
    """The elements of a part, by local names. Raises ``Refused`` for a DTD and for what is no XML."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.StartElementHandler = lambda name, attributes: begin(name.rpartition(":")[2], {k.rpartition(":")[2]: v for k, v in attributes.items()})
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        with archive.open(member) as part:
            while data := part.read(1 << 16):
                parser.Parse(data, False)
            parser.Parse(b"", True)
    except (expat.ExpatError, zipfile.BadZipFile, EOFError) as error:
        raise Refused(f"文件已损坏（{member}）；用 Excel 打开后另存一份再试", f"the file is damaged ({member}): save it again from Excel") from error


def _no_doctype(*_: object) -> None:
    raise Refused("里面有 DTD，不读这样的文件", "it holds a DTD: such files are not read")


class _Workbook:
    """One archive; parts that other parts point at are looked up without regard to case."""

    def __init__(self, archive: zipfile.ZipFile):
        self.archive = archive
        self.parts = {name.lower(): name for name in archive.namelist()}
        self.strings: list[str] = []
        self.kinds: list[str] = []
        self.from_1904 = False
        self.cells = 0

    def book(self, path: str) -> Book:
        root = next((target for kind, target in self.relations("").values() if kind == "officeDocument"), "xl/workbook.xml")
        sheets: list[Attributes] = []

        def begin(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                sheets.append(attributes)
            elif name == "workbookPr":
                self.from_1904 = attributes.get("date1904") in ("1", "true")

        self.walk(root, begin)
        related = self.relations(root)
        for kind, target in related.values():
            if kind == "sharedStrings":
                self.strings = _strings(self, target)
            elif kind == "styles":
                self.kinds = _kinds(self, target)
        grids = []
        for sheet in sheets:
            kind, target = related.get(sheet.get("id", ""), ("", ""))
            if kind == "worksheet" and target.lower() in self.parts:
                grid = Grid(sheet.get("name", ""), hidden=sheet.get("state", "visible") != "visible")
                _Sheet(self, grid).read(target)
                grids.append(grid)
        return Book(path, grids)

    def walk(self, target: str, begin, end=lambda name: None, text=lambda data: None) -> None:
        member = self.parts.get(target.lower())
        if member is not None:
            walk(self.archive, member, begin, end, text)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points at inside the archive: id → (kind, part)."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def begin(element: str, attributes: Attributes) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], target)

        self.walk(posixpath.join(folder, "_rels", name + ".rels"), begin)
        return found


class _Text:
    """Collects the text of ``t`` elements, without the readings (``rPh``) that stand beside Chinese and Japanese."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.taking = False
        self.reading = 0

    def begin(self, name: str) -> None:
        self.reading += name == "rPh"
        self.taking = name == "t" and not self.reading

    def end(self, name: str) -> None:
        self.reading -= name == "rPh"
        self.taking = False

    def text(self, data: str) -> None:
        if self.taking:
            self.parts.append(data)

    def take(self) -> str:
        whole, self.parts = unescaped("".join(self.parts)), []
        return whole


def _strings(book: _Workbook, target: str) -> list[str]:
    found: list[str] = []
    held = _Text()

    def end(name: str) -> None:
        held.end(name)
        if name == "si":
            found.append(held.take())

    book.walk(target, lambda name, _: held.begin(name), end, held.text)
    return found


def _kinds(book: _Workbook, target: str) -> list[str]:
    """What each cell style shows numbers as."""
    codes: dict[int, str] = {}
    styles: list[int] = []
    inside = ""

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name in ("cellXfs", "cellStyleXfs"):
            inside = name
        elif name == "numFmt":
            codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and inside == "cellXfs":
            styles.append(_whole(attributes.get("numFmtId")))

    book.walk(target, begin)
    return [kind_of(number, codes.get(number, "")) for number in styles]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 10 else 0


class _Sheet:
    """One sheet. A cell without address stands behind the one before; a row without number below the one before."""

    def __init__(self, book: _Workbook, grid: Grid):
        self.book = book
        self.grid = grid
        self.row = self.column = 0
        self.type = self.style = ""
        self.value: list[str] = []
        self.formula = self.in_value = self.in_cell = False
        self.held = _Text()
        self.merges: list[str] = []

    def read(self, target: str) -> None:
        self.book.walk(target, self.begin, self.end, self.text)
        self.grid.rows = {row: cells for row, cells in sorted(self.grid.rows.items()) if any(c.text.strip() or c.trouble for c in cells.values())}
        self.spread()

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self.row, self.column = _whole(attributes.get("r")) or self.row + 1, 0
        elif name == "c":
            place = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = column_number(place[1]) if place else self.column + 1
            self.row = int(place[2]) if place else self.row
            self.type, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.value, self.formula, self.in_cell = [], False, True
        elif name == "f":
            self.formula = True
        elif name == "v":
            self.in_value = True
        elif name == "mergeCell":
            self.merges.append(attributes.get("ref", ""))
        if self.in_cell:
            self.held.begin(name)

    def text(self, data: str) -> None:
        if self.in_value:
            self.value.append(data)
        elif self.in_cell:
            self.held.text(data)

    def end(self, name: str) -> None:
        if name == "v":
            self.in_value = False
        if self.in_cell:
            self.held.end(name)
        if name == "c":
            self.in_cell = False
            self.put(self.cell("".join(self.value), self.held.take()))

    def cell(self, value: str, inline: str) -> Got:
        if self.type == "inlineStr":
            return Got(inline)
        if self.type == "s":
            at = _whole(value.strip())
            return Got(self.book.strings[at] if value.strip() and at < len(self.book.strings) else "")
        if self.formula and not value and self.type != "str":
            return Got("", FORMULA)
        if self.type in ("str", "d"):
            return Got(unescaped(value))
        if self.type == "e":
            return Got(value, ERROR)
        value = value.strip()
        if self.type == "b":
            return Got("TRUE" if value == "1" else "FALSE")
        at = _whole(self.style)
        kind = self.book.kinds[at] if at < len(self.book.kinds) else ""
        return number_cell(value, kind, self.book.from_1904) if value else Got("")

    def put(self, got: Got) -> None:
        if not got.text and not got.trouble:
            return
        self.book.cells += 1
        if self.book.cells > WORKBOOK_CELLS:
            raise Refused(f"有内容的格子超过 {WORKBOOK_CELLS} 个", f"more than {WORKBOOK_CELLS} cells hold something")
        self.grid.rows.setdefault(self.row, {})[self.column] = got

    def spread(self) -> None:
        """What stands in the corner of merged cells stands in all of them, as far as there are rows and columns."""
        rows = self.grid.rows
        columns = sorted({column for cells in rows.values() for column in cells}) if self.merges else []
        for merge in self.merges:
            first, _, last = merge.partition(":")
            a, b = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
            if not a or not b:
                continue
            corner = rows.get(int(a[2]), {}).get(column_number(a[1]))
            if corner is None:
                continue
            over = [c for c in columns if column_number(a[1]) <= c <= column_number(b[1])]
            for row in (r for r in _between(rows, int(a[2]), int(b[2]))):
                for column in over:
                    if column not in rows[row]:
                        self.book.cells += 1
                        if self.book.cells > WORKBOOK_CELLS:
                            raise Refused(f"有内容的格子超过 {WORKBOOK_CELLS} 个", f"more than {WORKBOOK_CELLS} cells hold something")
                        rows[row][column] = corner._replace(merged=True)


def _between(rows: dict[int, object], first: int, last: int) -> list[int]:
    """The rows that are there, from first to last."""
    if last - first < len(rows):
        return [row for row in range(first, last + 1) if row in rows]
    return [row for row in rows if first <= row <= last]
