"""Versions of a workspace beside each other: found by identity, examined once, each with what is its own."""

from __future__ import annotations

import pytest
from overlay.versions import CITY, COUNTY, PROVINCE, codes, examined, workspace

from onething.workspace import versions
from onething.workspace.lineage import Glance, glance
from onething.source import Source


def test_a_county_inherits_from_its_city(tmp_path):
    found = examined(tmp_path, PROVINCE, CITY + "修改 参数 上限：500平方米\n", COUNTY + "修改 事项 设立登记：\n    承诺时限：1个工作日\n")
    county = found["县.onething"].bundle
    assert (county.parameters["上限"].number, county.matters["设立登记"].promise[0].value.text()) == (500, "1个工作日")
    assert (county.place, county.code, county.parent) == ("示范县", "open-restaurant", "示范市/开办餐饮店")
    assert found["县.onething"].analysis.parent.bundle.identity == "示范市/开办餐饮店"
    assert found["市.onething"].analysis.parent.bundle.identity == "示范省/开办餐饮店"
    assert found["省.onething"].analysis.parent is None


def test_every_change_on_the_way_down_is_recorded_with_what_it_overrides(tmp_path):
    city = CITY + "修改 事项 设立登记：\n    承诺时限：2个工作日\n    取消 材料 租赁合同：“查得到”\n"
    county = COUNTY + "修改 事项 设立登记：\n    承诺时限：1个工作日\n"
    changes = examined(tmp_path, PROVINCE, city, county)["县.onething"].bundle.changes
    matter = ("事项", "设立登记")
    assert [(c.path, c.how, c.place, c.text, c.was, c.reason) for c in changes] == [
        ((matter, ("承诺时限", "")), "修改", "示范市", "2个工作日", "3个工作日", ""),
        ((matter, ("材料", "租赁合同")), "取消", "示范市", "", "租赁合同", "查得到"),
        ((matter, ("承诺时限", "")), "修改", "示范县", "1个工作日", "2个工作日", ""),
    ]
    assert [(c.span.source.path, c.was_span.source.path) for c in changes] == [
        ("市.onething", "省.onething"), ("市.onething", "省.onething"), ("县.onething", "市.onething"),
    ]  # fmt: skip


def test_what_is_adapted_is_examined_once_however_many_adapt_it(tmp_path, monkeypatch):
    read = []
    parse = versions.parse
    monkeypatch.setattr(versions, "parse", lambda source: read.append(source.path) or parse(source))
    many = "".join(COUNTY.replace("县.onething", f"县{n}.onething") for n in range(9))
    list(workspace(tmp_path, PROVINCE, CITY, many).examine())
    assert sorted(read) == sorted(["省.onething", "市.onething", *(f"县{n}.onething" for n in range(9))])


def test_only_a_few_versions_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(versions, "KEPT", 1)
    one = workspace(tmp_path, PROVINCE, CITY, COUNTY)
    assert {e.bundle.identity for e in one.examine()} == {"示范县/开办餐饮店", "示范市/开办餐饮店", "示范省/开办餐饮店"}
    assert len(one._versions._kept) <= 1


WARNED = PROVINCE.replace("参数 上限", "参数 没用到：5平方米\n参数 上限")


def test_what_is_adapted_has_its_findings_alone(tmp_path):
    found = examined(tmp_path, WARNED, CITY, COUNTY)
    assert {p: codes(e) for p, e in found.items()} == {"省.onething": ["OT2219"], "市.onething": [], "县.onething": []}


def test_a_remark_in_what_is_adapted_holds_for_its_lines(tmp_path):
    """The city cancels what uses the parameter; that an unused one stands there is fine, says the province."""
    city = CITY + "取消 不予联办 太大：“不限”\n"
    assert codes(examined(tmp_path, PROVINCE, city)["市.onething"]) == ["OT2219"]
    quiet = PROVINCE.replace("300平方米\n", "300平方米  # 忽略 OT2219：市里可以不用\n")
    found = examined(tmp_path, quiet, city)
    assert codes(found["市.onething"]) == [] and [r for _, r in found["市.onething"].suppressed] == ["市里可以不用"]


