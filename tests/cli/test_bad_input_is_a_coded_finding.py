"""Whatever stands in a file: a coded finding, exit 1 or 2, nothing written, no traceback, no long wait."""

from __future__ import annotations

import json

import pytest

HEAD = "一件事 甲：\n    代码：x\n事项 乙：\n"
NESTED = "    适用：" + "（" * 9000 + "甲 为 乙" + "）" * 9000 + "\n"
BOMB = 'a: &a ["x","x"]\n' + "".join(
    f"{here}: &{here} [" + ",".join([f"*{before}"] * 9) + "]\n" for before, here in zip("abcdefgh", "bcdefghi")
)

FILES: dict[str, tuple[str, str | bytes, str]] = {
    "a GBK file": ("a.onething", HEAD.encode("gbk"), "OT0102"),
    "a UTF-16 file": ("a.onething", HEAD.encode("utf-16"), "OT0102"),
    "a line of 10 MB": ("a.onething", "一件事 " + "新" * 3_500_000 + "：\n", "OT0103"),
    "a line of 1.5 MB": ("a.onething", HEAD + "    备注：" + "新" * 500_000 + "\n", "OT0105"),
    "brackets nested 9000 deep": ("a.onething", HEAD + NESTED, "OT0106"),
    "brackets nested 10^5 deep in YAML": ("a.yaml", "- 一件事: " + "[\n" * 100_000 + "]\n" * 100_000, "OT0106"),
    "a YAML alias bomb": ("a.yaml", BOMB, "OT1032"),
    "a repeated key in YAML": ("a.yaml", "- 一件事: 甲\n  代码: a\n  代码: b\n", "OT1020"),
    "a NUL": ("a.onething", "一件事 甲\0乙：\n", "OT0104"),
    "an escape sequence for terminals": ("a.onething", "一件事 甲\x1b[2J：\n", "OT0104"),
    "a bidi control in a remark": ("a.onething", HEAD + "# \u202e\n", "OT0112"),
    "a path as code": ("a.onething", "一件事 甲：\n    代码：../../etc\n", "OT1310"),
    "a name reserved by Windows as code": ("a.onething", "一件事 甲：\n    代码：con\n", "OT1310"),
}


@pytest.mark.parametrize("case", FILES)
def test_file(case: str, workspace, onething) -> None:
    name, content, code = FILES[case]
    root = workspace("w", {name: content})
    result = onething("check", root, "--format", "json")
    codes = [f["code"] for f in json.loads(result.stdout)["findings"]]
    assert result.returncode == 1 and code in codes
    built = onething("build", root, "-o", root / "out")
    assert built.returncode == 1 and not (root / "out").exists()


def test_a_missing_file_is_wrong_usage(onething) -> None:
    result = onething("check", "nowhere.onething")
    assert result.returncode == 2 and "没有这个文件或文件夹：nowhere.onething" in result.stderr


def test_a_folder_without_a_workspace_is_said_with_its_repair(onething, tmp_path) -> None:
    result = onething("check", tmp_path)
    assert result.returncode == 2 and "OT0107" in result.stdout and "onething init" in result.stdout


@pytest.mark.parametrize(
    ("toml", "line"), [('language = "1"\nlang = 1\n', 2), ("language = 1\n", 1), ('language = "1"\n[[[\n', 2), ('language = "9"\n', 1)]
)
def test_a_mistake_in_the_configuration_is_found_at_its_line(toml: str, line: int, workspace, onething) -> None:
    root = workspace("w", {"onething.toml": toml})
    found = json.loads(onething("check", root, "--format", "json").stdout)["findings"][0]
    assert (found["code"], found["line"]) == ("OT0108", line)


@pytest.mark.parametrize(
    "arguments",
    [("chek",), ("check", "--foo"), ("plan",), ("explain", "OT9"), ("convert", "a", "--to", "xml"), ("check", "--format", "xml")],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: tuple[str, ...], onething) -> None:
    result = onething(*arguments)
    assert result.returncode == 2 and 1 <= len(result.stderr.strip().split("\n")) <= 2


def test_a_terminal_without_chinese_gets_escapes_not_an_error(workspace, onething) -> None:
    root = workspace("w", {"a.yaml": "- 一件事: 甲\n  代码: a\n  代码: b\n"})
    result = onething("check", root, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 1 and result.stdout.startswith("\\u9519\\u8bef[OT1020]")
