"""Where two alternatives meet at a number, the repair is one boundary word, and it is one only where that settles it."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, codes, mended, only

SIZE = "\n情形 营业面积 “店面多大？”：\n    类型：面积\n\n参数 大店：300平方米\n\n提示 大店 当 营业面积 不低于 大店：“不小于｛大店｝。”\n\n"


def bundle(*cases: str) -> str:
    limits = "".join(f"        {case}：{n}个工作日\n" for n, case in enumerate(cases, 1))
    return HEAD + SIZE + TWO.format(f"    承诺时限：\n{limits}", "")


@pytest.mark.parametrize(
    ("cases", "code", "becomes"),
    [
        (("当 营业面积 不满 300平方米", "当 营业面积 超过 300平方米"), "OT2206", "营业面积 不超过 300平方米"),
        (("当 营业面积 低于 300㎡", "当 营业面积 大于 300㎡"), "OT2206", "营业面积 不超过 300平方米"),
        (("当 营业面积 不满 大店", "当 营业面积 超过 大店"), "OT2206", "营业面积 不超过 大店"),
        (("当 营业面积 超过 300平方米", "当 营业面积 不满 300平方米"), "OT2206", "营业面积 不低于 300平方米"),
        (("当 营业面积 300平方米以下", "当 营业面积 300平方米以上"), "OT2205", "营业面积 不满 300平方米"),
        (("当 营业面积 不超过 300平方米", "当 营业面积 不低于 300平方米"), "OT2205", "营业面积 不满 300平方米"),
        (("当 营业面积 300平方米以内", "当 营业面积 不满 500平方米 且 营业面积 300平方米以上", "其余"), "OT2205", "营业面积 不满 300平方米"),
    ],
)
def test_the_word_is_changed_and_everybody_is_in_one_case(cases, code, becomes):
    found = only(bundle(*cases), code)
    assert [new for _, new in found.fix.edits] == [becomes]
    assert not codes(mended(found)) & {"OT2205", "OT2206", "OT1301"}


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        (("当 营业面积 不满 300平方米", "当 营业面积 超过 500平方米"), "OT2206"),  # a stretch falls between
        (("当 营业面积 500平方米以下", "当 营业面积 300平方米以上"), "OT2205"),
        (("当 营业面积 不满 300平方米", "当 营业面积 不满 200平方米", "其余"), "OT2205"),
    ],
)
def test_no_word_is_offered_where_none_settles_it(cases, code):
    assert not [new for _, new in only(bundle(*cases), code).fix.edits if "营业面积" in new]


def test_both_ways_out_are_told():
    found = only(bundle("当 营业面积 不满 300平方米", "当 营业面积 超过 300平方米"), "OT2206")
    assert found.fix.zh == "第 1 条改为“营业面积 不超过 300平方米”，或第 2 条改为“营业面积 不低于 300平方米”"


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        (("当 营业面积 300平方米以下", "当 营业面积 300平方米以上不满500平方米", "其余"), "OT2205"),  # a range says two things at once
        (("当 营业面积 不满 300平方米", "当 营业面积 超过 300平方米（未核）"), "OT2206"),  # what the bracket says would be lost
    ],
)
def test_what_cannot_be_written_anew_is_left(cases, code):
    found = only(bundle(*cases), code)
    assert "第 1 条" in found.fix.zh and "第 2 条" not in found.fix.zh
    assert not codes(mended(found)) & {"OT2205", "OT2206"}


def test_the_rest_follows_the_case_that_is_changed():
    found = only(bundle("当 营业面积 300平方米以下", "当 营业面积 300平方米以上 且 营业面积 不满 500平方米", "其余"), "OT2205")
    assert found.fix.zh.startswith("第 1 条改为“营业面积 不满 300平方米”") and "OT2206" not in codes(mended(found))