def test_what_a_version_brings_about_at_a_line_it_adapts_names_its_own_line_and_repairs_nothing_there(tmp_path):
    (found,) = examined(tmp_path, PROVINCE, CITY + "取消 不予联办 太大：“不限”\n")["市.onething"].findings
    assert found.span.source.path == "省.onething"
    assert [n.span.source.path for n in found.notes][-1] == "市.onething" and "示范市" in found.notes[-1].zh
    assert found.fix.edits == ()


def test_what_a_city_brings_about_is_not_said_again_in_its_counties(tmp_path):
    found = examined(tmp_path, PROVINCE, CITY + "取消 不予联办 太大：“不限”\n", COUNTY)
    assert (codes(found["市.onething"]), codes(found["县.onething"])) == (["OT2219"], [])


def test_errors_of_what_is_adapted_are_said_there_and_once_below(tmp_path):
    found = examined(tmp_path, PROVINCE.replace("即办", "立即"), CITY + "修改 事项 设立登记：\n    承诺时限：一天\n", COUNTY)
    assert codes(found["市.onething"]) == ["OT1504"]
    assert codes(found["县.onething"]) == ["OT1504"] and found["县.onething"].bundle is None


def test_a_version_of_the_same_place_cannot_be_adapted(tmp_path):
    other = CITY.replace("市.onething", "又.onething").replace("一件事 开办餐饮店", "一件事 开办面馆").replace("示范省/", "示范市/")
    found = examined(tmp_path, PROVINCE, CITY, other)
    assert codes(found["又.onething"]) == ["OT1503"]


def test_a_name_that_is_cancelled_here_is_unknown_here(tmp_path):
    """What the version says itself is wrong at its own line; what it adapts is told where it is cancelled."""
    city = CITY + "取消 事项 刻章备案：“随照发放”\n场景 “大店”：\n    营业面积：290平方米\n    应办：设立登记、刻章备案\n"
    found = [(f.code, f.span.text) for f in examined(tmp_path, PROVINCE, city)["市.onething"].findings]
    assert found == [("OT1514", "取消 事项 刻章备案：“随照发放”"), ("OT1201", "刻章备案")]


def test_the_files_a_bundle_depends_on_are_its_own_and_those_it_adapts(tmp_path):
    one = workspace(tmp_path, PROVINCE, CITY, COUNTY)
    lineage = lambda path: [s.path for s in one.lineage(one.source_at(path))]  # noqa: E731
    assert lineage("县.onething") == ["县.onething", "市.onething", "省.onething"]
    assert lineage("省.onething") == ["省.onething"]


PLACES = {"示范省": None, "示范市": None}


@pytest.mark.parametrize(
    "text",
    [
        "一件事 开店：\n    地区：示范市\n    沿用：示范省/开店\n",
        "# 先说一句\n\n一件事　开店  # 说明\n\n    # 再说一句\n    沿用：示范省/开店（未核）\n    地区：示范市\n\n事项 甲：\n    备注：乙\n",
        "bundle 开店:\n    place: 示范市\n    adapts: 示范省/开店\n",
        "一件事 “开店”：\r\n    地区：示范市\r\n    沿用：示范省/开店\r\n",
        "一件事 开店：\n    地区：\n        示范市\n    沿用：\n        示范省/开店\n",
        "一件事开店：\n    地区：示范市\n    沿用：示范省/开店\n",
    ],
)
def test_a_glance_sees_what_a_parse_sees(text):
    assert glance(Source("店.onething", text), "", PLACES) == Glance("示范市/开店", "示范省/开店")


def test_a_glance_at_yaml():
    text = "- 一件事: 开店\n  地区: 示范市\n  沿用: 示范省/开店\n- 事项: 甲\n  备注: 乙\n"
    assert glance(Source("店.yaml", text), "", PLACES) == Glance("示范市/开店", "示范省/开店")


def test_without_a_place_it_is_the_workspaces_or_the_states():
    assert glance(Source("店.onething", "一件事 开店：\n    代码：a\n"), "示范省", PLACES) == Glance("示范省/开店", "")
    assert glance(Source("店.onething", "一件事 开店：\n    代码：a\n"), "", PLACES) == Glance("国家/开店", "")
    assert glance(Source("目录.onething", "部门 甲：\n    种类：单位\n"), "", PLACES) == Glance("", "")
