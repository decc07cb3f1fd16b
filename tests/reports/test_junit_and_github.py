"""JUnit: a suite a file, a case a finding, what stands in the way fails. GitHub: as many as it shows, errors first, the rest counted."""

from __future__ import annotations

from onething.diagnostics import finding
from onething.diagnostics.render.github import escape_message, escape_property, render_github
from onething.diagnostics.render.junit import render_junit
from onething.diagnostics.render.summary import ROWS, render_summary
from onething.diagnostics.report import Report
from tests.reports import reading
from tests.reports.making import CODES, named, report_of, span_of


def test_a_file_is_a_suite_and_one_without_findings_passes() -> None:
    report = report_of("error", "warning")
    report.files = ["好.onething", "件.onething"]
    suites = {s.get("name"): s for s in reading.junit(render_junit(report))}
    assert list(suites) == ["件.onething", "好.onething"]
    assert [c.get("name") for c in suites["好.onething"]] == ["没有问题"] and len(suites["好.onething"][0]) == 0
    assert len(suites["件.onething"]) == 2


def test_an_error_fails_and_a_warning_only_where_warnings_fail() -> None:
    report = report_of("error", "warning", "hint")
    assert [case[0].tag for case in reading.junit(render_junit(report))[0]] == ["failure", "system-out", "system-out"]
    report.strict = {""}
    assert [case[0].tag for case in reading.junit(render_junit(report))[0]] == ["failure", "failure", "system-out"]


def test_what_is_suppressed_or_frozen_is_skipped() -> None:
    found = finding(CODES["warning"], span_of("事项 甲\n", "甲"), **named("甲"))
    report = Report()
    report.add([found], reason="窗口要核对原件")
    report.add([found], frozen=True)
    assert [case[0].get("message") for case in reading.junit(render_junit(report))[0]] == ["窗口要核对原件", "在基线中"]
    commands, _ = reading.github(render_github(report))
    assert commands == []


def test_github_gets_ten_of_each_kind_errors_first_and_a_last_line_that_counts_the_rest() -> None:
    report = report_of(*["hint"] * 12, *["warning"] * 10, *["error"] * 13)
    commands, plain = reading.github(render_github(report))
    assert [name for name, _, _ in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [p["line"] for _, p, _ in commands][:10] == [str(i) for i in range(23, 33)]
    assert plain == ["13 个错误，10 个警告，12 个提示（其中 5 个没有标注：GitHub 一步里每种只显示 10 个，用 onething check 看全部）"]
    assert render_github(report).endswith(plain[0] + "\n")


def test_github_commands_have_two_ways_of_escaping() -> None:
    assert escape_message("100%\r\n甲:乙,丙") == "100%25%0D%0A甲:乙,丙"
    assert escape_property("100%\r\n甲:乙,丙") == "100%25%0D%0A甲%3A乙%2C丙"


def test_github_gets_columns_only_within_one_line_and_no_line_where_there_is_none() -> None:
    report = Report()
    report.add([finding(CODES["error"], span_of("事项 甲：\n    前置：乙\n", "甲：\n    前置"), **named("甲"))], "区/")
    report.add([finding("OT0109", None)], "区/")
    commands, _ = reading.github(render_github(report))
    places = [{k: v for k, v in p.items() if k != "title"} for _, p, _ in commands]
    assert places == [{"file": "区/件.onething", "line": "1", "endLine": "2"}, {"file": "区/onething.toml"}]


def test_the_summary_is_a_table_errors_first_that_does_not_grow_without_end() -> None:
    rows = [r for r in render_summary(report_of("hint", "error")).split("\n") if r.startswith("| ")][2:]
    assert [r.split(" | ")[1] for r in rows] == ["OT1202", "OT2802"]
    many = render_summary(report_of(*["error"] * (ROWS + 3)))
    assert many.count("OT1202") == ROWS and "另有 3 个没有列出。" in many
    assert "| --- |" not in render_summary(Report())


def test_english_all_through() -> None:
    report = report_of(*["error"] * 11)
    report.files.append("good.onething")
    report.add([finding(CODES["hint"], span_of("x\n", "x"))], frozen=True)
    for render in (render_github, render_junit, render_summary):
        written = render(report, "en")
        for name in ("事项", "件", *(f"第{i}项" for i in range(11))):
            written = written.replace(name, "")
        assert not any("\u4e00" <= c <= "\u9fff" for c in written), written
