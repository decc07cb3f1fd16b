"""Robustness: bombs, far cells, DTDs, files that are something else – one sentence, in bounded memory and time."""

import struct
import time
import zipfile

import pytest

from exchange.parts import WORKBOOK, archive, sheet
from onething.limits import (
    WORKBOOK_BYTES,
    WORKBOOK_CELLS,
    WORKBOOK_MEMBERS,
    WORKBOOK_RATIO,
    WORKBOOK_UNPACKED,
)
from onething.workbook import child, preflight, read, xlsx
from onething.workbook.grid import Refused

ROW = '<row><c t="inlineStr"><is><t>甲</t></is></c></row>'


def refused(path) -> str:
    with pytest.raises(Refused) as said:
        read.read(path)
    assert said.value.en and "\n" not in said.value.zh
    return said.value.zh


def test_a_file_too_large_is_not_opened(tmp_path):
    with open(tmp_path / "表.xlsx", "wb") as file:
        file.truncate(WORKBOOK_BYTES)
    assert "太大" not in refused(tmp_path / "表.xlsx")
    for size in (WORKBOOK_BYTES + 1, WORKBOOK_BYTES * 10):
        with open(tmp_path / "表.xlsx", "wb") as file:
            file.truncate(size)
        assert "太大" in refused(tmp_path / "表.xlsx")


def test_many_members_are_refused(tmp_path):
    extra = {f"xl/a{i}": "x" for i in range(WORKBOOK_MEMBERS - 3)}
    assert read.read(archive(tmp_path / "够.xlsx", extra, sheet=sheet(ROW))).grids[0].rows
    assert "个文件" in refused(archive(tmp_path / "多.xlsx", {**extra, "xl/b": "x"}, sheet=sheet(ROW)))
    assert "个文件" in refused(archive(tmp_path / "很多.xlsx", {f"xl/a{i}": "x" for i in range(WORKBOOK_MEMBERS * 10)}, sheet=sheet(ROW)))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = archive(tmp_path / "弹.xlsx", sheet=sheet(ROW + " " * (64 << 20)))
    assert path.stat().st_size < 1 << 20
    begun = time.process_time()
    assert "压缩炸弹" in refused(path)
    assert time.process_time() - begun < 5


def test_how_much_a_member_may_shrink(tmp_path):
    with zipfile.ZipFile(tmp_path / "表.xlsx", "w") as made:
        made.writestr("xl/workbook.xml", WORKBOOK)
    for size, packed, bad in ((WORKBOOK_RATIO, 1, False), (WORKBOOK_RATIO * 10, 1, True), (WORKBOOK_RATIO + 1, 1, True)):
        claims(tmp_path / "表.xlsx", size << 13, packed << 13)
        if bad:
            with pytest.raises(Refused, match="压缩炸弹"):
                preflight.preflight(tmp_path / "表.xlsx")
        else:
            preflight.preflight(tmp_path / "表.xlsx")


def claims(path, size, packed):
    """Make the table of contents claim sizes for the last member."""
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 20 : at + 28] = struct.pack("<II", packed, size)
    path.write_bytes(data)


