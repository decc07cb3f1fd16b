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


def test_most_of_these_findings_have_a_repair():
    assert len({edited(p.read_text(encoding="utf-8"))[n].code for p, n in CASES}) >= 14


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
