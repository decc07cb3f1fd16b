"""What ``workbook`` writes: text as text, the same bytes each time, nothing cut off, ready to be read and printed."""

import io
import time
import zipfile

import openpyxl
import pytest

from onething.workbook import Cell, Sheet, TooLong, workbook

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝HYPERLINK(“x”)", "=cmd|' /C calc'!A0", "#N/A", "0012", "1e5", "TRUE", "2024-01-01", "  两头空  ", "两\n行")


def reread(*sheets: Sheet):
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets)))


def test_text_stays_text_whatever_it_looks_like():
    sheet = reread(Sheet("表", ("甲",), tuple((text,) for text in HOSTILE))).active
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [(c.value, c.data_type) for c in cells] == [(text, "s") for text in HOSTILE]


def test_what_a_spreadsheet_may_compute_is_quoted():
    sheet = reread(Sheet("表", ("甲",), tuple((text,) for text in HOSTILE))).active
    quoted = [row[0].value for row in sheet.iter_rows(min_row=2) if row[0].quotePrefix]
    assert quoted == [text for text in HOSTILE if text[0] in "=+-@\t＝"]


def test_whole_numbers_are_numbers_and_nothing_is_blank():
    row = next(reread(Sheet("表", ("甲", "乙", "丙"), ((12, 0, ""),))).active.iter_rows(min_row=2))
    assert [(c.value, c.data_type) for c in row] == [(12, "n"), (0, "n"), (None, "n")]


def test_what_xml_cannot_hold_is_spelt_as_excel_spells_it():
    sheet = reread(Sheet("表", ("甲",), (("a\rb\x01",), ("字面的 _x0041_",), ("\ud800",)))).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["a_x000D_b_x0001_", "字面的 _x005F_x0041_", "_xD800_"]


def test_the_same_sheets_are_the_same_bytes():
    sheets = [Sheet("表", ("甲", "乙"), (("1", Cell("2", "bad", "改成 2个工作日")),))]
    first = workbook(sheets)
    time.sleep(2.1)  # zip counts in steps of two seconds
    assert workbook(sheets) == first


def test_a_cell_takes_what_excel_takes_and_not_one_more():
    longest = "长" * 32_767
    assert reread(Sheet("表", ("甲",), ((longest,),))).active["A2"].value == longest
    with pytest.raises(TooLong, match="“表”第 2 行第 1 列"):
        workbook([Sheet("表", ("甲",), ((longest + "长",),))])
    with pytest.raises(TooLong):
        workbook([Sheet("表", ("甲",), (("𠮷" * 16_384,),))])  # two units each
    with pytest.raises(TooLong, match="列"):
        workbook([Sheet("表", ("甲",) * 16_385, ())])


def test_the_header_stays_in_view_can_be_filtered_and_is_printed_on_each_page():
    sheet = reread(Sheet("表", ("甲", "乙"), (("1", "2"), ("3", "4")))).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0


def test_columns_are_as_wide_as_what_they_hold_chinese_counting_double():
    sheet = reread(Sheet("表", ("甲", "乙", "丙"), (("四个汉字", "abcd", "很" * 200),))).active
    assert [sheet.column_dimensions[c].width for c in "ABC"] == [10, 6, 48]
    assert reread(Sheet("表", ("甲",), (), (33,))).active.column_dimensions["A"].width == 33


def test_a_state_colours_a_cell_and_a_remark_stands_beside_it():
    cell = reread(Sheet("表", ("甲",), ((Cell("部分", "partly", "少一个事项"),),))).active["A2"]
    assert cell.fill.fgColor.rgb.endswith("FFF2CC")
    assert cell.comment.text == "少一个事项"


def test_sheets_get_names_that_excel_accepts():
    names = [s.title for s in reread(*(Sheet(n, ("甲",), ()) for n in ("一/二:三", "同", "同", "长" * 40, "")))]
    assert names == ["一／二：三", "同", "同 2", "长" * 31, "表"]


def test_every_member_bears_the_same_time():
    with zipfile.ZipFile(io.BytesIO(workbook([Sheet("表", ("甲",), ())]))) as made:
        assert {m.date_time for m in made.infolist()} == {(2000, 1, 1, 0, 0, 0)}
