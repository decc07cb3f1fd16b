"""Section 1: which questions are open, and what a comparison over a closed one is."""

from __future__ import annotations

import pytest
from semantics.small import bundle

from onething.plan.analysis import Analysis
from onething.plan.partial import partial

GUARDED = """
情形 婚姻 “？”：已婚、未婚
情形 地点 “？”：本地、外地
    当：婚姻 为 已婚
事项 登记：
    适用：地点 为 本地
事项 不在本地的登记：
    适用：地点 不为 本地
事项 反过来：
    适用：非（地点 为 本地）
"""


def test_a_question_is_open_only_where_its_guard_holds_and_answers_to_closed_ones_are_dropped():
    got = bundle(GUARDED).outcome({"婚姻": "未婚", "地点": "本地"})
    assert got.answers == {"婚姻": "未婚"} and got.unanswered == ()


def test_an_open_question_without_an_answer_is_named():
    assert bundle(GUARDED).outcome({"婚姻": "已婚"}).unanswered == ("地点",)


def test_a_comparison_over_a_closed_question_is_false_also_with_不为():
    got = bundle(GUARDED).outcome({"婚姻": "未婚"})
    assert got.taken == ("反过来",)  # 非（…） turns a false comparison round; 不为 does not
    assert bundle(GUARDED).outcome({"婚姻": "已婚", "地点": "外地"}).taken == ("不在本地的登记", "反过来")


def test_guards_chain_and_their_order_in_the_file_does_not_matter():
    body = "情形 丙 “？”：是、否\n    当：乙 为 是\n情形 乙 “？”：是、否\n    当：甲 为 是\n情形 甲 “？”：是、否\n事项 登记：\n    适用：丙 为 是\n"
    one = bundle(body)
    assert one.outcome({"甲": "是", "乙": "是", "丙": "是"}).taken == ("登记",)
    assert one.outcome({"甲": "否", "乙": "是", "丙": "是"}).answers == {"甲": "否"}


def test_guards_in_a_circle_are_a_finding():
    body = "情形 甲 “？”：是、否\n    当：乙 为 是\n情形 乙 “？”：是、否\n    当：甲 为 是\n事项 登记：\n    适用：甲 为 是\n"
    assert "OT2204" in {f.code for f in bundle(body).findings}


def test_a_question_with_a_source_is_not_asked_and_decides_all_the_same():
    one = bundle("情形 状态：正常、异常\n    来源：通库\n事项 登记：\n    适用：状态 为 正常\n")
    assert one.bundle.questions["状态"].ask == ""
    assert one.outcome({"状态": "正常"}).taken == ("登记",) and one.outcome({"状态": "异常"}).taken == ()


BOUNDARIES = (
    ("以上", "6个月以上", (False, True, True)), ("不低于", "不低于 6个月", (False, True, True)), ("满", "满 6个月", (False, True, True)),
    ("以下", "6个月以下", (True, True, False)), ("以内", "6个月以内", (True, True, False)), ("不超过", "不超过 6个月", (True, True, False)),
    ("不满", "不满 6个月", (True, False, False)), ("超过", "超过 6个月", (False, False, True)),
    ("为", "为 6个月", (False, True, False)), ("不为", "不为 6个月", (True, False, True)),
    ("range", "6个月以上不满7个月", (False, True, False)),
)  # fmt: skip


@pytest.mark.parametrize(("written", "truth"), [b[1:] for b in BOUNDARIES], ids=[b[0] for b in BOUNDARIES])
def test_boundary_words_mean_what_article_1259_says(written, truth):
    one = bundle(f"情形 月龄 “？”：\n    类型：月数\n事项 登记：\n    适用：月龄 {written}\n")
    assert tuple(bool(one.outcome({"月龄": n}).taken) for n in (5, 6, 7)) == truth


@pytest.mark.parametrize("operator", ["属于", "不属于"])
def test_属于_names_the_options_and_不属于_the_others(operator):
    one = bundle(f"情形 类别 “？”：甲、乙、丙\n事项 登记：\n    适用：类别 {operator}（甲、乙）\n")
    taken = {a for a in "甲乙丙" if one.outcome({"类别": a}).taken}
    assert taken == ({"甲", "乙"} if operator == "属于" else {"丙"})


def test_a_parameter_is_a_constant_and_its_place_in_a_message_is_filled():
    one = bundle("参数 上限：6个月\n情形 月龄 “？”：\n    类型：月数\n不予联办 当 月龄 不低于 上限：“满｛上限｝的不办。”\n事项 登记\n")
    assert [g.message for g in one.outcome({"月龄": 6}).blocked] == ["满6个月的不办。"]
    assert not one.outcome({"月龄": 5}).blocked


def test_an_amount_in_ten_thousands_is_the_same_amount():
    one = bundle("情形 投资 “？”：\n    类型：金额\n事项 登记：\n    适用：投资 超过 1万元\n")
    assert not one.outcome({"投资": 10_000}).taken and one.outcome({"投资": 10_001}).taken


def of(body: str, **given):
    one = bundle(body)
    return partial(Analysis(one.bundle, one.catalogue, given, frozenset()))


PARTIAL = """
情形 甲 “？”：一、二
情形 乙 “？”：一、二
事项 总办
事项 看甲：
    适用：甲 为 一
    承诺时限：2个工作日
事项 看乙：
    适用：乙 为 一
不予联办 拦甲 当 甲 为 二：“甲。”
"""


def test_without_an_answer_what_holds_in_every_completion_is_stated_and_the_rest_is_pending_with_its_question():
    plan = of(PARTIAL)
    assert plan.taken == ("总办",) and plan.open_questions == ("甲", "乙")
    assert {(p.matter, p.questions) for p in plan.pending} == {("看甲", ("甲",)), ("看乙", ("乙",))}


def test_an_answer_settles_what_it_decides():
    plan = of(PARTIAL, 甲="一")
    assert plan.taken == ("总办", "看甲") and [p.matter for p in plan.pending] == ["看乙"]


def test_blocked_only_if_every_completion_is():
    assert not of(PARTIAL).blocked and of(PARTIAL).perhaps_blocked and of(PARTIAL, 甲="二").blocked
