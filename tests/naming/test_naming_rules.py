"""Naming rules of a workspace: what breaks one is told with the reason that the rule gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.naming.rules import NamingRule, broken, without
from onething.workspace import open_workspace
from onething.workspace.mend import mend


def rule(**asked) -> NamingRule:
    return NamingRule("一件事", "理由", **asked)


@pytest.mark.parametrize(
    ("asked", "kept", "breaks", "said"),
    [
        ({"never": ("一件事",)}, "新生儿出生", "新生儿出生“一件事”", "不应有“一件事”"),
        ({"begins": ("开办",)}, "开办餐饮店", "餐饮店开办", "开头应有“开办”"),
        ({"ends": ("登记", "申领")}, "社会保障卡申领", "申领社会保障卡", "结尾应有“登记”、“申领”之一"),
        ({"holds": ("企业",)}, "注销企业登记", "注销登记", "里应有“企业”"),
        ({"at_most": 4}, "企业开办", "企业注销登记", "不应超过4个字，这里是6个"),
    ],
)
def test_each_word_of_a_rule_has_its_effect(asked: dict, kept: str, breaks: str, said: str):
    assert broken(rule(**asked), kept) is None
    assert broken(rule(**asked), breaks)[0] == said
    assert broken(rule(**asked, unless=(breaks,)), breaks) is None


def test_typing_does_not_hide_a_word():
    assert broken(rule(never=("一件事",)), "新生儿出生 一件亊")


def test_what_is_left_when_the_words_are_taken_out_is_proposed():
    assert without(rule(never=("一件事",)), "新生儿出生“一件事”") == "新生儿出生"
    assert without(rule(never=("一件事",)), "一件事") == ""


BUNDLE = """
部门 甲局

部门 乙委

证照 申请表

一件事 开店一件事：
    代码：shop
    牵头部门：甲局
    配合部门：乙委
    依据：未载明

角色 店主（申请人）

情形 面积 “多大？”：大、小

事项 办理登记：
    办理部门：甲局
    适用：面积 为 大

事项 备案：
    办理部门：乙委
"""


def messages(root: Path, table: str) -> list[str]:
    (root / "onething.toml").write_text(f'language = "2"\n[[naming]]\nreason = "理由"\n{table}\n', encoding="utf-8")
    (root / "开店.onething").write_text(BUNDLE, encoding="utf-8")
    opened = open_workspace(root)
    found = [*opened.findings, *(f for e in opened.examine() for f in e.findings)]
    return [f.message() for f in found if f.code in ("OT2606", "OT0108")]


@pytest.mark.parametrize(
    ("kind", "never", "name"),
    [("一件事", "一件事", "开店一件事"), ("事项", "办理", "办理登记"), ("情形", "面", "面积"), ("角色", "店", "店主"), ("部门", "委", "乙委"), ("证照", "表", "申请表")],
)
def test_names_of_each_kind_are_looked_at(tmp_path: Path, kind: str, never: str, name: str):
    assert messages(tmp_path, f'of = "{kind}"\nnever = ["{never}"]') == [f"{kind}的名称“{name}”不应有“{never}”：理由"]


def test_the_basis_of_a_rule_is_shown(tmp_path: Path):
    (said,) = messages(tmp_path, 'of = "一件事"\nnever = ["一件事"]\nbasis = "工作指引"')
    assert said.endswith("：理由（工作指引）")


def test_a_bundle_is_renamed_when_guesses_are_applied(tmp_path: Path):
    messages(tmp_path, 'of = "一件事"\nnever = ["一件事"]')
    assert not mend(tmp_path).after
    assert "一件事 开店：" in mend(tmp_path, unsafe=True).after["开店.onething"]


@pytest.mark.parametrize("table", ['of = "事情"', 'of = "事项"\nnever = "办理"', 'of = "事项"\nat_most = 0', 'of = "事项"\npattern = "^(a+)+$"'])
def test_a_rule_that_cannot_be_read_is_a_finding(tmp_path: Path, table: str):
    (said,) = messages(tmp_path, table)
    assert "[[naming]]" in said


def test_a_rule_without_reason_is_none(tmp_path: Path):
    (tmp_path / "onething.toml").write_text('language = "2"\n[[naming]]\nof = "事项"\nnever = ["办"]\n', encoding="utf-8")
    assert [f.code for f in open_workspace(tmp_path).findings if f.code == "OT0108"] == ["OT0108"]
