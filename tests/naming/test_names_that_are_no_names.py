"""Hostile and odd names: nothing is slow, nothing raises, nothing is taken for what it is not."""

from __future__ import annotations

import pytest

from onething.limits import NAME_CHARACTERS
from onething.naming.compare import alike
from onething.naming.form import KINDS, form
from onething.naming.known import Alias, Known
from onething.naming.typography import plain

ODD = ("", " ", "一件事", "“”", "（", "））（（", "《", "市", "市市市", "省市县区", "申请办理登记", "局", "委员会", "a", "\u200b", "🏛️", "(原)", "-", "《》（）")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ODD)
def test_what_is_hardly_a_name_means_nothing(kind: str, name: str):
    known = Known(kind, ["新生儿出生", "公安部门", "居民户口簿"], [Alias("出生", "新生儿出生")])
    assert known.meant(name).official == ""
    assert not alike(name, "新生儿出生", kind).same


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("piece", ["办理", "市", "（原", "一件事", "的", "户口簿", "省市", "甲"])
def test_a_name_without_end_is_only_compared_as_it_is_written(kind: str, piece: str):
    name = piece * (20_000 // len(piece))
    assert len(plain(name)) > NAME_CHARACTERS
    assert alike(name, name, kind).same
    assert not alike(name, name + "乙", kind).same


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("a, b", [("新生儿出生一件事", "新生儿出生"), ("市公安局", "公安部门"), ("户口薄", "居民户口簿"), ("食品经营许可（新办）", "食品经营许可证核发")])
def test_it_does_not_matter_which_name_comes_first(kind: str, a: str, b: str):
    assert alike(a, b, kind).verdict == alike(b, a, kind).verdict


def test_a_kind_that_there_is_not_is_an_error_of_the_caller():
    with pytest.raises(KeyError):
        form("甲", "place")


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"),
    [
        ("department", "市公安局", "公安部门", "同一"),  # a role is filled by the organs of every level
        ("department", "省公安厅", "公安部门", "同一"),
        ("department", "省公安厅", "市公安局", "可能"),  # but the organs are not each other
        ("department", "市公安局城区分局", "公安局", "可能"),
        ("department", "疾病预防控制局", "疾病预防控制中心", "可能"),
        ("department", "人力资源和社会保障局（医疗保障局）", "人力资源和社会保障局", "可能"),
        ("department", "残疾人联合会（残联）", "残疾人联合会", "同一"),
        ("department", "国家税务总局某某市税务局", "税务局", "同一"),
        ("matter", "社会保障卡首次申领", "社会保障卡申领", "可能"),
        ("matter", "社会保障卡补领", "社会保障卡申领", "可能"),
        ("matter", "残疾人证申领换领", "残疾人证换领", "可能"),  # two acts in one name
        ("document", "营业执照副本", "营业执照", "可能"),
        ("document", "电子营业执照", "营业执照", "可能"),
        ("document", "结婚证（双方）", "结婚证", "同一"),
        ("document", "居住证明", "居住证", "可能"),
        ("bundle", "个体工商户开办", "企业开办", "不同"),
        ("bundle", "企业简易注销", "企业注销登记", "可能"),
        ("bundle", "开办餐饮店一件事（原企业准营）", "开办餐饮店", "同一"),
    ],
)
def test_wider_and_narrower_are_never_the_same(kind: str, a: str, b: str, verdict: str):
    assert alike(a, b, kind).verdict == verdict


def test_what_is_known_goes_before_what_names_look_like():
    known = Known("bundle", ["灵活就业参保", "灵活就业"], [Alias("自由职业参保", "灵活就业参保")])
    assert known.meant("自由职业参保").official == known.meant("灵活就业参保一件事").official == "灵活就业参保"
    assert known.meant("灵活就业").official == "灵活就业" and alike("灵活就业", "灵活就业参保", "bundle").verdict != "不同"


def test_an_alias_of_two_things_means_neither_for_sure():
    known = Known("document", ["甲证", "乙证"], [Alias("旧证", "甲证"), Alias("旧证", "乙证")])
    meant = known.meant("旧证")
    assert (meant.verdict, meant.official, [n for n, _ in meant.perhaps]) == ("可能", "", ["乙证", "甲证"])


def test_an_alias_of_another_place_is_not_met_here():
    known = Known("bundle", ["个人身后"], [Alias("人生谢幕", "个人身后", places=("示范省",))])
    assert known.meant("人生谢幕", ("示范市", "示范省", "国家")).official == "个人身后"
    assert known.meant("人生谢幕", ("邻省", "国家")).official == ""
