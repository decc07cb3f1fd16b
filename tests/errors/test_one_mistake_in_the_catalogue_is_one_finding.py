"""What stands in a line of the catalogue that could not be read is not unknown wherever it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from errors.measure import CATALOGUE
from onething.cli.app import run
from onething.workspace import open_workspace

BUNDLE = """一件事 开店：
    代码：shop
    牵头部门：市场监管部门
    配合部门：公安部门
    依据：未载明

角色 店主（申请人）

事项 登记：
    办理部门：市场监管部门
    材料：店主的居民身份证（复印件，1份）、房产证（复印件，1份）
    字段：店主的姓名、店主的住址（取自 人口库）
    产出：营业执照

事项 备案：
    办理部门：公安部门
    材料：营业执照
"""


@pytest.fixture
def found(tmp_path: Path):
    def look(catalogue: bytes) -> list[tuple[str, str]]:
        for name, data in (("onething.toml", b""), ("目录.onething", catalogue), ("开店.onething", BUNDLE.encode())):
            (tmp_path / name).write_bytes(data)
        workspace = open_workspace(tmp_path)
        findings = [*workspace.findings, *(f for examined in workspace.examine() for f in examined.findings)]
        return [(f.code, f.span.source.path if f.span else "") for f in findings]

    return look


GOOD = CATALOGUE.read_text(encoding="utf-8")


def test_the_good_one_has_none(found):
    assert found(GOOD.encode()) == []


@pytest.mark.parametrize(
    "old, new",
    [
        ("证照 居民身份证：", "证照 居民身份证（："),
        ("    别名：房产证\n", "    别名：房产证（\n"),
        ("部门 市场监管部门：", "部门 市场监管部门“："),
        ("数据源 人口库：\n    提供：公安部门", "数据源 人口库“：\n    提供：公安部门"),
        ("数据元 姓名：", "数具元素 姓名："),
    ],
)
def test_a_line_that_cannot_be_read_is_reported_where_it_stands(found, old: str, new: str):
    assert old in GOOD
    said = found(GOOD.replace(old, new, 1).encode())
    assert len(said) == 1 and said[0][1] == "目录.onething"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_catalogue_in_another_encoding_is_one_finding(found, encoding: str):
    assert [code for code, _ in found(GOOD.encode(encoding))] == ["OT0102"]


def test_what_is_nowhere_is_still_unknown(found):
    broken = GOOD.replace("证照 居民身份证：", "证照 居民身份证（：", 1).replace("证照 营业执照：", "证照 营业执照副本：")
    assert [code for code, file in found(broken.encode()) if file == "开店.onething"] == ["OT1201"]


def test_nothing_can_be_built_meanwhile(found, tmp_path: Path, capsys):
    found(GOOD.replace("证照 居民身份证：", "证照 居民身份证（：", 1).encode())
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "generated")]) == 1
    assert not (tmp_path / "generated").exists()
