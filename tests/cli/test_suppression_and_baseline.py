"""What is ignored beside a line, what a baseline freezes, and which rung of the ladder a workspace stands on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onething.check.ladder import ALL, RUNGS, SETS, rules_of
from onething.check.rules import FIRST, RULES
from onething.diagnostics import CODES, Severity

HEAD = """部门 市场监管部门
部门 公安部门
证照 身份证：
    电子证照：国家
一件事 开办餐饮店：
    代码：open-restaurant
    牵头部门：市场监管部门
    配合部门：公安部门
    依据：未载明
事项 设立登记：
    办理部门：市场监管部门
"""
BROUGHT = "    材料：身份证（自备）"
TAIL = "\n事项 刻章备案：\n    办理部门：公安部门\n"


def codes(result) -> list[str]:
    return [f["code"] for f in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize(
    "lines",
    [
        "    材料：身份证（自备）  # 忽略 OT2303：窗口要当面核对原件",
        "    # 忽略 OT2303：窗口要当面核对原件\n    材料：身份证（自备）",
        "    # 忽略 OT2303：窗口要当面核对原件\n    # 再一行说明\n\n    材料：身份证（自备）",
        "    材料：身份证（自备）  ＃忽略OT2303 窗口要当面核对原件",
        "    材料：身份证（自备）  # ignore OT2303: the window checks the original",
    ],
)
def test_a_remark_beside_the_line_ignores_a_finding(lines: str, workspace, onething) -> None:
    assert codes(onething("check", workspace("w", {"a.onething": HEAD + lines + TAIL}), "--format", "json")) == []


def test_in_yaml_too(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL})
    text = onething("convert", root / "a.onething", "--to", "yaml").stdout
    assert text.count("身份证（自备）") == 1
    (root / "a.onething").unlink()
    (root / "a.yaml").write_text(text, encoding="utf-8")
    assert codes(onething("check", root, "--format", "json")) == ["OT2303"]
    (root / "a.yaml").write_text(text.replace("身份证（自备）", "身份证（自备）  # 忽略 OT2303：核对原件"), encoding="utf-8")
    assert codes(onething("check", root, "--format", "json")) == []


def test_it_ignores_only_its_line_and_its_code(workspace, onething) -> None:
    elsewhere = HEAD + "    # 忽略 OT2303：理由\n    备注：别的\n" + BROUGHT + TAIL
    assert codes(onething("check", workspace("w", {"a.onething": elsewhere}), "--format", "json")) == ["OT2902", "OT2303"]
    other = HEAD + BROUGHT + "  # 忽略 OT2504：理由" + TAIL
    assert codes(onething("check", workspace("v", {"a.onething": other}), "--format", "json")) == ["OT2303", "OT2902"]


def test_one_that_ignores_nothing_is_not_blamed_while_an_error_hides_what_it_ignores(workspace, onething) -> None:
    text = HEAD.replace("牵头部门", "牵头部们") + "    材料：身份证  # 忽略 OT2303：理由" + TAIL
    assert codes(onething("check", workspace("w", {"a.onething": text}), "--format", "json")) == ["OT1101"]


def test_what_is_ignored_is_counted_and_kept_for_the_record(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + "  # 忽略 OT2303：核对原件" + TAIL})
    sarif = json.loads(onething("check", root, "--format", "sarif").stdout)
    (result,) = sarif["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "核对原件"


def test_a_baseline_freezes_what_is_there_and_lets_nothing_new_pass(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL})
    assert onething("check", root, "--strict").returncode == 1
    assert onething("check", root, "--strict", "--freeze").returncode == 0
    frozen = (root / "onething-baseline.json").read_text(encoding="utf-8")
    assert json.loads(frozen)["findings"] == [{"code": "OT2303", "file": "a.onething", "text": "材料：身份证（自备）", "count": 1}]
    moved = HEAD.replace("事项", "# 说明\n\n事项") + BROUGHT + TAIL
    (root / "a.onething").write_text(moved, encoding="utf-8")
    assert codes(onething("check", root, "--format", "json")) == [], "it holds wherever the line moves"
    (root / "a.onething").write_text(moved + BROUGHT + "\n", encoding="utf-8")
    assert codes(onething("check", root, "--format", "json")) == ["OT2303"], "the same once more is new"


def test_a_baseline_only_shrinks(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL})
    onething("check", root, "--freeze")
    (root / "a.onething").write_text(HEAD + "    材料：身份证" + TAIL, encoding="utf-8")
    assert codes(onething("check", root, "--format", "json")) == ["OT2904"]
    assert codes(onething("check", root / "a.onething", "--format", "json")) == [], "a part cannot say what is mended"
    assert onething("check", root, "--freeze").returncode == 0
    assert codes(onething("check", root, "--format", "json")) == []


def test_a_frozen_error_still_cannot_be_built(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD.replace("    牵头部门：市场监管部门\n", "") + TAIL})
    assert onething("check", root, "--freeze").returncode == 0
    assert onething("check", root).returncode == 0
    assert onething("build", root, "-o", root / "out").returncode == 1


def test_a_part_of_a_workspace_cannot_be_frozen(workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL})
    assert onething("check", root / "a.onething", "--freeze").returncode == 2


@pytest.mark.parametrize("text", ["", "[]", '{"findings": 3}', '{"findings": [{}]}', "[" * 100_000])
def test_a_broken_baseline_is_a_finding(text: str, workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL, "onething-baseline.json": text})
    assert codes(onething("check", root, "--format", "json")) == ["OT2905", "OT2303"]


# --- the ladder ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("rung", "status", "found"), [("基本", 0, []), ("推荐", 0, ["OT2303"]), ("严格", 1, ["OT2303"])])
def test_each_rung_asks_for_more(rung: str, status: int, found: list[str], workspace, onething) -> None:
    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL, "onething.toml": f'rules = "{rung}"\n'})
    result = onething("check", root, "--format", "json")
    assert (result.returncode, [c for c in codes(result) if CODES[c].severity is not Severity.HINT]) == (status, found)


def test_every_rule_stands_on_exactly_one_rung() -> None:
    for steps in SETS.values():
        listed = [code for rung in RUNGS for code in steps[rung]]
        assert tuple(steps) == RUNGS and len(listed) == len(set(listed))
    assert {rule.code for rule in (*FIRST, *RULES)} == ALL


@pytest.mark.parametrize("version", SETS)
def test_the_rungs_of_a_language_version_are_frozen(version: str) -> None:
    """Beside this file stands what each rung of a version adds. A change here means that a workspace which was green
    may turn red with a newer compiler: a new rule belongs to the next version."""
    frozen = (Path(__file__).parent / f"rungs-{version}.txt").read_text(encoding="utf-8")
    assert "".join(f"{rung}：{'、'.join(codes)}\n" for rung, codes in SETS[version].items()) == frozen


def test_what_is_an_error_is_asked_of_everybody() -> None:
    assert {c for c in ALL if CODES[c].severity is Severity.ERROR} <= rules_of("1", "基本")


def test_a_rule_says_only_its_own_code_and_carries_the_name_of_its_file() -> None:
    for rule in (*FIRST, *RULES):
        assert rule.find.__module__.rpartition(".")[2] == rule.find.__name__
        assert f'"{rule.code}"' in rule.page.with_suffix(".py").read_text(encoding="utf-8")


def test_a_rule_that_is_in_no_set_of_the_language_version_does_not_run(workspace, onething, monkeypatch) -> None:
    """A newer compiler with more rules never turns a green workspace red: the set of its version decides."""
    from onething.check import ladder
    from onething.workspace import open_workspace

    root = workspace("w", {"a.onething": HEAD + BROUGHT + TAIL})
    (examined,) = open_workspace(root).examine()
    assert [f.code for f in examined.findings] == ["OT2303"]
    without = {rung: tuple(c for c in codes if c != "OT2303") for rung, codes in SETS["1"].items()}
    monkeypatch.setitem(ladder.SETS, "1", without)
    (examined,) = open_workspace(root).examine()
    assert examined.findings == []
