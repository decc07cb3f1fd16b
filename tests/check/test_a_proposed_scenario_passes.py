"""The repair of a number without a scenario is the whole scenario: put at the end of the file, it reads and it passes."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, codes, findings, mended, only

SIZE = "\n情形 店里 “有没有堂食？”：有、没有\n\n情形 营业面积 “店面多大？”：\n    类型：面积\n    当：店里 为 有\n\n"
BODY = TWO.format("    适用：营业面积 超过 50平方米\n", "    参与：选办\n")
YAML = """\
- 一件事: 开办餐饮店
  代码: open-restaurant
  地区: 示范省
  牵头部门: 市场监管部门
  配合部门: 公安部门
  依据: 未载明

- 情形: 住满几年
  问: 住满几年了？
  类型: 整数

- 不予联办: 太短
  当: 住满几年 不满 3个
  答复: 请住满三年。

- 事项: “设立登记、备案”
  办理部门: 市场监管部门

- 事项: 刻章备案
  办理部门: 公安部门"""


def test_it_is_asked_for_where_the_number_stands():
    found = only(HEAD + SIZE + BODY, "OT2804")
    assert found.message() == "没有场景写到 营业面积 50平方米"
    assert found.span.text == "营业面积 超过 50平方米"


def test_it_names_everything_that_is_asked_and_what_comes_out():
    after = mended(only(HEAD + SIZE + BODY, "OT2804"))
    assert after.endswith("\n\n场景 “营业面积恰好50平方米”：\n    店里：有\n    营业面积：50平方米\n    选办：刻章备案\n    应办：刻章备案\n")


@pytest.mark.parametrize(("text", "notation"), [
    (HEAD + SIZE + BODY, "onething"), ((HEAD + SIZE + BODY).rstrip(), "onething"), (YAML, "yaml"), (YAML + "\n", "yaml"),
])  # fmt: skip
def test_it_reads_and_passes(text, notation):
    after = mended(only(text, "OT2804", notation))
    assert not {c for c in codes(after, notation) if c < "OT2" or c.startswith("OT28")}


def test_a_number_that_turns_people_away_is_expected_to():
    text = HEAD + "\n情形 月龄 “几个月了？”：\n    类型：月数\n\n参数 上限：6个月\n\n不予联办 超龄 当 月龄 不低于 上限：“满｛上限｝了。”\n\n" + TWO.format("", "")
    after = mended(only(text, "OT2804"))
    assert after.endswith("    月龄：6个月\n    拦下：超龄\n")
    assert not {c for c in codes(after) if c.startswith("OT28")}


def test_who_is_turned_away_for_something_else_is_no_example():
    text = HEAD + SIZE + "情形 地点 “在哪里？”：外市、本市\n\n不予联办 外市 当 地点 为 外市：“请在当地办理。”\n\n" + BODY
    assert "    地点：本市\n" in mended(only(text, "OT2804"))


PLACE = "情形 地点 “在哪里？”：外市、本市\n\n"


def test_nor_who_is_turned_away_for_something_else_besides():
    gates = "不予联办 外市 当 地点 为 外市：“请在当地办理。”\n\n不予联办 太大 当 营业面积 不低于 50平方米：“请到窗口办。”\n\n"
    assert mended(only(HEAD + SIZE + PLACE + gates + TWO.format("", ""), "OT2804")).endswith("    拦下：太大\n")


def test_nor_who_is_turned_away_though_others_on_the_number_are_not():
    gate = "不予联办 外市大店 当 地点 为 外市 且 营业面积 50平方米以上：“请在当地办理。”\n\n"
    assert "    地点：本市\n" in mended(only(HEAD + SIZE + PLACE + gate + BODY, "OT2804"))


def test_each_number_is_asked_for_once_and_a_scenario_on_it_suffices():
    text = HEAD + SIZE + TWO.format("    适用：营业面积 超过 50平方米\n", "    参与：选办\n    适用：营业面积 50平方米以上\n")
    after = mended(only(text, "OT2804"))
    assert "OT2804" not in {f.code for f in findings(after)}


def test_a_number_that_nobody_can_have_needs_none():
    text = HEAD + SIZE.replace("当：店里 为 有", "当：店里 为 有 且 店里 为 没有") + BODY
    assert "OT2804" not in codes(text)


def test_a_name_that_is_there_already_is_not_used_again():
    scenario = "\n场景 “营业面积恰好50平方米”：\n    店里：没有\n    选办：刻章备案\n    应办：刻章备案\n"
    assert "场景 “营业面积恰好50平方米之2”：" in mended(only(HEAD + SIZE + BODY + scenario, "OT2804"))
