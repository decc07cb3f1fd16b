"""A department or document that the catalogue does not have by this name is proposed, with the reason, where it is sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.workspace import open_workspace

TEXT = """
部门 卫生健康部门

部门 人力资源社会保障部门

证照 居民户口簿

证照 社会保障卡

角色 母亲（申请人）

一件事 出生：
    代码：birth
    牵头部门：{department}
    配合部门：人力资源社会保障部门
    依据：未载明

事项 落户：
    办理部门：卫生健康部门
    材料：{document}

事项 办卡：
    办理部门：人力资源社会保障部门
"""


def fix(folder: Path, department: str = "卫生健康部门", document: str = "居民户口簿"):
    (folder / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (folder / "出生.onething").write_text(TEXT.format(department=department, document=document), encoding="utf-8")
    (found,) = [f.fix for e in open_workspace(folder).examine() for f in e.findings if f.code == "OT1201"]
    return found


@pytest.mark.parametrize("written", ["市卫健委", "某某省卫生健康委员会", "县卫计委", "衞生健康局"])
def test_a_department(tmp_path: Path, written: str):
    found = fix(tmp_path, department=written)
    assert found.zh.startswith("是不是“卫生健康部门”？") and found.edits[0][1] == "卫生健康部门" and not found.safe


@pytest.mark.parametrize("written, meant", [("居民户口薄", "居民户口簿"), ("户口本", "居民户口簿"), ("社保卡", "社会保障卡"), ("母亲的户口本", "母亲的居民户口簿")])
def test_a_document_and_its_owner_stays(tmp_path: Path, written: str, meant: str):
    found = fix(tmp_path, document=written)
    assert found.zh.startswith(f"是不是“{meant}”？") and found.edits[0][1] == meant


def test_the_reason_is_said(tmp_path: Path):
    assert "2018年机构改革前后的名称" in fix(tmp_path, department="县卫计委").zh
