"""Cell by cell, as a terminal draws it: whatever stands before the token, the carets begin under it and end with it."""

from __future__ import annotations

import unicodedata

import pytest

from onething.diagnostics import Note, finding
from onething.diagnostics.render.look import Look
from onething.diagnostics.render.text import render_one, render_text
from onething.diagnostics.report import Report
from tests.reports.making import CODES, TEXTS, named, report_holding, span_of

BEFORE = ["", "事项 ", "“甲”…①── ", "\t全角\u3000", "e\u0301 ", "𠮷😀", "abc｡ﾊﾟ", "\u202eevil\u200b"]
TOKENS = ["甲", "“乙”", "①", "a", "\u3000", "𠮷", "\x1b[2J"]


def cells(text: str, ambiguous: int) -> list[str]:
    """A line as a terminal lays it out: one entry a cell, a wide character twice, a combining one in the cell before it."""
    laid: list[str] = []
    for char in text:
        assert not unicodedata.category(char).startswith("C"), repr(char)
        if unicodedata.combining(char):
            laid[-1] += char
        else:
            wide = {"W": 2, "F": 2, "A": ambiguous}.get(unicodedata.east_asian_width(char), 1)
            laid += [char] * wide
    return laid


def under(lines: list[str], ambiguous: int) -> str:
    """The characters of the source line that the carets of the next line stand under."""
    line, caret = (cells(each, ambiguous) for each in lines)
    return "".join(char for char, mark in zip(line, caret) if mark == "^")


def spread(text: str, look: Look) -> str:
    return "".join(cells(look.visible(text), look.ambiguous))


@pytest.mark.parametrize("look", [Look(), Look(ambiguous=2), Look(encoding="ascii"), Look(encoding="gbk", ambiguous=2)], ids=str)
@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("before", BEFORE)
def test_the_caret_stands_under_the_token(before: str, token: str, look: Look) -> None:
    span = span_of(f"{before}§{token}§后\n", token)
    lines = render_one(finding(CODES["error"], span, **named("甲")), "zh", look).split("\n")
    assert under(lines[2:4], look.ambiguous) == spread(token, look)


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("text", TEXTS)
def test_also_behind_hostile_text(text: str, ambiguous: int) -> None:
    span = span_of(f"{text}§甲\n", "甲")
    lines = render_one(finding(CODES["error"], span, **named("甲")), "zh", Look(ambiguous=ambiguous)).split("\n")
    assert under(lines[2:4], ambiguous) == "甲甲"


def test_places_of_one_line_share_it_and_places_of_one_file_share_its_name() -> None:
    text = "事项 甲：\n    前置：乙、丙\n"
    notes = [Note(span_of(text, "丙"), "还有这个", "this"), Note(span_of(text, "甲"), "在这里", "here"), Note(span_of("甲\n", "甲", "另.onething"), "", "")]
    lines = render_one(finding(CODES["error"], span_of(text, "乙"), notes=notes, **named("甲")), folder="区/").split("\n")
    assert lines[1:-1] == [
        "  ┌─ 区/件.onething:2:8",
        "2 │     前置：乙、丙",
        "  │           ^^",
        "  │               ^^ 还有这个",
        "1 │ 事项 甲：",
        "  │      ^^ 在这里",
        "  ┌─ 区/另.onething:1:1",
        "1 │ 甲",
        "  │ ^^",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("length", [1, 300])
def test_of_a_very_long_line_only_what_is_near_is_shown(length: int, encoding: str) -> None:
    token = "乙" * length
    span = span_of("前" * 500 + token + "后" * 500 + "\n", token)
    look = Look(encoding=encoding)
    lines = render_one(finding(CODES["error"], span, **named("甲")), "zh", look).split("\n")
    dots = look.frame[2]
    shown = lines[2].partition(f" {look.frame[1]} ")[2]
    assert shown.startswith(dots + look.visible("前")) and shown.endswith(look.visible("后") + dots)
    assert shown.count(look.visible("乙")) == min(length, 80)
    assert under(lines[2:4], 1).startswith(spread("乙", look)) and set(under(lines[2:4], 1)) == set(spread("乙" + (dots if length > 1 else ""), look))


def test_a_terminal_without_lines_gets_ascii_ones() -> None:
    for encoding, corner in (("utf-8", "┌─"), ("gbk", "┌─"), ("big5", "┌─"), ("ascii", "+-"), ("latin-1", "+-"), ("no such", "+-")):
        assert f" {corner} " in render_text(report_holding("甲"), look=Look(encoding=encoding))


def test_the_last_line_counts_what_is_open_and_what_is_kept_for_the_record() -> None:
    found = finding(CODES["warning"], span_of("甲\n", "甲"), **named("甲"))
    report = Report()
    report.add([found])
    assert render_text(report).split("\n")[-2] == "0 个错误，1 个警告，0 个提示"
    report.add([found] * 2, reason="核对原件")
    report.add([found] * 5, frozen=True)
    assert render_text(report).split("\n")[-2] == "0 个错误，1 个警告，0 个提示；另有 2 个已注明忽略，5 个在基线中"
    assert render_text(report, "en").split("\n")[-2] == "0 errors, 1 warnings, 0 hints; 2 ignored with a reason, 5 in the baseline"


def test_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b[31m" in render_text(report_holding("甲"), look=Look(colour=True)) and "\x1b" not in render_text(report_holding("甲"))
