"""``onething coverage`` as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onething.cli.app import run

from .test_goals import ADOPTS, CANCELS, goal
from .workspaces import write


@pytest.fixture
def typed(tmp_path: Path, capsysbinary):
    """Run it in a workspace of a sample: exit status, stdout, stderr."""

    def run_it(sample: str, *options: str, config: str = "") -> tuple[int, str, str]:
        write(tmp_path, sample, config)
        status = run(["coverage", str(tmp_path), *options])
        said = capsysbinary.readouterr()
        return status, said.out.decode("utf-8"), said.err.decode("utf-8")

    return run_it


def test_the_table_of_a_list_and_what_is_left_to_do(typed):
    status, out, _ = typed(CANCELS)
    assert status == 0
    assert "清单 年度一（年度，2024-01-09 发布，国发〔2024〕3号）：1 件 × 5 个地区（市、县）\n" in out
    assert "  覆盖 60%（3/5），事项齐全 0%（0/5）\n" in out
    assert "  缺 新生儿出生  西市和所辖 1 个县  目录.onething:33\n" in out
    assert "  部分 新生儿出生：取消 参保登记，理由：由医院一并办理  东市  东市.onething:5\n" in out


def test_one_place_and_what_lies_below_it(typed):
    _, out, _ = typed(ADOPTS, "--place", "东市")
    assert "1 件 × 3 个地区" in out and "覆盖 100%（3/3）" in out and "西市" not in out


def test_what_lies_elsewhere_is_not_outside_the_lists_there(typed):
    other = "# 文件 西市.onething\n一件事 租房：\n    代码：rent\n    地区：西市\n    牵头部门：公安部门\n    依据：未载明\n事项 租房备案：\n    办理部门：公安部门\n"
    assert "清单外 1 件" in typed(ADOPTS + other)[1] and "清单外" not in typed(ADOPTS + other, "--place", "东市")[1]


def test_the_place_of_the_workspace_is_the_default(typed):
    _, out, _ = typed(ADOPTS, config='place = "东市"\n')
    assert "1 件 × 3 个地区" in out and "西市" not in out


def test_counted_by_place(typed):
    _, out, _ = typed(ADOPTS, "--by", "place")
    assert [line.split()[:2] for line in out.splitlines()[1:]] == [["东市", "990100"], ["东一县", "990121"], ["东二县", "990122"], ["西市", "990200"], ["西一县", "990221"]]


def test_findings_never_stand_within_what_a_program_reads(typed):
    status, out, err = typed(ADOPTS, "--format", "csv", config=goal())
    assert status == 1 and "OT3201" not in out and "OT3201" in err
    status, out, err = typed(ADOPTS, "--format", "json", config=goal())
    assert status == 1 and [f["code"] for f in json.loads(out)["findings"]] == ["OT3201"] and not err
    status, out, err = typed(ADOPTS, "--format", "html", config=goal())
    assert status == 1 and out.endswith("</html>\n") and "OT3201" in err


@pytest.mark.parametrize("format", ["sarif", "junit", "github", "gitlab"])
def test_machines_are_told_the_goals_that_are_missed(typed, format):
    assert "OT3201" in typed(ADOPTS, "--format", format, config=goal())[1]
    assert "OT3201" not in typed(ADOPTS, "--format", format, config=goal(share=50))[1]


@pytest.mark.parametrize("format", ["text", "json", "csv", "xlsx", "html"])
def test_it_is_written_to_a_file(typed, tmp_path, format):
    target = tmp_path / f"覆盖.{format}"
    status, out, _ = typed(ADOPTS, "--format", format, "-o", str(target), config=goal())
    assert status == 1 and target.stat().st_size > 100 and "已写到" in out and "OT3201" in out


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "pdf"), ("--by", "county"), ("--by", "place", "--format", "html"), ("--format", "xlsx"), ("--place", "南市"),
        ("--today", "2026-1-1"), ("--today", "明天"), ("--format", "html", "-o", "没有/x.html"), ("--format", "html", "-o", "."),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line(typed, options):
    status, out, err = typed(ADOPTS, *options)
    assert status == 2 and not out and err.count("\n") == 1


def test_a_part_of_a_workspace_is_not_enough(tmp_path, capsys):
    write(tmp_path, ADOPTS)
    assert run(["coverage", str(tmp_path / "东市.onething")]) == 2
    assert "--place" in capsys.readouterr().err


def test_a_catalogue_with_errors_is_shown_first(typed):
    status, out, _ = typed(ADOPTS + "# 文件 更多.onething\n清单 年度二：\n    类别：季度\n")
    assert status == 1 and "更多.onething:7" in out and "覆盖" not in out


def test_without_standards_there_is_nothing_to_compare_with(tmp_path, capsys):
    (tmp_path / "onething.toml").write_text('language = "2"\n')
    (tmp_path / "目录.onething").write_text("地区 东市：\n    代码：990100\n", encoding="utf-8")
    assert run(["coverage", str(tmp_path)]) == 0
    assert "没有标准" in capsys.readouterr().out


def test_a_standard_of_an_unknown_list_is_found_where_lists_are_declared(tmp_path, capsys):
    write(tmp_path, "# 文件 更多.onething\n标准 年度壹/养老\n")
    assert run(["check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "没有叫“年度壹”的清单" in out and "更多.onething:2:4" in out
