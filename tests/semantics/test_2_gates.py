"""Section 2: who is turned away, and who is told something."""

from __future__ import annotations

from semantics.small import bundle

BODY = """
情形 甲 “？”：一、二
情形 乙 “？”：一、二
不予联办 头一条 当 甲 为 二：“一。”
不予受理 当 乙 为 二：“二。”
提示 当 甲 为 一：“三。”
事项 登记：
    提示 当 乙 为 一：“四。”
事项 年检：
    参与：选办
    不予受理 欠费 当 甲 为 一：“五。”
"""


def test_every_gate_that_applies_gives_its_message():
    got = bundle(BODY).outcome({"甲": "二", "乙": "二"})
    assert [g.message for g in got.blocked] == ["一。", "二。"]


def test_a_hint_only_informs_and_the_hint_of_a_matter_only_where_it_is_taken():
    got = bundle(BODY).outcome({"甲": "一", "乙": "一"})
    assert not got.blocked and [g.message for g in got.informed] == ["三。", "四。"]
    assert [g.message for g in bundle(BODY).outcome({"甲": "一", "乙": "一"}, done={"登记"}).informed] == ["三。"]


def test_a_gate_inside_a_matter_refuses_that_matter_alone():
    got = bundle(BODY).outcome({"甲": "一", "乙": "一"}, {"年检"})
    assert not got.blocked and got.taken == ("登记",) and [g.message for g in got.refused["年检"]] == ["五。"]


def test_what_cannot_do_without_a_refused_matter_is_refused_with_its_name():
    one = bundle("情形 甲 “？”：一、二\n事项 前：\n    不予受理 当 甲 为 一：“不。”\n事项 后：\n    前置：前\n事项 再后：\n    前置：后\n")
    got = one.outcome({"甲": "一"})
    assert got.refused["后"] == ("前",) and got.refused["再后"] == ("后",) and got.taken == ()
    assert one.outcome({"甲": "二"}).taken == ("前", "后", "再后")
    assert one.outcome({"甲": "一"}, done={"前"}).taken == ("后", "再后")  # it was finished before


def test_a_gate_of_a_matter_that_does_not_apply_refuses_nothing():
    one = bundle("情形 甲 “？”：一、二\n事项 前：\n    适用：甲 为 二\n    不予受理 当 甲 为 一：“不。”\n事项 后：\n    前置：前\n")
    assert one.outcome({"甲": "一"}).refused == {} and one.outcome({"甲": "一"}).taken == ("后",)


def test_who_is_turned_away_is_not_told_the_reason_as_a_hint_too():
    got = bundle(BODY).outcome({"甲": "二", "乙": "二"})
    assert got.blocked and got.informed == ()  # the hint of 登记 does not apply either, though 登记 is taken
    assert got.taken == ("登记",)
