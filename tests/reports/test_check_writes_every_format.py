"""``onething check --format …`` on real files: names from where one stands, always UTF-8, never a command of an author's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onething.diagnostics.render.formats import FORMATS
from tests.reports import reading
from tests.reports.making import TEXTS

HEAD = "部门 甲\n部门 乙\n证照 身份证：\n    电子证照：国家\n"
WRONG = "一件事 丙：\n    代码：x\n    牵头部门：甲\n    依据：未载明\n事项 丁：\n    办理部门：没有的部门\n"
MACHINE = sorted(set(FORMATS) - {"text"})


def files(format: str, text: str) -> set[str]:
    """The files that a report names."""
    if format == "json":
        return {f["file"] for f in json.loads(text)["findings"]}
    if format == "sarif":
        results = reading.sarif(text)["results"]
        return {reading.path_of(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for r in results}
    if format == "junit":
        return {s.get("name") for s in reading.junit(text) if s.find(".//failure") is not None}
    if format == "github":
        return {properties["file"] for _, properties, _ in reading.github(text)[0]}
    return {issue["location"]["path"] for issue in reading.gitlab(text)}


def test_help_names_every_format(onething) -> None:
    assert " | ".join(FORMATS) in onething("check", "--help", COLUMNS="200").stdout


@pytest.mark.parametrize("format", MACHINE)
def test_files_are_named_from_the_working_directory(format: str, workspace, checked, tmp_path) -> None:
    root = workspace("区", {"目录.onething": HEAD, "内/件.onething": WRONG})
    (tmp_path / "旁").mkdir()
    for cwd, file in ((root, "内/件.onething"), (root / "内", "../内/件.onething"), (tmp_path, "区/内/件.onething"), (tmp_path / "旁", "../区/内/件.onething")):
        assert files(format, checked(os.path.relpath(root, cwd), "--format", format, cwd=cwd)) == {file}
        assert f"┌─ {file}:6:10" in checked(os.path.relpath(root, cwd), cwd=cwd)


@pytest.mark.parametrize("format", MACHINE)
def test_a_format_for_machines_is_utf_8_whatever_the_terminal(format: str, workspace, onething) -> None:
    root = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG.replace("没有的部门", "没有的部门😀")})
    result = onething("check", root, "--format", format, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 1 and files(format, result.stdout) == {"w/件.onething"} and "没有的部门" in result.stdout


NAMES = ["件 一#1?a=b&c.onething", "::error file=x,line=1.onething", "100%25%0A.onething", "]]>&amp;<b>.onething", "[字](1){0}|`.onething",
         "C:\\窗口\\件.onething", "两\n行.onething", b"\xff.onething"]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("format", MACHINE)
def test_files_of_any_name(format: str, workspace, checked) -> None:
    named = {os.fsdecode(name): WRONG.replace("丙", f"丙{i}").replace("x", f"x{i}") for i, name in enumerate(NAMES)}
    root = workspace("w", {"目录.onething": HEAD, **named})
    shown = named if format in ("json", "sarif", "gitlab") else [n.replace("\n", "\\x0a").replace("\udcff", "\\udcff") for n in named]
    assert files(format, checked(root, "--format", format)) == {"w/" + n for n in shown}


@pytest.mark.parametrize("format", MACHINE)
def test_hostile_words_in_a_file(format: str, workspace, checked) -> None:
    lines = "".join(f"    {text}：x\n    备注：{text}\n    前置：{text}\n" for text in TEXTS)
    root = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG + lines})
    assert files(format, checked(root, "--format", format)) == {"w/件.onething"}


def test_text_in_a_github_job_is_no_command(workspace, checked, monkeypatch) -> None:
    root = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG + "    前置：##[add-path]/tmp\n"})
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert "##[add-path]" in checked(root)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    shown = checked(root)
    assert "##[" not in shown and "##\u200b[add-path]" in shown


def test_a_github_job_gets_its_summary_behind_what_stands_there(workspace, checked, monkeypatch, tmp_path) -> None:
    root, page = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG}), tmp_path / "summary.md"
    page.write_text("前面的\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    checked(root, "--format", "json")
    assert page.read_text(encoding="utf-8") == "前面的\n"
    checked(root, "--format", "github")
    written = page.read_text(encoding="utf-8")
    assert written.startswith("前面的\n## onething check\n") and "| 错误 | OT" in written


def test_a_file_without_findings_is_a_case_that_passes_also_of_the_catalogue(workspace, checked) -> None:
    root = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG})
    suites = {s.get("name"): s.get("failures") for s in reading.junit(checked(root, "--format", "junit"))}
    assert suites["w/目录.onething"] == "0" and suites["w/件.onething"] != "0"
    only = checked(root / "件.onething", "--format", "junit")
    assert {s.get("name") for s in reading.junit(only)} == {"w/件.onething"}


def test_strict_makes_warnings_fail_in_the_report_too(workspace, onething) -> None:
    root = workspace("w", {"件.onething": HEAD + WRONG.replace("没有的部门", "甲\n    材料：身份证（自备）")})
    assert reading.junit(onething("check", root, "--format", "junit").stdout).get("failures") == "0"
    result = onething("check", root, "--strict", "--format", "junit")
    assert result.returncode == 1 and reading.junit(result.stdout).get("failures") != "0"


def test_what_is_ignored_and_what_is_frozen_is_reported_as_such(workspace, onething) -> None:
    line = "    材料：身份证（自备）"
    bundle = WRONG.replace("没有的部门", f"甲\n{line}  # 忽略 OT2303：核对原件")
    root = workspace("w", {"件.onething": HEAD + bundle + f"事项 戊：\n    办理部门：甲\n{line}\n"})
    onething("check", root, "--freeze")
    run = reading.sarif(onething("check", root, "--format", "sarif").stdout)
    kinds = {(s["kind"], s["justification"]) for r in run["results"] for s in r["suppressions"]}
    assert kinds == {("inSource", "核对原件"), ("external", "在基线中")}
    last = onething("check", root).stdout.rstrip().split("\n")[-1]
    assert last.startswith("0 个错误") and "另有 1 个已注明忽略，" in last and last.endswith("个在基线中")


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_the_same_findings_are_the_same_bytes(format: str, workspace, tmp_path) -> None:
    root = workspace("w", {"目录.onething": HEAD, "件.onething": WRONG * 3})
    command = [sys.executable, "-m", "onething", "check", str(root), "--format", format]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
    written = {
        subprocess.run(command, cwd=tmp_path, capture_output=True, env={**environment, "PYTHONHASHSEED": seed, "TZ": zone}, timeout=60).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(written) == 1 and written != {b""}


def test_a_file_too_big_to_be_read_is_named_too(workspace, checked) -> None:
    root = workspace("w", {"目录.onething": HEAD, "件.onething": "#" * 3_000_000})
    assert files("gitlab", checked(root, "--format", "gitlab")) == {"w/件.onething"}
