"""What people see of a local version: the whole of it, value by value, in outputs, and when a scenario fails."""

from __future__ import annotations

import json

import pytest
from overlay.versions import CATALOGUE, CITY, COUNTY, PROVINCE, workspace

from onething.cli.app import run

OWN = """\
修改 事项 设立登记：
    承诺时限：2个工作日
    取消 材料 租赁合同：“系统查得到”
    增加 材料：居民身份证
修改 场景 “小店”：
    时限：2个工作日
"""
BELOW = "修改 事项 设立登记：\n    承诺时限：1个工作日\n取消 场景 “小店”：“另写”\n"


WHOLE = (CATALOGUE + PROVINCE + CITY + OWN + COUNTY + BELOW).splitlines()


def at(file: str, line: str) -> str:
    """Where a line stands: every line keeps its number."""
    return f"{file}.onething:{WHOLE.index(line) + 1}"


@pytest.fixture
def root(tmp_path, monkeypatch):
    workspace(tmp_path, PROVINCE, CITY + OWN, COUNTY + BELOW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_effective_bundle_is_printed_as_a_file(root, capsys):
    assert run(["show", "示范县/开办餐饮店"]) == 0
    printed = capsys.readouterr().out
    assert "    承诺时限：1个工作日\n    材料：\n        健康证明（自备）\n        居民身份证\n" in printed
    assert "沿用" not in printed and "修改" not in printed and "小店" not in printed


def test_each_value_names_the_version_that_won_and_what_it_overrode(root, capsys):
    run(["show", "示范县/开办餐饮店", "--source"])
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == "示范县/开办餐饮店，沿用 示范市/开办餐饮店"
    ours, theirs, first = (at(f, f"    承诺时限：{n}个工作日") for f, n in (("县", 1), ("市", 2), ("省", 3)))
    assert f"承诺时限：1个工作日 示范县 {ours} ← 示范市 2个工作日（{theirs}） ← 示范省 3个工作日（{first}）" in rows
    assert f"材料：居民身份证 示范市 {at('市', '    增加 材料：居民身份证')}" in rows
    assert f"配合部门：公安部门 示范省 {at('省', '    配合部门：公安部门')}" in rows
    gone = at("市", "    取消 材料 租赁合同：“系统查得到”")
    assert f"事项 设立登记 › 材料 租赁合同 示范市 {gone} “系统查得到” ← 示范省 租赁合同（{at('省', '        租赁合同')}）" in rows


def test_the_same_for_machines(root, capsys):
    run(["show", "示范县/开办餐饮店", "--format", "json"])
    shown = json.loads(capsys.readouterr().out)
    assert [step["place"] for step in shown["lineage"]] == ["示范县", "示范市", "示范省"]
    limit = next(v for v in shown["values"] if [p["word"] for p in v["path"]] == ["事项", "承诺时限"] and v["path"][0]["name"] == "设立登记")
    assert (limit["place"], limit["file"], limit["text"]) == ("示范县", "县.onething", "1个工作日")
    assert [(o["place"], o["text"]) for o in limit["overrode"]] == [("示范市", "2个工作日"), ("示范省", "3个工作日")]
    assert {(c["place"], c["reason"]) for c in shown["cancelled"]} == {("示范市", "系统查得到"), ("示范县", "另写")}


def test_a_bundle_that_adapts_nothing_is_shown_as_it_is(root, capsys):
    assert run(["show", "示范省/开办餐饮店", "--source"]) == 0
    assert capsys.readouterr().out.startswith("示范省/开办餐饮店\n")


def test_what_cannot_be_shown_is_said_in_one_line(root, capsys):
    assert run(["show", "示范县/开办餐饮店", "--format", "xml"]) == 2
    assert run(["show", "没有这件"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_a_scenario_of_the_province_that_fails_in_the_city_is_told_with_the_city(tmp_path, capsys):
    workspace(tmp_path, PROVINCE, CITY + "增加 事项 领发票：\n    办理部门：税务部门\n    承诺时限：即办\n")
    assert run(["test", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "[OT1516] 上级版本的场景“小店”在示范市不符：应办写的是“设立登记、刻章备案”，算得“设立登记、刻章备案、领发票”" in said


def test_outputs_name_the_organ_of_the_place_or_of_the_nearest_around(root):
    assert run(["build", str(root), "-o", str(root / "out")]) == 0
    made = json.loads((root / "out/990101/open-restaurant/bundle.json").read_text(encoding="utf-8"))
    who = [c for m in made["matters"] for c in m["departments"]]
    assert [(c["text"], c["place"]["unverified"]) for c in who] == [("示范市市场监管局", False), ("示范省公安厅", True)]
    assert made["lead"]["name"] == "示范市市场监管局"
    assert "示范市市场监管局" in (root / "out/990101/open-restaurant/notice.md").read_text(encoding="utf-8")


def test_the_published_bundle_says_what_it_adapts_and_changes(root):
    run(["build", str(root), "-o", str(root / "out")])
    made = json.loads((root / "out/990101/open-restaurant/bundle.json").read_text(encoding="utf-8"))
    assert made["parent"] == "示范市/开办餐饮店"
    assert {(c["by"], c["how"], c["path"][-1]["name"]) for c in made["changes"] if c["reason"]} == {("示范市", "取消", "租赁合同"), ("示范县", "取消", "小店")}
    assert json.loads((root / "out/990000/open-restaurant/bundle.json").read_text(encoding="utf-8"))["changes"] == []


def test_reasons_point_into_the_file_that_says_so(root, capsys):
    run(["why", "示范县/开办餐饮店", "居民身份证"])
    said = capsys.readouterr().out
    assert at("市", "    增加 材料：居民身份证") in said
