"""The marked copy: the owner's workbook with its formats, what is wrong coloured and explained, all of it listed first."""

import io

import openpyxl
import pytest
from openpyxl.styles import Font

from exchange.parts import archive, sheet
from onething.exchange.mark import mark
from onething.exchange.take import take
from onething.workbook import Sheet
from onething.workbook.grid import Book, Got, Grid
from onething.workbook.marked import Mark, marked
from onething.workbook.read import read


@pytest.fixture
def made(tmp_path):
    """A workbook with formats, merged cells and a hidden sheet; and its marked copy, read again."""
    book = openpyxl.Workbook()
    here = book.active
    here.title = "实施清单"
    for row in (("某市清单", None, None), ("事项名称", "承诺办结时限", "怪列"), ("户口登记", "5天", "=1+1"), (None, "5天", None)):
        here.append(row)
    here.merge_cells("A3:A4")
    here.merge_cells("B3:B4")
    here.column_dimensions["A"].width = 33
    here["A3"].font = Font(bold=True)
    book.create_sheet("藏").append(["代码表"])
    book["藏"].sheet_state = "hidden"
    book.save(tmp_path / "清单.xlsx")
    return openpyxl.load_workbook(io.BytesIO(mark(take(read(tmp_path / "清单.xlsx"), None, lead="公安局"))))


def test_formats_stay(made):
    here = made["实施清单"]
    assert made.sheetnames == ["导入结果", "实施清单", "藏"] and made["藏"].sheet_state == "hidden"
    assert here.column_dimensions["A"].width == 33 and here["A3"].font.b
    assert {str(r) for r in here.merged_cells.ranges} == {"A3:A4", "B3:B4"}
    assert here["C3"].value == "=1+1" and here["C3"].data_type == "f"  # it is the owner's formula


def test_cells_are_marked_merged_ones_in_their_corner(made):
    here = made["实施清单"]
    assert here["B3"].fill.fgColor.rgb.endswith("F4CCCC") and "建议" in here["B3"].comment.text
    assert "公式没有算出的值" in here["C3"].comment.text
    assert here["C2"].comment.text.startswith("“实施清单”C2：不认识列“怪列”")
    assert here["A1"].comment.text == "没有读入：在表头上面"
    assert here["A3"].comment is None


def test_a_mark_within_merged_cells_stands_in_their_corner(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["甲"])
    book.active.merge_cells("A1:A3")
    book.save(tmp_path / "并.xlsx")
    copy = openpyxl.load_workbook(io.BytesIO(marked(tmp_path / "并.xlsx", [Mark("Sheet", 2, 1, "bad", "不对")], Sheet("导入结果", ("甲",), ()))))
    assert copy["Sheet"]["A1"].comment.text == "不对"


def test_a_row_that_is_lost_says_what_to_do(tmp_path):
    book = openpyxl.Workbook()
    for row in (("事项名称", "实施主体"), (None, "公安局"), ("户口登记", "公安局")):
        book.active.append(row)
    book.save(tmp_path / "清单.xlsx")
    copy = openpyxl.load_workbook(io.BytesIO(mark(take(read(tmp_path / "清单.xlsx"), None, lead="公安局"))))
    assert "建议：补上事项名称" in copy["Sheet"]["B2"].comment.text


def test_everything_is_listed_first(made):
    rows = [row[:4] for row in made["导入结果"].iter_rows(min_row=2, values_only=True)]
    assert rows == [("实施清单", "C2", "提示", "OT3402"), ("实施清单", "B3", "错误", "OT3405"), ("实施清单", "C3", "错误", "OT3407"), ("实施清单", "第1行", "未读入", None), ("藏", "第1行", "未读入", None)]  # fmt: skip
    assert made.active.title == "导入结果"


ROWS = '<row r="1"><c t="inlineStr"><is><t>事项名称</t></is></c></row><row r="7"><c t="inlineStr"><is><t>=户口\u200b登记</t></is></c></row>'


def test_a_workbook_that_cannot_be_written_again_is_copied_plainly(tmp_path):
    path = archive(tmp_path / "清单.xlsx", sheet=sheet(ROWS))
    assert marked(path, [], Sheet("导入结果", ("甲",), ())) is None
    copy = openpyxl.load_workbook(io.BytesIO(mark(take(read(path), None, lead="公安局"))))
    assert copy.sheetnames == ["导入结果", "表"]
    cell = copy["表"]["A7"]
    assert (cell.value, cell.data_type) == ("=户口\u200b登记", "s") and "看不见" in cell.comment.text


def test_the_same_list_is_marked_in_the_same_bytes(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["事项名称", "怪列"])
    book.active.append(["户口登记", "x"])
    book.save(tmp_path / "清单.xlsx")
    copies = {marked(tmp_path / "清单.xlsx", [Mark("Sheet", 2, 2, "bad", "不对")], Sheet("导入结果", ("甲",), ())) for _ in range(2)}
    assert len(copies) == 1 and None not in copies


def test_a_row_at_the_far_end_is_copied_too():
    grid = Grid("远", {1: {1: Got("事项名称")}, 1_048_576: {16_384: Got("x")}})
    copy = openpyxl.load_workbook(io.BytesIO(mark(take(Book("x.csv", [grid], separator=","), None, lead="公安局"))), read_only=True)
    assert copy["远"].max_row == 1_048_576
