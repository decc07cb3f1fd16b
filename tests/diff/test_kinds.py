"""One small change, one effect: what is neither worse nor better, what is better, and what is the same under another name."""

from __future__ import annotations

import pytest

from compiling import compile_text
from onething.diff import joint
from onething.diff.effect import KINDS
from onething.diff.effects import effects
from onething.workspace import has_errors

CATALOGUE = """\
部门 甲局

部门 乙局

数据源 人口库：
    提供：甲局

数据元 姓名：
    类型：姓名

数据元 住址：
    来源：人口库

证照 合同

证照 执照
"""
BUNDLE = """\
一件事 开店：
    代码：open-shop
    牵头部门：甲局
    配合部门：乙局
    依据：未载明
    渠道：网上大厅、综合窗口
    申请条件：“已满十八周岁。”

情形 场所 “开在哪里？”：商铺、住宅

情形 面积 “多大？”：
    类型：面积

事项 登记：
    办理部门：甲局
    承诺时限：
        当 场所 为 商铺：3个工作日
        其余：4个工作日
    材料：合同 当 面积 超过 100平方米
    字段：姓名、住址
    产出：执照

事项 备案：
    办理部门：乙局
    收费：未载明
"""


def change(*pairs: tuple[str, str], catalogue: tuple[str, str] = ("", ""), names: bool = False) -> list:
    """The effects of replacing these texts in the bundle; for the catalogue a pair (old, new)."""
    new = BUNDLE
    for old, text in pairs:
        assert old in new
        new = new.replace(old, text)
    assert catalogue[0] in CATALOGUE
    first = compile_text(BUNDLE, CATALOGUE, checked=False)
    second = compile_text(new, CATALOGUE.replace(*catalogue) if catalogue[0] else CATALOGUE, checked=False)
    assert not has_errors(first.findings + second.findings), [f.message() for f in second.findings]
    return effects(first.analysis, second.analysis)


def told(found: list) -> set[tuple]:
    return {(e.kind, e.worse, e.thing) for e in found}


NEITHER = [
    ("渠道：网上大厅、综合窗口", "渠道：网上大厅、综合窗口、移动端", {("渠道", False, "移动端")}),
    ("申请条件：“已满十八周岁。”", "申请条件：“已满十六周岁。”", {("办理条件", None, "整件事")}),
    ("收费：未载明", "收费：10元", {("收费", None, "备案")}),
    ("：商铺、住宅\n", "：商铺、住宅、摊位\n", {("选项", False, "场所 为 摊位"), ("情形口径", True, "场所")}),
    ("字段：姓名、住址", "字段：姓名", {("字段", True, "住址")}),
    ("产出：执照", "产出：执照、合同", {("产出", False, "合同"), ("证照标识", None, "合同")}),
    ("    承诺时限：\n        当 场所 为 商铺：3个工作日\n        其余：4个工作日\n", "    承诺时限：3个工作日\n", {("时限", False, "登记"), ("总时限", False, "全程")}),
    ("“开在哪里？”", "“店开在哪里？”", set()),
    ("    类型：面积\n", "    类型：面积\n    来源：人口库\n", {("提问", None, "面积")}),
]


@pytest.mark.parametrize("old, new, expected", NEITHER, ids=[n.strip().replace("\n", "") for _, n, _ in NEITHER])
def test_a_small_change_is_told_as_what_it_is(old: str, new: str, expected: set, tmp_path):
    found = change((old, new))
    assert told(found) == expected
    assert all(all(e.name) for e in found), "every kind has its words"


def test_a_field_that_need_not_be_filled_in_only_touches_systems():
    assert told(change(("字段：姓名、住址", "字段：姓名、住址、号码（选填）"), catalogue=("证照 合同\n", "证照 合同\n\n数据元 号码\n"))) == {("字段", None, "号码")}


def test_a_field_that_is_prefilled_no_longer_has_to_be_filled_in():
    found = change(catalogue=("    提供：甲局\n", "    提供：甲局\n    接通：无\n"))
    assert [(e.kind, e.worse, e.old, e.new) for e in found] == [("填写", True, "由 人口库 预填", "必填")]


