"""A version that adopts what is above it, at a place of which the catalogue says nothing else, is passed over – and
nothing is lost by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.workspace import open_workspace
from onething.workspace.survey import Look
from tests.scale.conftest import tool

CATALOGUE = """地区 甲省：
    代码：990000

地区 乙市：
    代码：990100
    上级：甲省

地区 乙一县：
    代码：990121
    上级：乙市

部门 甲部门

部门 乙部门

证照 甲证明
"""
STANDARD = """一件事 搬家：
    代码：moving
    地区：甲省
    牵头部门：甲部门
    配合部门：乙部门
    依据：未载明
    渠道：综合窗口

角色 住户（申请人）

事项 迁户：
    办理部门：甲部门
    承诺时限：3个工作日
    材料：甲证明（原件，1份）

事项 转学：
    办理部门：乙部门
    承诺时限：2个工作日
    材料：甲证明（原件，1份）
"""
CITY = "一件事 搬家：\n    地区：乙市\n    沿用：甲省/搬家\n"
COUNTY = "一件事 搬家：\n    地区：乙一县\n    沿用：乙市/搬家\n"


def rows(root: Path, every: bool, monkeypatch) -> dict[str, list]:
    """What is found in each file; ``every``: each of them examined."""
    with monkeypatch.context() as patched:
        patched.setattr(Look, "adds", every)
        workspace = open_workspace(root)
        paths = [s.path for s in workspace.sources]
        return dict(zip(paths, Look(root, workspace)((paths, True))))


def examined(root: Path, monkeypatch) -> set[str]:
    """The files that are not passed over."""
    workspace = open_workspace(root)
    return {s.path for s in workspace.sources if workspace.adopted(s) is None}


@pytest.fixture
def three(tmp_path) -> Path:
    (tmp_path / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    for name, text in (("目录", CATALOGUE), ("省", STANDARD), ("市", CITY), ("县", COUNTY)):
        (tmp_path / f"{name}.onething").write_text(text, encoding="utf-8")
    return tmp_path


def change(root: Path, name: str, old: str, new: str) -> None:
    file = root / f"{name}.onething"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_of_a_province_all_is_found_that_would_be(tmp_path, monkeypatch):
    root = tmp_path / "省"
    tool("province").make(root, counties=12, bundles=200, seed=7)
    assert rows(root, False, monkeypatch) == rows(root, True, monkeypatch)
    assert len(examined(root, monkeypatch)) < 100


def test_who_only_adopts_is_passed_over(three, monkeypatch):
    assert examined(three, monkeypatch) == {"省.onething"}
    assert rows(three, False, monkeypatch) == rows(three, True, monkeypatch)


REASONS = {
    "a remark": ("县", "搬家：\n", "搬家：  # 本县\n"),
    "a change": ("县", "\n    沿用：乙市/搬家\n", "\n    沿用：乙市/搬家\n\n取消 事项 转学：“由市里办”\n"),
    "another name": ("县", "搬家：", "我要搬家："),
    "what it adapts is not there": ("县", "乙市/搬家", "乙市/出生"),
    "it lies elsewhere": ("县", "乙一县", "甲省"),
    "a place that is not known": ("县", "乙一县", "丙县"),
    "the catalogue knows the place's organ": ("目录", "部门 甲部门\n", "部门 甲部门：\n    乙一县：乙一县甲局\n"),
    "the catalogue knows a licence there": ("目录", "证照 甲证明\n", "证照 甲证明：\n    电子证照：乙一县\n"),
    "an error above": ("省", "    牵头部门：甲部门\n", "    牵头部门：丙部门\n"),
    "what is found above speaks of the place": ("省", "甲证明（原件，1份）", "甲证明（电子证照）"),
    "a line of the catalogue that cannot be read": ("目录", "证照 甲证明\n", "证照 甲证明\n\n证照 ：：\n"),
}


@pytest.mark.parametrize("reason", REASONS)
def test_it_is_examined_when_there_is(reason, three, monkeypatch):
    change(three, *REASONS[reason])
    assert "县.onething" in examined(three, monkeypatch)
    assert rows(three, False, monkeypatch) == rows(three, True, monkeypatch)
