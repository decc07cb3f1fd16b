"""What code scanning needs beyond the words: levels, places, repairs, rules with help, what is suppressed and why."""

from __future__ import annotations

from onething.check.pages import page_of
from onething.diagnostics import Fix, Note, finding
from onething.diagnostics.render.sarif import render_sarif
from onething.diagnostics.report import Report
from onething.source import Source, Span
from tests.reports import reading
from tests.reports.making import CODES, named, report_of, span_of


def run_of(report: Report, lang: str = "zh") -> dict:
    return reading.sarif(render_sarif(report, lang))


def test_levels_are_error_warning_note_and_rules_are_those_found() -> None:
    run = run_of(report_of("hint", "error", "warning"))
    assert [r["level"] for r in run["results"]] == ["note", "error", "warning"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == sorted(CODES.values())
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert {r["id"]: r["defaultConfiguration"]["level"] for r in rules} == {"OT1202": "error", "OT2303": "warning", "OT2802": "note"}


def test_a_rule_brings_its_page_in_the_language_asked_for() -> None:
    report = report_of("error")
    report.pages = {"OT1202": page_of("OT1202").read_text(encoding="utf-8")}
    chinese, english = (run_of(report, lang)["tool"]["driver"] for lang in ("zh", "en"))
    assert chinese["language"] == "zh-CN" and english["language"] == "en"
    assert chinese["rules"][0]["shortDescription"]["text"] == "同一个名称写了两次" and "## 为什么" in chinese["rules"][0]["help"]["markdown"]
    assert english["rules"][0]["shortDescription"]["text"] == "… “…” is declared twice"
    assert english["rules"][0]["help"]["text"].isascii() or "“" in english["rules"][0]["help"]["text"]


def test_columns_count_characters_also_behind_astral_ones() -> None:
    report = Report()
    report.add([finding(CODES["error"], span_of("备注 𠮷😀：甲\n", "甲"), **named("甲"))])
    run = run_of(report)
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert region == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 8}


def test_repairs_are_replacements_file_by_file() -> None:
    here, there = Source("甲.onething", "一二三\n"), Source("乙.onething", "四五六\n")
    edits = ((Span(here, 1, 2), "贰"), (Span(there, 0, 0), "零"), (Span(here, 0, 1), ""))
    report = Report()
    report.add([finding(CODES["error"], Span(here, 0, 1), fix=Fix("改", "mend", edits, safe=True), **named("甲"))], "区/")
    (fix,) = run_of(report)["results"][0]["fixes"]
    assert fix["properties"] == {"safe": True}
    changes = {reading.path_of(c["artifactLocation"]["uri"]): c["replacements"] for c in fix["artifactChanges"]}
    assert [(r["deletedRegion"]["startColumn"], r["deletedRegion"]["endColumn"], r["insertedContent"]["text"]) for r in changes["区/甲.onething"]] == [
        (1, 2, ""),
        (2, 3, "贰"),
    ]
    assert [(r["deletedRegion"]["startColumn"], r["deletedRegion"]["endColumn"]) for r in changes["区/乙.onething"]] == [(1, 1)]


def test_words_beside_other_places_are_related_locations() -> None:
    first = span_of("部门 甲\n部门 甲\n", "甲", "目录.onething")
    report = Report()
    report.add([finding(CODES["error"], span_of("事项 甲\n", "甲"), label=("又一次", "again"), notes=[Note(first, "第一次", "first")], **named("甲"))], "区/")
    (result,) = run_of(report)["results"]
    (related,) = result["relatedLocations"]
    assert result["locations"][0]["message"]["text"] == "又一次" and related["message"]["text"] == "第一次"
    assert reading.path_of(related["physicalLocation"]["artifactLocation"]["uri"]) == "区/目录.onething"


def test_files_lie_below_the_working_directory_or_below_nothing() -> None:
    for folder, base in (("", "SRCROOT"), ("区/", "SRCROOT"), ("../隔壁/", None)):
        report = Report()
        report.add([finding(CODES["error"], span_of("事项 甲\n", "甲"), **named("甲"))], folder)
        run = run_of(report)
        artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact.get("uriBaseId") == base and reading.path_of(artifact["uri"]) == folder + "件.onething"
        assert "SRCROOT" in run["originalUriBaseIds"] and "uri" not in run["originalUriBaseIds"]["SRCROOT"]


def test_a_finding_without_a_place_points_to_its_file_or_its_workspace() -> None:
    report = Report()
    report.add([finding("OT0101", None, path="坏.onething", reason="读不了"), finding("OT0109", None)], "区/")
    files = {r["ruleId"]: r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run_of(report)["results"]}
    assert {c: reading.path_of(f) for c, f in files.items()} == {"OT0101": "区/坏.onething", "OT0109": "区/onething.toml"}