def test_a_question_more_is_said_to_whom_it_is_asked_and_to_systems():
    found = change(("事项 备案：\n", "情形 加急 “急吗？”：是、否\n\n事项 备案：\n    承诺时限：\n        当 加急 为 是：1个工作日\n        其余：2个工作日\n"))
    assert {("提问", None, "加急"), ("情形口径", None, "加急")} <= told(found)


def test_a_matter_less_is_less_to_handle():
    found = told(change((BUNDLE[BUNDLE.index("事项 备案") :], "")))
    assert {("经办事项", False, "备案"), ("事项", True, "备案")} <= found


def test_a_renamed_matter_is_the_same_matter():
    found = change(("事项 备案：\n", "事项 登记备案：\n    别名：备案\n"))
    assert told(found) == {("事项标识", True, "备案"), ("事项口径", True, "备案")}


def test_one_matter_that_becomes_two_is_split_by_what_it_issued():
    parts = "事项 核名：\n    办理部门：甲局\n    产出：合同\n\n事项 发照：\n    办理部门：甲局\n    产出：执照\n\n事项 备案"
    matter = BUNDLE[BUNDLE.index("事项 登记") : BUNDLE.index("事项 备案")]
    both = matter.replace("产出：执照", "产出：执照、合同").replace("    材料：合同 当 面积 超过 100平方米\n", "")
    first = compile_text(BUNDLE.replace(matter, both), CATALOGUE, checked=False)
    second = compile_text(BUNDLE.replace(matter + "事项 备案", parts), CATALOGUE, checked=False)
    (split,) = [e for e in effects(first.analysis, second.analysis) if e.kind == "事项口径"]
    assert (split.old, split.new) == ("登记", "核名、发照")


def test_two_matters_that_become_one_are_merged():
    found = change(("事项 登记：\n", "事项 登记备案：\n    别名：登记、备案\n"), (BUNDLE[BUNDLE.index("\n事项 备案") :], ""))
    assert [(e.thing, e.old, e.new) for e in found if e.kind == "事项口径"] == [("备案", "登记、备案", "登记备案"), ("登记", "登记、备案", "登记备案")]
    assert "事项" not in {e.kind for e in found}, "nothing is lost"


def test_a_renamed_document_is_the_same_document():
    found = change(("材料：合同", "材料：租赁合同"), catalogue=("证照 合同\n", "证照 租赁合同：\n    别名：合同\n"))
    assert found == []


def test_a_renamed_field_is_the_same_field_to_people_and_another_to_systems():
    found = change(("字段：姓名", "字段：名字"), catalogue=("数据元 姓名：\n", "数据元 名字：\n    别名：姓名\n"))
    assert told(found) == {("字段", True, "姓名")}


def test_answers_that_cannot_be_held_against_each_other_are_answered_apart():
    """Every option is another one: whoever answers either question in any way is looked at."""
    found = change(("：商铺、住宅\n", "：街面、楼上\n"), ("场所 为 商铺", "场所 为 街面"))
    assert ("情形口径", True, "场所") in told(found)
    worse = next(e for e in found if e.kind == "时限" and e.worse)
    assert worse.witness == (("场所", "楼上"), ("场所", "商铺"))


def test_too_many_situations_are_said(monkeypatch):
    monkeypatch.setattr(joint, "SITUATIONS", 2)
    found = change(("当 面积 超过 100平方米", "当 面积 超过 100平方米 且 场所 为 商铺"))
    assert ("未能比较", None, "材料") in told(found)


def test_too_many_kinds_of_applicants_are_said(monkeypatch):
    monkeypatch.setattr(joint, "COMPARED", 1)
    assert ("未能比较", None, "时限") in told(change(("其余：4个工作日", "其余：5个工作日")))


def test_the_boundary_counts():
    """More than 100 becomes 100 or more: it is he with exactly 100 who is newly asked."""
    (one,) = change(("面积 超过 100平方米", "面积 不低于 100平方米"))
    assert (one.kind, one.worse, one.witness) == ("材料", True, (("面积", "100平方米"),))


def test_every_kind_has_words_for_what_can_happen_to_it():
    for name, kind in KINDS.items():
        assert any(words[0] for words in kind[1:]), name
        assert all(bool(zh) == bool(en) for zh, en in kind[1:]), name
