"""不为 and 非 over a question that is not put to everybody: reported where the reading matters, until it is pinned down."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, codes, mended, only

ASK = "\n情形 地点 “在哪里？”：本市、外市\n\n情形 店面 “店面是谁的？”：自有、租用、借用\n    当：地点 为 本市\n\n"


def needs(condition: str, more: str = "") -> str:
    return HEAD + ASK + more + TWO.format(f"    材料：租赁合同 当 {condition}\n", "")


DIFFERENT = [
    "店面 不为 自有", "店面 不属于（自有、借用）", "非 店面 为 自有", "非（店面 为 自有 或 店面 为 借用）", "地点 为 本市 或 店面 不为 自有",
]  # fmt: skip


@pytest.mark.parametrize("condition", DIFFERENT)
def test_reported_where_the_two_readings_differ(condition):
    found = only(needs(condition), "OT2214")
    assert condition.startswith(found.span.text) and dict(found.witness)["地点"] == "外市"
    assert found.label.zh.endswith("没有问“店面”")
    assert dict(found.values)["counts"] == ("成立" if condition.startswith("非") else "不成立")


AGREED = [
    "地点 为 本市 且 店面 不为 自有", "地点 不为 外市 且 非 店面 为 自有", "店面 属于（租用、借用）", "地点 不为 外市",
    "地点 为 外市 或 （地点 为 本市 且 店面 不为 自有）",
]  # fmt: skip


@pytest.mark.parametrize("condition", AGREED)
def test_silent_where_they_agree(condition):
    assert "OT2214" not in codes(needs(condition))


def test_silent_for_people_who_are_turned_away_anyway():
    assert "OT2214" not in codes(needs("店面 不为 自有", "不予联办 外市 当 地点 为 外市：“请在当地办理。”\n\n"))


def test_a_scenario_of_such_an_applicant_pins_it_down():
    scenario = "\n场景 “外市”：\n    地点：外市\n    {}\n"
    assert "OT2214" not in codes(needs("店面 不为 自有") + scenario.format("应交：无"))
    assert "OT2214" in codes(needs("店面 不为 自有") + scenario.format("已办：刻章备案"))


@pytest.mark.parametrize(("condition", "written"), [
    ("店面 不为 自有", "地点 为 本市 且 店面 不为 自有"),
    ("地点 为 本市 或 店面 不为 借用", "地点 为 本市 或 （地点 为 本市 且 店面 不为 借用）"),
])  # fmt: skip
def test_the_repair_writes_out_what_is_meant_now(condition, written):
    after = mended(only(needs(condition), "OT2214"))
    assert f"当 {written}\n" in after and "OT2214" not in codes(after)
    assert "OT2801" not in codes(after + "\n场景 “外市”：\n    地点：外市\n    应交：无\n")


def test_a_refusal_does_not_settle_whom_it_refuses():
    gate = "不予联办 不自有 当 非 店面 为 自有：“请到窗口办。”\n\n"
    assert only(HEAD + ASK + gate + TWO.format("", ""), "OT2214").label.zh == "外市：没有问“店面”"


def test_a_condition_of_asking_with_several_ways_is_put_in_brackets():
    ask = ASK.replace("本市、外市", "本市、邻市、外市").replace("当：地点 为 本市", "当：地点 为 本市 或 地点 为 邻市")
    after = mended(only(HEAD + ask + TWO.format("    材料：租赁合同 当 店面 不为 自有\n", ""), "OT2214"))
    assert "当 （地点 为 本市 或 地点 为 邻市） 且 店面 不为 自有\n" in after
    assert not {c for c in codes(after) if c < "OT2"} and "OT2214" not in codes(after)
