"""What a repair of these families edits is written back and looked at again: the finding is gone, and no error has come."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.finding import HEAD, TWO, findings, mended, only
from onething.diagnostics import Severity

BAD = Path(__file__).parents[1] / "corpus" / "bad"
FILES = [p for folder in ("字段", "材料", "部门", "标准", "名称") for p in sorted((BAD / folder).glob("*.onething"))]
OURS = ("OT23", "OT25", "OT26", "OT27")


def edited(text: str) -> list:
    return [f for f in findings(text) if f.code.startswith(OURS) and f.code != "OT2603" and f.fix and f.fix.edits]


CASES = [(p, n) for p in FILES for n in range(len(edited(p.read_text(encoding="utf-8"))))]


@pytest.mark.parametrize(("path", "number"), CASES, ids=[f"{p.stem}-{n}" for p, n in CASES])
def test_the_finding_is_gone(path: Path, number: int):
    text = path.read_text(encoding="utf-8")
    finding = edited(text)[number]
    before, after = findings(text), findings(mended(finding))
    count = lambda found: sum(f.code == finding.code for f in found)  # noqa: E731
    assert count(after) < count(before)
    wrong = {f.code for f in before}
    assert not [f.message() for f in after if f.severity is not Severity.HINT and f.code not in wrong]


REPAIRED = {
    "OT2303", "OT2305", "OT2306", "OT2307", "OT2311", "OT2312", "OT2313",
    "OT2502", "OT2503", "OT2504", "OT2506", "OT2507", "OT2601", "OT2602",
}  # fmt: skip


def test_these_findings_have_a_repair():
    assert {edited(p.read_text(encoding="utf-8"))[n].code for p, n in CASES} >= REPAIRED


@pytest.mark.parametrize(
    ("file", "code", "before", "after"),
    [
        ("部门/部门列成了参与单位", "OT2507", "牵头部门：市场监管部门\n    参与单位：公安部门\n", "牵头部门：市场监管部门\n    配合部门：公安部门\n"),
        ("部门/单位列成了配合部门", "OT2507", "公安部门、供水企业\n    依据：未载明\n    参与单位：商业银行\n", "公安部门\n    依据：未载明\n    参与单位：商业银行、供水企业\n"),
        ("部门/单位既列为配合部门又列为参与单位", "OT2506", "公安部门、供水企业\n", "公安部门\n"),
        ("部门/牵头部门写了两个名称", "OT2502", "市场监管部门、市场监督管理部门\n", "市场监管部门\n"),
        ("部门/配合部门什么也不办", "OT2504", "、税务部门", ""),
        ("标准/缺的事项只差一个字", "OT2602", "事项 刻章的备案：\n", "事项 刻章的备案：\n    别名：刻章备案\n"),
        ("材料/写了电子证照但目录里没有", "OT2305", "（电子证照）", "（自备）"),
        ("字段/有的人情形问过的又要填", "OT2312", "字段：门店的营业面积", "字段：营业面积"),
    ],
)
def test_this_is_what_it_writes(file: str, code: str, before: str, after: str):
    text = (BAD / f"{file}.onething").read_text(encoding="utf-8")
    assert before in text
    assert mended(only(text, code)) == text.replace(before, after)


@pytest.mark.parametrize("demand", ["", "（原件）"])
def test_a_line_that_says_nothing_of_its_own_goes(demand: str):
    lines = f"    材料：\n        租赁合同{demand} 当 甲 为 是\n        租赁合同{demand}\n"
    text = HEAD + "\n情形 甲 “甲？”：是、否\n\n" + TWO.format(lines, "")
    assert f"    材料：\n        租赁合同{demand}\n" in mended(only(text, "OT2308"))


def test_two_lines_that_say_different_things_are_left_to_people():
    text = HEAD + "\n" + TWO.format("    材料：租赁合同（原件）、租赁合同（2份）\n", "")
    assert not only(text, "OT2308").fix.edits


def test_a_state_that_was_mistyped():
    text = HEAD + "\n" + TWO.format("    产出：营业账户 变为 已开立\n", "    前置：营业帐户 为 已开立（因 “先开户”）\n")
    assert "前置：营业账户 为 已开立（因 “先开户”）" in mended(only(text, "OT2301"))


LISTED = TWO.replace("公安部门", "供水企业").format("", "")


@pytest.mark.parametrize(
    ("lead", "after"),
    [
        ("    牵头部门：市场监管部门\n", "    牵头部门：市场监管部门\n    参与单位：供水企业\n"),
        ("    牵头部门：市场监管部门\n    参与单位：商业银行（未核）  # 一家\n", "商业银行（未核）、供水企业  # 一家\n"),
        ("    牵头部门：市场监管部门\n    参与单位：\n        商业银行（“支行，或网点”）\n", "商业银行（“支行，或网点”）、供水企业\n"),
        ("    牵头部门：\n        市场监管部门\n", "一件事 开办餐饮店：\n    参与单位：供水企业\n"),
    ],
)
def test_who_handles_a_matter_is_put_where_the_others_stand(lead: str, after: str):
    head = HEAD.replace("    牵头部门：市场监管部门\n", lead).replace("    配合部门：公安部门\n", "")
    assert after in mended(only(head + "\n" + LISTED, "OT2503"))


def test_the_only_one_left_leads():
    text = HEAD.replace("    牵头部门：市场监管部门\n", "") + "\n" + TWO.format("", "")
    assert "一件事 开办餐饮店：\n    牵头部门：市场监管部门\n    代码" in mended(only(text, "OT2501"))


def test_of_two_that_may_lead_none_is_chosen():
    text = HEAD.replace("    牵头部门：市场监管部门\n", "").replace("    配合部门：公安部门\n", "") + "\n" + TWO.format("", "")
    assert not only(text, "OT2501").fix.edits


def test_the_only_one_with_nothing_to_do_handles_the_matter_that_nobody_does():
    text = HEAD + "\n事项 设立登记：\n    办理部门：市场监管部门\n\n事项 刻章备案：\n    依据：未载明\n"
    assert "事项 刻章备案：\n    办理部门：公安部门\n    依据" in mended(only(text, "OT2505"))


@pytest.mark.parametrize(
    ("bracket", "after"),
    [
        ("（自备）", ""),
        ("（自备，原件）", "（原件）"),
        ("（原件， 自备）", "（原件）"),
        ("（1份，自备，“自备，带来”）", "（1份，“自备，带来”）"),
        ("(1份,自备)", "(1份)"),
    ],
)
def test_one_word_goes_from_a_bracket_and_the_rest_stays(bracket: str, after: str):
    text = HEAD + "\n" + TWO.format(f"    材料：居民身份证{bracket} 当 甲 为 是\n", "") + "\n情形 甲 “甲？”：是、否\n"
    assert f"居民身份证{after} 当 甲 为 是\n" in mended(only(text, "OT2303"))


YAML = """\
- 一件事: 开办餐饮店
  代码: open-restaurant
  地区: 示范省
  牵头部门: 市场监管部门
  依据: 未载明

- 事项: 设立登记
  办理部门: 市场监管部门

- 事项: 刻章备案
  办理部门: 公安部门
"""


def test_the_other_notation_is_mended_in_its_own_way():
    assert "牵头部门: 市场监管部门\n  配合部门: 公安部门\n" in mended(only(YAML, "OT2503", "yaml"))
    assert "代码: open-restaurant\n  标准: 国家2024-1/开办餐饮店\n" in mended(only(YAML, "OT2603", "yaml"))
