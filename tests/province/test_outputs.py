"""What coverage writes: whatever a name says is text in it, and the same coverage is the same bytes."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from fractions import Fraction

import pytest
from lxml import html

from onething.model.catalogue import Catalogue, Place, Standard, StandardList
from onething.province.as_csv import as_csv
from onething.province.as_json import as_json
from onething.province.as_text import as_text
from onething.province.as_xlsx import as_xlsx
from onething.province.cell import Cell, Depth
from onething.province.coverage import Coverage, coverage
from onething.province.gaps import gaps, in_words
from onething.province.goal import percent
from onething.province.heatmap.page import page
from onething.province.summary import Cancelled, Lost, MatterSummary, Summary
from onething.province.table import VIEWS, depth_of, every_cell, missing
from onething.source import Source, Span

from .workspaces import HERE, covered

HOSTILE = (
    "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "＝1+1", '"><svg onload=alert(1)>', "</style><script>alert(1)</script>", "</title><b>", "{{7*7}}",
    "{% raw %}", "' onmouseover='alert(1)", "<!--", "]]>", "&lt;", "javascript:alert(1)", "甲,乙;丙\"丁", "}body{display:none}",
)  # fmt: skip


def made(bad: str = "") -> Coverage:
    """A small coverage with every kind of cell; ``bad`` at the front of every name, reason and path."""
    at = Span(Source(f"{bad}目录", "甲\n"), 0, 1)
    place = lambda name, code, within="": Place(bad + name, code, bad + within if within else "", at)  # noqa: E731
    places = [place("省", "990000"), place("东", "990100", "省"), place("东县", "990121", "东"), place("西", "990200", "省"), place("西县", "990221", "西")]
    names = ("出生", "开店", "落户")
    standards = [Standard(f"{bad}单/{n}", bad + n, (), ((f"{bad}登记", at),), (), at) for n in names]
    lists = {f"{bad}单": StandardList(f"{bad}单", "年度", "", "2024-01-09", (f"{bad}号",), at)}
    catalogue = Catalogue(places={p.name: p for p in places}, standards={s.name: s for s in standards}, lists=lists)
    matter = MatterSummary(f"{bad}登记", (), "必办", "是", "否", "", 3)
    bundle = lambda where, what, name="", **more: Summary(  # noqa: E731
        f"{bad}{where}{what}", 1, bad + where, bad + (name or what), standard=f"{bad}单/{what}", matters=(matter,), **more
    )
    files = [
        bundle("东", "出生"),
        bundle("东", "开店", "开个店"),
        bundle("东县", "开店", cancelled=(Cancelled(f"{bad}年检", f"{bad}另办", "", 4),)),
        bundle("东县", "出生", more=(Lost(f"{bad}新增材料 {bad}证", f"{bad}某人", "", 6),)),
        bundle("西", "出生", lost=(Lost(f"{bad}登记", f"{bad}某人", "", 5),)),
        Summary(f"{bad}多", 1, f"{bad}西", f"{bad}别的事", matters=(matter,)),
        Summary(f"{bad}坏", errors=1),
    ]
    return coverage(files, catalogue)


def shape(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.tag, tuple(sorted(e.attrib))) for e in html.fromstring(text).iter() if isinstance(e.tag, str)]


def test_the_small_coverage_has_what_can_go_wrong():
    one = made()
    assert {c.state for c in one.cells.values()} == {"有", "改名", "加码", "部分", "缺"} and one.extras and one.unread


@pytest.mark.parametrize("bad", HOSTILE)
def test_whatever_a_name_says_is_text_on_the_page(bad: str):
    shown = page(made(bad), bad)
    assert shape(shown) == shape(page(made(), "省"))
    tree = html.fromstring(shown)
    assert tree.xpath("count(//script)") == 0 and not [a for a in tree.xpath("//@href") if not a.startswith("#")]
    assert any(bad in t for t in tree.xpath("//th/text()"))


@pytest.mark.parametrize("bad", HOSTILE)
def test_no_cell_of_the_csv_is_a_formula(bad: str):
    data = as_csv(every_cell(made(bad)))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len({len(r) for r in rows}) == 1 and any(bad in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]
    assert all(line.startswith('"') and line.endswith('"') for line in data.decode("utf-8-sig").splitlines() if line)


@pytest.mark.parametrize("bad", HOSTILE)
def test_every_cell_of_the_workbook_is_text_or_a_number(bad: str):
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(as_xlsx(made(bad))))
    assert book.sheetnames == ["总览", "各清单", "明细", "缺项", "清单外"]
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "n", "inlineStr"} and any(bad in str(c.value) for c in cells)


def test_the_workbook_says_the_state_in_words_and_colour():
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(as_xlsx(made())))["总览"]
    rows = {row[0].value: [c.value for c in row[1:]] for row in sheet.iter_rows()}
    assert rows["东"] == ["市", "有", "改名", "缺"] and rows["东县"] == ["县", "加码", "部分", "缺"] and rows["西县"] == ["县", "↑部分", "缺", "缺"]
    colours = {c.value.lstrip("↑"): c.fill.fgColor.rgb for row in sheet.iter_rows(min_row=2, min_col=3) for c in row if c.value}
    assert len({colours[s] for s in ("有", "改名", "加码", "部分", "缺")}) == 5


def test_the_same_coverage_is_the_same_bytes():
    assert as_xlsx(made()) == as_xlsx(made()) and page(made()) == page(made()) and as_csv(every_cell(made())) == as_csv(every_cell(made()))


def test_the_json_says_each_cell_with_its_line():
    one = json.loads(json.dumps(as_json(made()), ensure_ascii=False))
    (west,) = [c for c in one["cells"] if c["place"] == "西" and c["standard"] == "单/出生"]
    assert (west["state"], west["file"], west["line"], west["counts"]) == ("部分", "西出生", 1, True)
    assert west["lacks"] == [{"matter": "登记", "kind": "部分人", "detail": "某人", "file": "西出生", "line": 5}]
    assert west["online"] == {"yes": 1, "no": 0, "not_stated": 0}
    assert (one["lists"][0]["asked"], one["lists"][0]["there"], one["lists"][0]["complete"]) == (12, 6, 3)
    assert one["unread"] == ["坏"] and one["outside"][0]["name"] == "别的事"


def test_the_page_is_whole_without_colour_and_without_a_script():
    tree = html.fromstring(page(made(), "示范省"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and not tree.xpath("//script|//link|//img|//@style")
    (table,) = tree.xpath("//div[@class='scroll']/table")
    assert table.xpath("caption") and all(th.get("scope") for th in table.xpath(".//th"))
    squares = table.xpath(".//tbody//td[not(contains(@class, 'sum'))]")
    assert len(squares) == 4 * 3 and all(td.text_content().strip() for td in squares) and all(td.get("title") for td in squares)
    letters = {td.get("class").split()[0]: td.text_content().strip().lstrip("↑")[0] for td in squares}
    assert letters == {"good": "有", "more": "改", "heavy": "加", "partly": "部", "bad": "缺"}


def test_a_cell_that_lacks_something_leads_to_what_it_lacks():
    tree = html.fromstring(page(made()))
    for link in tree.xpath("//div[@class='scroll']//td/a"):
        (row,) = tree.xpath(f"//tr[@id='{link.get('href')[1:]}']")
        place = link.xpath("string(ancestor::tr/th)")
        assert place in row.xpath("string(th)") or place[0] in row.xpath("string(th)") and ":" in row.xpath("string(td[last()])")


def test_a_county_leads_to_what_its_city_lacks():
    tree = html.fromstring(page(made()))
    city, county = (tree.xpath(f"//tr[starts-with(normalize-space(th), '{place}')]/td[1]/a/@href") for place in ("西", "西县"))
    assert city[:1] == county


def test_versions_above_hide_with_what_is_whole(tmp_path):
    sample = (HERE / "cells" / "几张清单里名称相同的是同一件事_有一件就都有.onething").read_text(encoding="utf-8")
    tree = html.fromstring(page(covered(tmp_path, sample)))
    above = [tr.get("class").split() for tr in tree.xpath("//tr[contains(@class, 'above')]")]
    assert above and all("whole" in classes for classes in above)


def test_a_share_is_never_rounded_up():
    assert [percent(Fraction(n, 10_000) * 100) for n in (10_000, 9_999, 9_990, 5_000, 1)] == ["100%", "99.9%", "99.9%", "50%", "0%"]


def test_depth_counts_what_a_place_has_of_its_own():
    cell = lambda state, inherited, online: Cell("甲", "单/乙", "乙", state, "", 1, inherited=inherited, name="乙", online=online)  # noqa: E731
    cells = [cell("有", "", Depth(1, 0, 0)), cell("有", "市", Depth(0, 1, 0)), cell("有错", "", Depth(0, 1, 0))]
    assert depth_of(cells) == ("100%", "未载明")


def test_what_is_not_asked_for_has_no_row_in_the_tables():
    one = made()
    late = dataclasses.replace(one, cells={k: dataclasses.replace(c, state="不要求") for k, c in one.cells.items()})
    assert every_cell(one).rows and not every_cell(late).rows


def test_what_is_missing_altogether_comes_first():
    states = [g.state for of in made().lists for g in gaps(made(), of)]
    assert states == sorted(states, key=lambda s: s != "缺") and set(states) > {"缺"}


def test_the_text_names_what_is_missing_together_and_folds_counties():
    text = "\n".join(as_text(made()))
    assert "  缺 落户  东和所辖 1 个县、西和所辖 1 个县  目录:1\n" in text
    assert "  改名 开店：写作“开个店”  东  东开店:1\n" in text and "清单外 1 件" in text and "坏" in text


def test_many_places_are_counted_not_named():
    one = made()
    places = tuple(r.place for r in one.rows if r.place != "西县")
    assert in_words(one, places, 1) == "东和所辖 1 个县 等 3 个地区" and in_words(one, places, 2) == "东和所辖 1 个县、西" == in_words(one, places)


def test_a_long_list_is_cut_short_and_says_so():
    text = "\n".join(as_text(made(), 2))
    assert "加 --all 全部列出" in text and "加 --all" not in "\n".join(as_text(made()))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_counts_the_same_cells(view: str):
    table = VIEWS[view](made())
    assert table.rows and all(len(row) == len(table.header) for row in table.rows)
    if view != "matter":
        first, last = table.header.index("有"), table.header.index("缺")
        assert sum(sum(row[first : last + 1]) for row in table.rows) == 12
    else:
        assert [(row[2], row[3], row[4]) for row in table.rows] == [("登记", 2, 2), ("登记", 2, 2), ("登记", 0, 4)]


def test_what_is_missing_has_one_row_a_thing():
    assert [row[:4] for row in missing(made()).rows if row[3] != "缺"] == [
        ("东县", "单", "出生", "加码"), ("西", "单", "出生", "部分"), ("东", "单", "开店", "改名"), ("东县", "单", "开店", "部分"),
    ]  # fmt: skip
