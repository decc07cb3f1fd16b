"""What a finding is known by: the same after lines move, different for another finding, unique within a report."""

from __future__ import annotations

import pytest

from onething.diagnostics import finding
from onething.diagnostics.render.gitlab import render_gitlab
from onething.diagnostics.render.sarif import render_sarif
from onething.diagnostics.report import Report
from onething.source import Source, Span
from tests.reports import reading
from tests.reports.making import CODES, named, report_of


def prints(text: str, token: str, code: str = CODES["error"], path: str = "件.onething", folder: str = "") -> list[str]:
    """The fingerprints of a finding at every occurrence of the token, as GitLab and SARIF say them."""
    source, start, found = Source(path, text), -1, []
    while (start := text.find(token, start + 1)) >= 0:
        found.append(finding(code, Span(source, start, start + len(token)), **named(token)))
    report = Report()
    report.add(found, folder)
    gitlab = [issue["fingerprint"] for issue in reading.gitlab(render_gitlab(report))]
    assert gitlab == [r["partialFingerprints"]["onethingFinding/v1"] for r in reading.sarif(render_sarif(report))["results"]]
    return gitlab


BEFORE = prints("事项 甲：\n    前置：乙\n", "乙")


@pytest.mark.parametrize("text", ["# 新的一行\n\n事项 甲：\n    前置：乙\n", "事项 甲：\n  前置：乙  \n", "事项 甲：\r\n    前置：乙\r\n"])
def test_lines_above_and_blanks_do_not_matter(text: str) -> None:
    assert prints(text, "乙") == BEFORE


def test_line_code_file_and_place_matter() -> None:
    others = [
        prints("事项 甲：\n    前置：乙、丙\n", "乙"),
        prints("事项 甲：\n    前置：乙\n", "前置"),
        prints("事项 甲：\n    前置：乙\n", "乙", CODES["warning"]),
        prints("事项 甲：\n    前置：乙\n", "乙", path="另.onething"),
        prints("事项 甲：\n    前置：乙\n", "乙", folder="区/"),
    ]
    assert len({*map(tuple, others), tuple(BEFORE)}) == 6


def test_equal_lines_are_told_apart_by_their_order() -> None:
    three = prints("    前置：乙\n" * 3, "乙")
    assert len(set(three)) == 3 and three[:2] == prints("    前置：乙\n# 隔开\n    前置：乙\n", "乙")


def test_severities_are_mapped() -> None:
    issues = reading.gitlab(render_gitlab(report_of("error", "warning", "hint")))
    assert [i["severity"] for i in issues] == ["critical", "minor", "info"]


def test_a_finding_without_a_place_has_its_file_and_the_first_line() -> None:
    report = Report()
    report.add([finding("OT0101", None, path="坏.onething", reason="读不了"), finding("OT0101", None, path="又坏.onething", reason="读不了")], "区/")
    issues = reading.gitlab(render_gitlab(report))
    assert [i["location"] for i in issues] == [{"path": f"区/{p}.onething", "lines": {"begin": 1, "end": 1}} for p in ("又坏", "坏")]
    assert len({i["fingerprint"] for i in issues}) == 2


def test_findings_without_a_place_are_told_apart_by_what_they_say() -> None:
    said = []
    for reason in ("第 1 个", "第 2 个"):
        report = Report()
        report.add([finding("OT2905", None, file="onething-baseline.json", reason=reason)], "区/")
        said += reading.gitlab(render_gitlab(report))
    assert said[0]["fingerprint"] != said[1]["fingerprint"] and said[0]["location"]["path"] == "区/onething-baseline.json"
