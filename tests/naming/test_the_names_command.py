"""``onething names``: every name that is not official, what it probably means, why, and where it stands."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from onething.cli.app import run

CATALOGUE = """
地区 示范市：
    代码：990100

地区 邻市：
    代码：980100

部门 公安部门

部门 民政部门

部门 民政局

标准 清单/个人身后：
    别名：身后（仅 邻市）
    应含事项：户口注销、社会保障卡注销
"""

BUNDLE = """一件事 {name}：
    代码：{code}
    地区：{place}
{standard}    牵头部门：民政部门
    配合部门：公安部门
    依据：未载明

事项 户口注销：
    办理部门：公安部门

事项 社保卡注销：
    办理部门：民政部门
"""
STATED = "    标准：清单/个人身后\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    files = {
        "onething.toml": 'language = "2"\n',
        "目录.onething": CATALOGUE,
        "一.onething": BUNDLE.format(name="“个人身后一件事”", code="a", place="示范市", standard=""),
        "二.onething": BUNDLE.format(name="人生谢幕", code="b", place="示范市", standard=STATED),
        "三.onething": BUNDLE.format(name="身后", code="c", place="邻市", standard=STATED),
        "四.onething": BUNDLE.format(name="个人身后关怀", code="d", place="示范市", standard=""),
        "五.onething": BUNDLE.format(name="企业迁移", code="e", place="示范市", standard=""),
        "六.onething": BUNDLE.format(name="个人身后", code="f", place="示范市", standard=STATED),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def rows(workspace: Path, capsys) -> dict[tuple[str, str], dict]:
    assert run(["names", str(workspace), "--format", "json"]) == 0
    return {(r["kind"], r["name"]): r for r in json.loads(capsys.readouterr().out)["names"]}


def test_each_name_is_told_with_what_it_means_and_how_sure_that_is(workspace: Path, capsys):
    found = rows(workspace, capsys)
    said = {name: (r["verdict"], r["official"]) for (_, name), r in found.items()}
    assert said == {
        "个人身后一件事": ("同一", "个人身后"),
        "人生谢幕": ("同一", "个人身后"),  # it says so
        "个人身后关怀": ("可能", "个人身后"),
        "企业迁移": ("不同", ""),
        "社保卡注销": ("同一", "社会保障卡注销"),
        "民政局": ("可能", "民政部门"),
    }


def test_official_names_and_aliases_that_hold_are_not_listed(workspace: Path, capsys):
    assert {name for _, name in rows(workspace, capsys)}.isdisjoint({"个人身后", "身后", "户口注销"})


def test_one_name_is_one_row_with_all_its_places(workspace: Path, capsys):
    found = rows(workspace, capsys)["事项", "社保卡注销"]
    assert [p["file"] for p in found["places"]] == ["三.onething", "二.onething", "六.onething"]


def test_text_groups_what_is_sure_what_is_not_and_what_is_its_own(workspace: Path, capsys):
    assert run(["names", str(workspace)]) == 0
    said = capsys.readouterr().out
    assert said.index("就是，改成标准的名称（3）") < said.index("可能是，由人定（2）") < said.index("自己的名称，没有相近的标准（1）")
    assert "  一件事 个人身后一件事 → 个人身后，只差“一件事”、地名一类的前后缀\n      一.onething:1\n" in said


def test_csv_has_a_line_for_each_place(workspace: Path, capsysbinary):
    assert run(["names", str(workspace), "--format", "csv"]) == 0
    table = list(csv.reader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig"))))
    assert table[0] == ["种类", "名称", "判断", "标准名称", "理由", "文件", "行"]
    assert sum(row[1] == "社保卡注销" for row in table) == 3


def test_another_format_is_refused(workspace: Path, capsys):
    assert run(["names", str(workspace), "--format", "xml"]) == 2