def test_what_it_takes_unpacked_is_bounded(tmp_path):
    with zipfile.ZipFile(tmp_path / "表.xlsx", "w") as made:
        made.writestr("xl/workbook.xml", WORKBOOK)
    for size, bad in ((WORKBOOK_UNPACKED, False), (WORKBOOK_UNPACKED + 1, True), (WORKBOOK_UNPACKED * 10, True)):
        claims(tmp_path / "表.xlsx", size, size // 2)
        if bad:
            with pytest.raises(Refused, match="解压后"):
                preflight.preflight(tmp_path / "表.xlsx")
        else:
            preflight.preflight(tmp_path / "表.xlsx")


def test_an_encrypted_workbook_is_said_to_be(tmp_path):
    path = archive(tmp_path / "密.xlsx", sheet=sheet(ROW))
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "密码" in refused(path)


def test_a_far_cell_is_one_cell(tmp_path):
    rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = archive(tmp_path / "远.xlsx", sheet=sheet(rows, '<dimension ref="A1:XFD1048576"/>', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))
    assert read.read(path).grids[0].rows == {1048576: {16384: ("1", "", False)}}


def test_more_cells_than_allowed_are_refused_merged_ones_too(tmp_path, monkeypatch):
    for name, cells, merge in (("多.xlsx", WORKBOOK_CELLS + 1, ""), ("很多.xlsx", WORKBOOK_CELLS * 10, "")):
        monkeypatch.setattr(preflight, "WORKBOOK_RATIO", 10_000)
        path = archive(tmp_path / name, sheet=sheet("<row>" + "<c><v>1</v></c>" * cells + "</row>"))
        assert "格子" in refused(path)
    monkeypatch.setattr(xlsx, "WORKBOOK_CELLS", 12)
    rows = "<row><c><v>1</v></c><c/><c><v>1</v></c></row>" + '<row><c r="C2"><v>1</v></c></row>' * 4
    held = archive(tmp_path / "并.xlsx", sheet=sheet(rows.replace("C2", "C2"), behind='<mergeCells><mergeCell ref="A1:C9"/></mergeCells>'))
    assert len(xlsx.parse(held).grids[0].rows) == 2
    rows = "<row>" + "<c><v>1</v></c>" * 6 + "</row>" + "".join(f'<row r="{r}"><c r="F{r}"><v>1</v></c></row>' for r in range(2, 7))
    held = archive(tmp_path / "并多.xlsx", sheet=sheet(rows, behind='<mergeCells><mergeCell ref="A1:F6"/></mergeCells>'))
    with pytest.raises(Refused, match="格子"):
        xlsx.parse(held)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_dtd_is_refused_in_every_part(part, tmp_path):
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    whole = {"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": sheet(ROW)}
    path = archive(tmp_path / "表.xlsx", {**whole, part: laughs + whole.get(part, "<Relationships/>")})
    assert "DTD" in refused(path)


def test_links_to_other_files_lead_nowhere(tmp_path):
    from exchange.parts import OFFICE, RELATED

    links = f'<Relationships {RELATED}><Relationship Id="r1" Type="{OFFICE}/worksheet" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    assert read.read(archive(tmp_path / "外.xlsx", {"xl/_rels/workbook.xml.rels": links}, sheet=sheet(ROW))).grids == []
    up = links.replace(' TargetMode="External"', "").replace("file:///etc/passwd", "../../../../etc/passwd")
    assert read.read(archive(tmp_path / "上.xlsx", {"xl/_rels/workbook.xml.rels": up}, sheet=sheet(ROW))).grids == []


def test_memory_and_time_of_the_child_are_bounded(tmp_path, monkeypatch):
    path = archive(tmp_path / "表.xlsx", sheet=sheet(ROW))
    monkeypatch.setattr(read, "WORKBOOK_SECONDS", 0.001)
    assert "上限" in refused(path)
    script = tmp_path / "child.py"
    script.write_text(
        "import onething.workbook.child as c, onething.workbook.xlsx\n"
        "c.WORKBOOK_MEMORY = 64 << 20\n"
        "c.parse = lambda path: [0] * (1 << 27)\n"
        "c.main('x')\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert str(child.TOO_MUCH[1]) in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.xlsx", b"", "空文件"),
        ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "旧格式"),
        ("网.xls", b"\xef\xbb\xbf<html><table>", "网页"),
        ("坏.xlsx", b"PK\x03\x04" + b"x" * 600, "损坏"),
        ("图.png", b"\x89PNG\r\n", "不是 .xlsx 或 .csv"),
        ("名.xlsx", "事项名称".encode(), "不是 .xlsx 或 .csv"),
        ("乱.csv", b"\xff\xff\xff\xfe\x81", "读不出文字"),
        ("引.csv", '甲,乙\n"丙,丁\n'.encode(), "引号"),
    ],
)
def test_what_is_no_table_is_said_to_be_what_it_is(name, content, said, tmp_path):
    (tmp_path / name).write_bytes(content)
    assert said in refused(tmp_path / name)


def test_a_damaged_part_is_said_to_be_damaged(tmp_path):
    assert "损坏" in refused(archive(tmp_path / "表.xlsx", sheet=sheet(ROW)[:-9]))
    assert "没有工作簿" in refused(archive(tmp_path / "文.xlsx", {"xl/workbook.xml": "", "word/document.xml": "<x/>"}))
