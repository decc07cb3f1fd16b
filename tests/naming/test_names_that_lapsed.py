"""Aliases by day and place, and what took whose place; one repair renames across the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.workspace import open_workspace
from onething.workspace.mend import mend

CATALOGUE = """
地区 示范省：
    代码：990000

地区 示范市：
    代码：990100
    上级：示范省

地区 邻省：
    代码：980000

部门 公安部门：
    别名：公安机关（2024-06-30 前）

部门 民政部门

证照 居民户口簿：
    别名：户口本（仅 邻省）

标准 清单/个人身后：
    别名：公民身后（2024-06-30 前）、身后（仅 示范省）
    应含事项：户口注销、社会保障卡注销
"""

BUNDLE = """
一件事 {name}：
    代码：after-life
    地区：示范省
    标准：清单/个人身后
    牵头部门：民政部门
    配合部门：公安部门
    依据：未载明

事项 户口注销：
    办理部门：{department}
    材料：居民户口簿

事项 社会保障卡注销：
    办理部门：民政部门
"""

LOCAL = """
一件事 {name}：
    代码：after-life
    地区：示范市
    沿用：示范省/{name}
"""


@pytest.fixture
def workspace(tmp_path: Path):
    def make(name: str = "个人身后", department: str = "公安部门", today: str = "", catalogue: str = CATALOGUE) -> Path:
        config = 'language = "2"\n' + (f"today = {today}\n" if today else "")
        for file, text in (
            ("onething.toml", config),
            ("目录.onething", catalogue),
            ("示范省/身后.onething", BUNDLE.format(name=name, department=department)),
            ("示范市/身后.onething", LOCAL.format(name=name)),
        ):
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def found(root: Path, *codes: str) -> list[str]:
    """Messages of these codes, in the order of files."""
    opened = open_workspace(root)
    return [f.message() for e in opened.examine() for f in e.findings if f.code in codes]


def test_without_a_day_nothing_has_lapsed(workspace):
    assert found(workspace("公民身后", "公安机关"), "OT1210", "OT2604") == []


@pytest.mark.parametrize("today, lapsed", [("2024-06-29", False), ("2024-06-30", True), ("2026-01-01", True)])
def test_an_alias_holds_before_its_day_and_not_on_it(workspace, today, lapsed):
    said = found(workspace("公民身后", "公安机关", today), "OT1210", "OT2604")
    assert bool(said) == lapsed
    assert not lapsed or "名称“公民身后”只用到 2024-06-30 以前，应叫“个人身后”" in said


def test_a_reference_by_a_lapsed_alias_is_told_with_the_official_name(workspace):
    (said,) = found(workspace(department="公安机关", today="2025-01-01"), "OT1210")
    assert said == "部门或单位“公安部门”的别名“公安机关”只用到 2024-06-30 以前"


def test_an_alias_of_another_place_does_not_hold_here(workspace):
    root = workspace(catalogue=CATALOGUE.replace("仅 邻省", "仅 示范省"))
    file = root / "示范省/身后.onething"
    file.write_text(file.read_text("utf-8").replace("材料：居民户口簿", "材料：户口本"), encoding="utf-8")
    assert found(root, "OT1210") == []
    (root / "目录.onething").write_text(CATALOGUE, encoding="utf-8")
    assert found(root, "OT1210") == ["证照或材料“居民户口簿”的别名“户口本”只在邻省用"]


def test_a_place_below_may_use_the_alias_of_the_place_above(workspace):
    assert found(workspace("身后"), "OT2604") == []


def test_the_repair_renames_head_and_every_local_version_and_no_file(workspace):
    root = workspace("公民身后", today="2025-01-01")
    mended = mend(root)
    assert sorted(mended.after) == ["示范市/身后.onething", "示范省/身后.onething"]
    assert "沿用：示范省/个人身后" in mended.after["示范市/身后.onething"]
    assert "一件事 个人身后：" in mended.after["示范省/身后.onething"]
    assert not any("公民身后" in text for text in mended.after.values())


def test_a_name_that_differs_in_typing_only_is_repaired_as_surely(workspace):
    root = workspace("“个人身后一件事”")
    assert "一件事 个人身后：" in mend(root).after["示范省/身后.onething"]


def test_a_name_that_only_looks_alike_is_repaired_only_when_guesses_are(workspace):
    root = workspace("个人身份")
    assert not mend(root).after
    assert "一件事 个人身后：" in mend(root, unsafe=True).after["示范省/身后.onething"]


def test_what_was_replaced_is_told_wherever_it_stands(workspace):
    catalogue = CATALOGUE.replace("部门 民政部门\n", "部门 民政部门：\n    继任：社会工作部门\n\n部门 社会工作部门\n")
    said = found(workspace(catalogue=catalogue), "OT1211")
    assert said == ["部门或单位“民政部门”已由“社会工作部门”接替"]


def test_a_missing_matter_that_is_there_under_another_name_is_pointed_at(workspace):
    root = workspace()
    file = root / "示范省/身后.onething"
    file.write_text(file.read_text("utf-8").replace("事项 社会保障卡注销", "事项 社保卡注销"), encoding="utf-8")
    (fix,) = [f.fix for e in open_workspace(root).examine({"示范省/身后.onething"}) for f in e.findings if f.code == "OT2602"]
    assert fix.zh.startswith("“社保卡注销”就是它") and "别名：社会保障卡注销" in fix.edits[0][1]
