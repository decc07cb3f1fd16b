"""Goals of onething.toml: what fails a build, on which day, and what is said of a goal that guards nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from onething.cli.app import run

from .workspaces import write

ADOPTS = """\
# 文件 东市.onething
一件事 新生儿出生：
    地区：东市
    沿用：示范省/新生儿出生
"""
CANCELS = ADOPTS + "取消 事项 参保登记：“由医院一并办理”\n"


def goal(**said: object) -> str:
    """A goal for the list of the samples, as it is written."""
    lines = {"list": "年度一", "level": "市"} | said
    return "[[coverage]]\n" + "".join(f"{k.rstrip('_')} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in lines.items())


@pytest.fixture
def covering(tmp_path: Path, capsys):
    """Run coverage on a sample with goals: exit status, and code with line of each finding."""

    def covered(sample: str, config: str, *options: str) -> tuple[int, list[tuple[str, int]]]:
        write(tmp_path, sample, config)
        status = run(["coverage", str(tmp_path), *options])
        out = capsys.readouterr().out
        return status, [(code, int(line)) for code, line in re.findall(r"\[(OT\d{4})\].*\n *┌─ \S*onething\.toml:(\d+):", out)]

    return covered


def test_a_goal_that_is_reached_is_fine(covering):
    assert covering(ADOPTS, goal(share=50)) == (0, [])


def test_a_goal_that_is_missed_fails_with_the_line_of_the_goal(covering):
    assert covering(ADOPTS, goal(share=100)) == (1, [("OT3201", 3)])


def test_a_goal_without_a_share_asks_for_all(covering):
    assert covering(ADOPTS, goal()) == (1, [("OT3201", 3)])


def test_a_goal_without_a_level_asks_cities_and_counties(covering):
    """东市 and its two counties have it, 西市 and 西一县 have not: 60 %."""
    assert covering(ADOPTS, goal(level="", share=60)) == (0, [])
    assert covering(ADOPTS, goal(level="", share=61)) == (1, [("OT3201", 3)])


def test_a_goal_of_the_counties_counts_what_they_take_over(covering):
    assert covering(ADOPTS, goal(level="县", share=66)) == (0, [])
    assert covering(ADOPTS, goal(level="县", share=67)) == (1, [("OT3201", 3)])


def test_a_goal_of_the_province_counts_the_provincial_version(covering):
    assert covering("", goal(level="省")) == (0, [])


def test_what_lacks_a_matter_counts_unless_the_goal_asks_for_the_matters(covering):
    assert covering(CANCELS, goal(share=50)) == (0, [])
    assert covering(CANCELS, goal(share=50, matters=True)) == (1, [("OT3201", 3)])


@pytest.mark.parametrize(("day", "status"), [("2024-12-30", 0), ("2024-12-31", 1), ("2025-01-01", 1)])
def test_a_goal_holds_from_its_day_on(covering, day, status):
    assert covering(ADOPTS, goal(from_="2024-12-31"), "--today", day)[0] == status


def test_the_day_may_stand_in_the_configuration(covering):
    assert covering(ADOPTS, 'today = "2025-01-01"\n' + goal(from_="2024-12-31")) == (1, [("OT3201", 4)])


def test_without_a_day_it_is_said_that_dates_are_not_judged(covering):
    assert covering(ADOPTS, goal(from_="2024-12-31")) == (0, [("OT3203", 3)])


def test_a_list_not_issued_yet_misses_nothing(covering):
    assert covering("", goal(), "--today", "2024-01-08") == (0, [])
    assert covering("", goal(), "--today", "2024-01-09")[0] == 1


def test_a_goal_of_no_list_guards_nothing(covering):
    assert covering(ADOPTS, goal(list="年度二")) == (1, [("OT3202", 3)])


def test_a_goal_of_a_level_where_nobody_is_guards_nothing(covering):
    extra = ADOPTS + "# 文件 更多标准.onething\n清单 东市特色：\n    地区：东市\n标准 东市特色/看护\n"
    assert covering(extra, goal(list="东市特色", level="省")) == (1, [("OT3202", 3)])


def test_each_goal_has_its_own_line(covering):
    assert covering(ADOPTS, goal(share=50) + goal() + goal(share=90)) == (1, [("OT3201", 7), ("OT3201", 10)])


@pytest.mark.parametrize(
    ("config", "line", "said"),
    [
        (goal(shar=3), 5, "里没有“shar”这个键"),
        (goal(share=101), 5, "“share”的值不对"),
        (goal(level="区"), 4, "“level”的值不对"),
        (goal(from_="2024-13-01"), 5, "“from”的值不对"),
        ('name = "示"\n[[coverage]]\nlevel = "市"\n', 3, "里没有写“list”"),
    ],
)
def test_a_goal_that_cannot_be_read_is_a_finding_at_its_line(tmp_path, capsys, config, line, said):
    write(tmp_path, ADOPTS, config)
    assert run(["coverage", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "[OT0108]" in out and said in out and f"onething.toml:{line}:" in out


def test_the_missing_places_are_named_with_the_line_of_the_standard(tmp_path, capsys):
    write(tmp_path, CANCELS, goal(matters=True))
    run(["coverage", str(tmp_path), "--format", "sarif"])
    report = json.loads(capsys.readouterr().out)
    (result,) = report["runs"][0]["results"]
    assert result["ruleId"] == "OT3201"
    (beside,) = result["relatedLocations"]
    assert beside["physicalLocation"]["artifactLocation"]["uri"].endswith("目录.onething") or "%" in beside["physicalLocation"]["artifactLocation"]["uri"]
    assert beside["message"]["text"].startswith("东市 部分（取消 参保登记，理由：由医院一并办理，东市.onething:5），西市 缺")
