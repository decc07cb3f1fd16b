"""What ``read`` makes of cells: text as it was typed, numbers and days as the sheet shows them, no row lost."""

import csv
import datetime
import io
import random
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from exchange.parts import MAIN, OFFICE, RELATED, archive, sheet
from onething.workbook import Sheet, workbook
from onething.workbook.grid import DATE, DIGITS, ERROR, FORMULA, address
from onething.workbook.numbers import plain
from onething.workbook.read import read
from onething.workbook.separated import comma_separated, parse
from onething.workbook.xlsx import parse as parse_here


def saved(tmp_path, fill):
    book = openpyxl.Workbook()
    fill(book)
    book.save(tmp_path / "表.xlsx")
    return read(tmp_path / "表.xlsx")


def column(grid, number=1):
    return [row[number][:2] for row in grid.rows.values()]


VALUES = (
    ("0012", None, "0012", ""),
    (12, "0000", "0012", ""),
    (1.0, None, "1", ""),
    (0.1 + 0.2, None, "0.3", ""),
    (1234567.5, "#,##0.00", "1234567.5", ""),
    (0.5, "0%", "50%", ""),
    (-3, None, "-3", ""),
    (123456789012345, None, "123456789012345", ""),
    (1135012345678901248, None, "1135012345678901000", DIGITS),
    (datetime.datetime(2024, 3, 1), None, "2024-03-01", ""),
    (datetime.datetime(2024, 3, 1, 8, 30), None, "2024-03-01 08:30", ""),
    (datetime.time(8, 30, 5), None, "08:30:05", ""),
    (45352, 'yyyy"年"m"月"d"日"', "2024-03-01", ""),
    (45352, "[$-804]aaaa;@", "45352", ""),
    (60, "yyyy-mm-dd", "60", DATE),
    (True, None, "TRUE", ""),
    ("#N/A", None, "#N/A", ERROR),
    ("=1+1", None, "", FORMULA),
    ("两\n行", None, "两\n行", ""),
)


def test_numbers_and_days_are_what_the_sheet_shows(tmp_path):
    def fill(book):
        for value, shown, _, _ in VALUES:
            book.active.append([value])
            if shown:
                book.active.cell(book.active.max_row, 1).number_format = shown

    assert column(saved(tmp_path, fill).grids[0]) == [(text, trouble) for _, _, text, trouble in VALUES]


def test_what_a_float_only_seems_to_know_is_rounded_away():
    assert plain(Decimal("0.30000000000000004")) == "0.3" and plain(Decimal("1E+3")) == "1000" and plain(Decimal("1.50")) == "1.5"


def test_a_formula_is_read_as_what_excel_last_computed(tmp_path):
    rows = '<row><c r="A1"><f>1+1</f><v>2</v></c><c t="str"><f>x</f><v>三_x000D_</v></c><c t="e"><f>y</f><v>#REF!</v></c><c t="b"><v>0</v></c></row>'
    grid = read(archive(tmp_path / "表.xlsx", sheet=sheet(rows))).grids[0]
    assert [got[:2] for got in grid.rows[1].values()] == [("2", ""), ("三\r", ""), ("#REF!", ERROR), ("FALSE", "")]


def test_merged_cells_all_say_what_their_corner_says_as_far_as_there_are_rows(tmp_path):
    def fill(book):
        here = book.active
        for row in (("事项", "材料"), ("甲", "一"), (None, "二"), (None, None), (None, "三"), ("乙", "四")):
            here.append(row)
        here.merge_cells("A2:A5")

    grid = saved(tmp_path, fill).grids[0]
    assert {row: cells[1] for row, cells in grid.rows.items()} == {
        1: ("事项", "", False), 2: ("甲", "", False), 3: ("甲", "", True), 5: ("甲", "", True), 6: ("乙", "", False)
    }  # fmt: skip


def test_hidden_rows_columns_and_sheets_are_read(tmp_path):
    def fill(book):
        book.active.append(["甲", "乙"])
        book.active.row_dimensions[1].hidden = True
        book.active.column_dimensions["B"].hidden = True
        book.create_sheet("藏").append(["丙"])
        book["藏"].sheet_state = "veryHidden"

    book = saved(tmp_path, fill)
    assert [(g.name, g.hidden, len(g.rows)) for g in book.grids] == [("Sheet", False, 1), ("藏", True, 1)]
    assert [got.text for got in book.grids[0].rows[1].values()] == ["甲", "乙"]


