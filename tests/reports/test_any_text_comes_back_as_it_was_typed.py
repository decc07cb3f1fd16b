"""Whatever an author types – in a name, a file name, a reason – every format says it, and it is nothing but text there."""

from __future__ import annotations

import json

import pytest

from onething.diagnostics.render.formats import FORMATS
from onething.diagnostics.render.junit import render_junit
from onething.diagnostics.render.look import Look, visible
from onething.diagnostics.render.summary import render_summary
from onething.diagnostics.render.text import render_text
from tests.reports import reading
from tests.reports.making import CODES, CONTROLS, TEXTS, message, report_holding

LINK = ("](", "] (")  # a SARIF message cannot say the first: it would be a link


@pytest.mark.parametrize("text", [*TEXTS, *CONTROLS])
def test_json(text: str) -> None:
    body = json.loads(FORMATS["json"](report_holding(text), "zh"))
    (found,) = body["findings"]
    label, note = found["places"]
    (edit,) = found["fix"]["edits"]
    assert found["message"] == message(text)
    assert [found["file"], label["text"], note["file"], note["text"], found["fix"]["text"], edit["new_text"]] == [text] * 6
    assert found["witness"] == {text: text}
    assert [s["reason"] for s in body["suppressed"]] == [text] and [f["code"] for f in body["frozen"]] == [CODES["hint"]]


@pytest.mark.parametrize("text", [t for t in [*TEXTS, *CONTROLS] if t != "\udcff"])
def test_sarif(text: str) -> None:
    run = reading.sarif(FORMATS["sarif"](report_holding(text), "zh"))
    said = text.replace(*LINK)
    found, suppressed, frozen = run["results"]
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    location, (related,), (fix,) = found["locations"][0], found["relatedLocations"], found["fixes"]
    (change,) = fix["artifactChanges"]
    assert reading.words(found["message"]).split("\n", 1)[0] == message(said).split("\n")[0]
    assert reading.words(found["message"]) == f"{message(said)}\n例如：{said} {said}\n建议：{said}"
    assert [reading.words(m) for m in (location["message"], related["message"], fix["description"])] == [said] * 3
    for place in (location["physicalLocation"], related["physicalLocation"], change):
        assert reading.path_of(place["artifactLocation"]["uri"]) == text
    assert change["replacements"][0]["insertedContent"]["text"] == text and found["properties"]["witness"] == {text: text}
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": text}]
    assert (found["suppressions"], frozen["suppressions"][0]["kind"]) == ([], "external")
    assert reading.words(rule["help"]) == f"# OT1202 标题\n\n甲{said}乙"


def test_a_file_name_that_is_not_utf_8_keeps_its_bytes_in_sarif() -> None:
    run = json.loads(FORMATS["sarif"](report_holding("件\udcff.onething"), "zh"))["runs"][0]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E4%BB%B6%FF.onething"


@pytest.mark.parametrize("text", TEXTS)
def test_junit(text: str) -> None:
    (suite,) = reading.junit(FORMATS["junit"](report_holding(text), "zh"))
    failed, suppressed, frozen = suite
    assert suite.get("name") == failed.get("classname") == text and failed.get("name").endswith(f"OT1202 {message(text)}")
    assert failed[0].get("message") == message(text)
    assert failed[0].text == f"{message(text)}\n{text}:1:1 {text.rstrip()}\n例如：{text} {text}\n建议：{text}"
    assert suppressed[0].get("message") == text and frozen[0].get("message") == "在基线中"


@pytest.mark.parametrize("text", TEXTS)
def test_github(text: str) -> None:
    ((kind, properties, body),), plain = reading.github(FORMATS["github"](report_holding(text), "zh"))
    assert kind == "error" and properties == {
        "file": text, "line": "2", "endLine": "2", "col": "1", "endColumn": "4", "title": "错误[OT1202]"
    }  # fmt: skip
    assert body == f"{message(text)}\n{text}:1:1 {text.rstrip()}\n例如：{text} {text}\n建议：{text}"
    assert plain == ["1 个错误，0 个警告，0 个提示；另有 1 个已注明忽略，1 个在基线中"]


@pytest.mark.parametrize("text", [*TEXTS, *CONTROLS])
def test_gitlab(text: str) -> None:
    (issue,) = reading.gitlab(FORMATS["gitlab"](report_holding(text), "zh"))
    assert issue["location"] == {"path": text, "lines": {"begin": 2, "end": 2}}
    assert issue["description"].startswith(message(text) + "；") and issue["description"].endswith(f"；建议：{text}")


@pytest.mark.parametrize("text", TEXTS)
def test_summary_in_markdown(text: str) -> None:
    markdown = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt("gfm-like", {"linkify": False})
    tokens = markdown.parse(render_summary(report_holding(text)))
    cells = [t for t in tokens if t.type == "inline"][-4:]
    kinds = {child.type for cell in cells for child in cell.children}
    assert [t.type for t in tokens].count("tr_open") == 2 and kinds <= {"text", "html_inline", "text_special"}
    assert {c.content for cell in cells for c in cell.children if c.type == "html_inline"} == {"<br>"}
    severity, code, place, said = ("".join("\n" if c.type == "html_inline" else c.content for c in cell.children) for cell in cells)
    assert (severity, code, place) == ("错误", "OT1202", f"{text}:2:1")
    assert said == f"{message(text)}\n例如：{text} {text}\n建议：{text}"


@pytest.mark.parametrize("text", TEXTS)
def test_text(text: str) -> None:
    lines = render_text(report_holding(text)).split("\n")
    assert lines[0] == f"错误[OT1202] {message(text)}"
    assert f"  ┌─ {text}:2:1" in lines and f"2 │ 事项 {text}：" in lines and f"1 │ # {text}".rstrip() in lines
    assert f"  = 例如：{text} {text}" in lines and f"  = 建议：{text}" in lines


@pytest.mark.parametrize("text", CONTROLS)
@pytest.mark.parametrize("format", ["text", "github", "junit", "summary"])
def test_controls_are_shown_never_sent(format: str, text: str) -> None:
    render = render_summary if format == "summary" else FORMATS[format]
    written = render(report_holding(text), "zh")
    assert set(written) & {c for c in text if not c.isprintable()} <= ({"\n", "\u2028", "\u202e"} if format == "junit" else {"\n"})
    assert format == "summary" or format == "junit" or visible(text).replace("%", "%25") in written
    assert "\n::error::x" not in written
    if format == "junit":
        reading.junit(render_junit(report_holding(text)))


@pytest.mark.parametrize("text", [*TEXTS, *CONTROLS])
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_text_for_a_terminal_that_knows_less(encoding: str, text: str) -> None:
    look = Look(encoding=encoding)
    assert look.visible(text).encode(encoding).decode(encoding).isprintable() or "\u3000" in text or "\xa0" in text
    render_text(report_holding(text), look=look).encode(encoding, "backslashreplace")
