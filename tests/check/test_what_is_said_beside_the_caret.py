"""A finding about applicants says in a few words who they are: what puts them there, and nothing else."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, findings, only
from compiling import compile_text
from onething.plan.applicant import deciding, giving
from onething.plan.analysis import Analysis
from bundle_maker import make

THREE = """
情形 户籍 “哪里的户籍？”：双方本省、一方本省
情形 津贴 “领过生育津贴吗？”：未领取、已领取
情形 婚姻 “结婚了吗？”：婚内、非婚生
情形 房屋 “房屋是谁的？”：自有、租用
情形 养老 “缴养老保险吗？”：
    类型：是否

事项 设立登记：
    办理部门：市场监管部门
    适用：户籍 为 双方本省 或 津贴 为 未领取
    材料：租赁合同 当 房屋 为 租用

事项 刻章备案：
    办理部门：公安部门
    适用：婚姻 为 婚内
    材料：结婚证 当 养老 为 是
"""
SIZE = "\n情形 营业面积 “店面多大？”：\n    类型：面积\n\n"
LIMITS = "    承诺时限：\n        当 营业面积 {}：3个工作日\n        当 营业面积 {}：5个工作日\n"


def test_nobody_to_help_is_named_by_the_answers_that_matter():
    assert only(HEAD + THREE, "OT2207").label.zh == "一方本省、已领取、非婚生：没有事项适用"


def test_yes_and_numbers_are_said_with_their_question():
    text = HEAD + SIZE + "情形 卖酒 “卖酒吗？”：\n    类型：是否\n\n"
    text += TWO.format("    适用：卖酒 为 否\n", "    适用：营业面积 超过 50平方米\n")
    assert only(text, "OT2207").label.zh == "营业面积 49平方米、卖酒 是：没有事项适用"


@pytest.mark.parametrize(
    ("first", "second", "code", "said"),
    [
        ("不满 300平方米", "超过 300平方米", "OT2206", "营业面积 300平方米：两边都不包括"),
        ("300平方米以下", "300平方米以上", "OT2205", "营业面积 300平方米：两边都包括"),
        ("300平方米以内", "不低于 300平方米", "OT2205", "营业面积 300平方米：两边都包括"),
    ],
)
def test_alternatives_name_the_number_that_falls_between(first, second, code, said):
    assert only(HEAD + SIZE + TWO.format(LIMITS.format(first, second), ""), code).label.zh == said


def test_between_two_neighbouring_numbers_there_is_half_a_square_metre():
    text = HEAD + SIZE + TWO.format("    适用：营业面积 1平方米以上\n", "    适用：营业面积 超过 1平方米\n")
    assert only(text, "OT2207").label.zh == "营业面积 0.5平方米：没有事项适用"


def test_a_prerequisite_that_drops_out_says_for_whom():
    text = HEAD + "\n情形 店面 “店面是谁的？”：自有、租用\n\n"
    text += TWO.format("    适用：店面 为 自有\n", "    前置：设立登记（因 “先有主体”）\n")
    assert only(text, "OT2101").label.zh == "租用：设立登记 不适用"


def test_if_all_are_meant_no_answer_is_named():
    text = HEAD + "\n情形 店面 “店面是谁的？”：自有、租用\n\n"
    text += TWO.format("    适用：店面 为 自有\n", "    适用：店面 为 自有\n    材料：租赁合同 当 店面 为 租用\n")
    assert {f.label.zh for f in findings(text) if f.code == "OT2207"} == {"租用：没有事项适用"}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_said_suffices_and_leaves_out_what_it_can(seed):
    analysis = Analysis(*(lambda c: (c.bundle, c.catalogue))(compile_text(make(seed))))
    space = analysis.space
    for cell in analysis.cells[:6]:
        said = deciding(space, cell.situations, cell.answers)
        assert not space.where(giving(said)) & ~cell.situations
        for question in said:
            assert space.where(giving({q: a for q, a in said.items() if q != question})) & ~cell.situations