def test_text_in_pieces_is_whole_and_readings_beside_it_are_not_text(tmp_path):
    shared = f"<sst {MAIN}><si><r><t>户</t></r><r><t>口</t></r><rPh><t>hu</t></rPh></si></sst>"
    related = f'<Relationships {RELATED}><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="SharedStrings.xml"/></Relationships>'
    parts = {"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": related}
    rows = '<row r="3"><c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="inlineStr"><is><t>簿</t></is></c></row><row><c><v>5</v></c></row>'
    grid = read(archive(tmp_path / "表.xlsx", parts, sheet=sheet(rows))).grids[0]
    assert {row: {c: got.text for c, got in cells.items()} for row, cells in grid.rows.items()} == {3: {1: "户口", 3: "簿"}, 4: {1: "5"}}


def test_days_of_the_other_calendar(tmp_path):
    def fill(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.active.append([datetime.datetime(2024, 3, 1)])

    assert column(saved(tmp_path, fill).grids[0]) == [("2024-03-01", "")]


CSV = "事项名称,份数\r\n户口登记,0012\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_the_encodings_and_separators_of_excel(encoding, separator, tmp_path):
    (tmp_path / "表.csv").write_bytes(CSV.replace(",", separator).encode(encoding))
    book = read(tmp_path / "表.csv")
    assert [[got.text for got in row.values()] for row in book.grids[0].rows.values()] == [["事项名称", "份数"], ["户口登记", "0012"]]
    assert book.separator == separator and book.encoding in ("UTF-8", "GB18030", "UTF-16")


def test_a_code_that_excel_rounded_is_noticed_in_csv_too():
    assert parse("编码\n1.13501E+17\n".encode(), "").grids[0].rows[2][1] == ("1.13501E+17", DIGITS, False)


TEXTS = some.text(some.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12) | some.sampled_from(["=1", "'=1", "''+", "a,b", '"', "两\n行", "\r", "_x000D_"])


@settings(max_examples=80, deadline=None)
@given(rows=some.lists(some.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_written_as_csv_is_read_again(rows):
    rows = [["头"], *rows]
    read_back = parse(comma_separated(Sheet("", tuple(rows[0]), tuple(map(tuple, rows[1:])))), "").grids[0].rows
    assert {r: {c: got.text for c, got in row.items()} for r, row in read_back.items()} == filled(rows)


def filled(rows):
    """The rows with text, and in them the cells with any."""
    made = {r: {c: text for c, text in enumerate(row, 1) if text} for r, row in enumerate(rows, 1)}
    return {r: row for r, row in made.items() if any(text.strip() for text in row.values())}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=some.lists(some.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_written_as_a_workbook_is_read_again(rows, tmp_path):
    rows = [["头"], *rows]
    (tmp_path / "表.xlsx").write_bytes(workbook([Sheet("表", tuple(rows[0]), tuple(map(tuple, rows[1:])))]))
    read_back = parse_here(tmp_path / "表.xlsx").grids[0].rows
    assert {r: {c: got.text for c, got in row.items()} for r, row in read_back.items()} == filled(rows)


@pytest.mark.parametrize("seed", range(12))
def test_no_row_is_lost_whatever_the_file_says_of_its_size(seed, tmp_path):
    """Random sheets with holes, written by openpyxl; then their ``dimension`` is made to lie."""
    dice = random.Random(seed)
    book = openpyxl.Workbook()
    written = {}
    for _ in range(dice.randint(1, 60)):
        row, col = dice.choice((1, 2, 3, 50, 999, 1_048_576, dice.randint(1, 300))), dice.choice((1, 2, 3, 16_384))
        written.setdefault(row, {})[col] = f"格{row}·{col}"
        book.active.cell(row, col, written[row][col])
    book.save(held := io.BytesIO())
    import re
    import zipfile

    lie = dice.choice((b'ref="A1"', b'ref="A1:A1"', b'ref="XFD1048576"', b'ref="A1:XFD1048576"'))
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(tmp_path / "表.xlsx", "w") as lying:
        for name in made.namelist():
            lying.writestr(name, re.sub(rb'(?<=<dimension )ref="[^"]*"', lie, made.read(name)))
    rows = read(tmp_path / "表.xlsx").grids[0].rows
    assert {r: {c: got.text for c, got in row.items()} for r, row in rows.items()} == {r: dict(sorted(row.items())) for r, row in written.items()}


def test_cells_are_named_as_excel_names_them():
    assert [address(*at) for at in ((1, 1), (5, 3), (10, 26), (1, 27), (1_048_576, 16_384))] == ["A1", "C5", "Z10", "AA1", "XFD1048576"]


def test_reading_a_table_changes_nothing_for_whoever_reads_tables_besides():
    before = csv.field_size_limit()
    parse("甲,乙\n1,2\n".encode(), "表.csv")
    assert csv.field_size_limit() == before
