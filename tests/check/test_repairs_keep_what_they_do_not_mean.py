"""Repairs of the hints: what is taken out goes with its line, what an author said of it stays."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, codes, mended, only

CARRIED = "    产出：营业执照\n"
SHOP = "\n情形 店面 “店面是谁的？”：自有、租用\n\n"
RENT = SHOP + "情形 租期 “租多久？”：长期、短期\n    当：店面 为 租用\n\n"


def test_the_reason_of_an_implied_prerequisite_stays_as_a_remark():
    text = HEAD + TWO.format(CARRIED, "    材料：营业执照\n    前置：设立登记（因 “先有主体”）\n")
    after = mended(only(text, "OT2107"))
    assert after.endswith("    材料：营业执照\n    # 设立登记 在前：先有主体\n") and "OT2107" not in codes(after)


def test_without_a_reason_nothing_stays():
    text = HEAD + TWO.format(CARRIED, "    材料：营业执照\n    前置：\n        设立登记\n")
    assert mended(only(text, "OT2107")).endswith("    材料：营业执照\n")


@pytest.mark.parametrize(("first", "second", "left"), [
    ("设立登记", "设立登记（因 “先有主体”）", "设立登记（因 “先有主体”）"),
    ("设立登记（因 “甲”）", "设立登记（因 “乙”）", "设立登记（因 “甲”）"),
    ("设立登记 当 店面 为 自有", "设立登记", None),
])  # fmt: skip
def test_of_two_prerequisites_the_one_that_says_why_stays(first, second, left):
    text = HEAD + SHOP + TWO.format("", f"    前置：\n        {first}\n        {second}\n")
    if left is None:  # the second holds for more people
        assert "OT2106" not in codes(text)
    else:
        assert mended(only(text, "OT2106")).endswith(f"    前置：\n        {left}\n")


@pytest.mark.parametrize(("material", "output"), [
    ("营业执照（容缺 5个工作日内补）", "营业执照"),  # holds only the end
    ("营业执照 当 店面 为 自有", "营业执照"),  # carries it for some only
    ("营业执照", "营业执照 当 店面 为 自有"),
])  # fmt: skip
def test_a_prerequisite_that_documents_carry_for_some_is_not_implied(material, output):
    text = HEAD + SHOP + TWO.format(f"    产出：{output}\n", f"    材料：{material}\n    前置：设立登记（因 “先有主体”）\n")
    assert "OT2107" not in codes(text)


@pytest.mark.parametrize("first", ["    不予受理 租来 当 店面 为 租用：“租来的不办。”\n", "    参与：选办\n"])
def test_nor_one_that_pulls_a_matter_in_or_takes_one_out(first):
    text = HEAD + SHOP + TWO.format(CARRIED + first, "    材料：营业执照\n    前置：设立登记（因 “先有主体”）\n")
    assert "OT2107" not in codes(text)


@pytest.mark.parametrize("entry", ["设立登记（因 “先有主体”）", "\n        设立登记"])
def test_a_prerequisite_that_drops_out_gets_the_condition_under_which_it_applies(entry):
    text = HEAD + SHOP + TWO.format("    适用：店面 为 自有\n", f"    前置：{entry}\n")
    after = mended(only(text, "OT2101"))
    assert after.endswith(f"    前置：{entry} 当 店面 为 自有\n") and "OT2101" not in codes(after)


def test_among_others_in_its_line_it_is_left_to_the_author():
    text = HEAD + SHOP + TWO.format("    适用：店面 为 自有\n", "    前置：设立登记、核名\n") + "\n事项 核名：\n    办理部门：公安部门\n"
    assert not only(text, "OT2101").fix.edits


def test_an_answer_that_is_not_asked_goes_with_its_line():
    text = HEAD + RENT + TWO.format("    材料：租赁合同 当 租期 为 长期\n", "")
    after = mended(only(text + "\n场景 “自有”：\n    店面：自有\n    租期：长期\n    应交：无\n", "OT2806"))
    assert after.endswith("    店面：自有\n    应交：无\n") and "OT2806" not in codes(after)


def test_an_answer_that_may_be_asked_is_left_alone():
    text = HEAD + RENT + TWO.format("    材料：租赁合同 当 租期 为 长期\n", "")
    assert "OT2806" not in codes(text + "\n场景 “还不知道”：\n    租期：长期\n    应办：设立登记、刻章备案\n")


@pytest.mark.parametrize(("chosen", "left"), [("刻章备案、核名", "    选办：核名\n"), ("刻章备案", "")])
def test_a_matter_chosen_in_vain_goes_out_of_its_list(chosen, left):
    text = HEAD + TWO.format("", "") + "\n事项 核名：\n    办理部门：公安部门\n    参与：选办\n"
    after = mended(only(text + f"\n场景 “都办”：\n    选办：{chosen}\n    不办：设立登记\n", "OT2808"))
    assert after.endswith(f"场景 “都办”：\n{left}    不办：设立登记\n")


def test_a_document_that_may_come_later_is_said_to_open_no_circle():
    first = "    材料：公章（容缺 5个工作日内补）\n    产出：营业执照\n"
    found = only(HEAD + TWO.format(first, "    材料：营业执照\n    产出：公章\n"), "OT2103")
    assert [n.zh.endswith("（容缺只让受理不等，办结仍要等）") for n in (found.label, *found.notes)] == [False, True]
