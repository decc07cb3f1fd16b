"""Which places have a row: level, order, whose version a county handles, and which provinces are meant."""

from __future__ import annotations

from onething.model.catalogue import Catalogue, Place
from onething.province.places import level_of, rows
from onething.source import Source, Span

AT = Span(Source("目录.onething", "甲\n"), 0, 1)


def catalogue(*places: tuple[str, str, str]) -> Catalogue:
    return Catalogue(places={name: Place(name, code, within, AT) for name, code, within in places})


PROVINCE = catalogue(
    ("某街道", "990102001", "东县"), ("省管县", "999001", "某省"), ("西市", "990200", "某省"), ("东县", "990121", "东市"), ("东市", "990100", "某省"),
    ("某省", "990000", ""), ("外省", "980000", ""), ("外市", "980100", "外省"), ("直辖市", "310000", ""), ("直辖区", "310101", "直辖市"),
)  # fmt: skip


def test_the_level_is_that_of_the_code():
    said = {name: level_of(PROVINCE, name) for name in PROVINCE.places}
    assert said == {"某街道": "", "省管县": "县", "西市": "市", "东县": "县", "东市": "市", "某省": "省", "外省": "省", "外市": "市", "直辖市": "市", "直辖区": "县"}


def test_without_codes_it_is_how_deep_a_place_lies():
    plain = catalogue(("某省", "", ""), ("某市", "", "某省"), ("某县", "", "某市"), ("某镇", "", "某县"))
    assert [level_of(plain, name) for name in plain.places] == ["省", "市", "县", ""]


def test_counties_stand_below_their_city_by_code_whatever_the_order_of_the_catalogue():
    assert [(r.place, r.above) for r in rows(PROVINCE, ["某省"])] == [("某省", ""), ("东市", ""), ("东县", "东市"), ("西市", ""), ("省管县", "")]


def test_a_province_that_is_only_mentioned_has_no_rows():
    assert {"外省", "外市", "直辖市"}.isdisjoint(r.place for r in rows(PROVINCE, ["东县"]))
    assert [r.place for r in rows(PROVINCE, ["直辖区"])] == ["直辖市", "直辖区"]


def test_where_nobody_has_a_bundle_every_place_is_meant():
    assert len(rows(PROVINCE, [])) == 9


def test_the_state_has_a_row_if_it_has_a_bundle():
    assert [r.place for r in rows(PROVINCE, ["国家", "东市"])][:2] == ["国家", "某省"]


def test_only_what_lies_within_a_place():
    assert [r.place for r in rows(PROVINCE, ["国家", "西市"], "东市")] == ["东市", "东县"]


def test_cities_without_a_province_are_all_meant():
    assert [r.place for r in rows(catalogue(("西市", "990200", ""), ("东市", "990100", "")), ["东市"])] == ["东市", "西市"]
