"""``--format html``: one page, nothing runs on it, every number of the report is on it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from compiling import compile_text
from lxml import html

from onething.audit import audit
from onething.audit.page import page, section
from onething.audit.page.page import SECTIONS, tone
from onething.audit.profile import profile
from onething.audit.report import report
from onething.audit.table import row

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
LESS = FULL.replace("    咨询：12345\n", "").replace("    环节：受理、备案\n", "")


def body(text: str = LESS, path: str = "甲 乙.onething") -> dict:
    made = compile_text(text, path=path, checked=False)
    return report(audit(made.analysis, [profile("五个一", Path("."))]), "省/")


def made(*bodies: dict) -> str:
    return page([row(b, ["五个一"]) for b in bodies], [section(b) for b in bodies], ["五个一"])


def text_of(markup: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", markup)).split())


def test_every_point_lost_is_on_it_with_its_line_and_its_repair():
    one = body()
    text = text_of(section(one))
    for d in one["degrees"]:
        assert f"{d['name']} {d['score']:.1f}" in text
        for m in d["measures"]:
            assert f"{m['name']} {m['won']}/{m['possible']}" in text
            for i in m["lost"]:
                assert f"{i['thing']} 第 {i['line']} 行 {i['why']} {i['repair']}" in text and f"{i['points']:.2f}" in text


def test_all_the_rest_is_on_it():
    one = body()
    text = text_of(section(one))
    assert "五个一：达到 3/5" in text and "双减半：相符" in text and "五跨：跨部门、跨系统、跨业务" in text
    for judged in one["crossings"] + one["reengineering"]:
        assert f"{judged['name']} {judged['verdict']}" in text
        assert all(s["words"] in text for s in judged["shown"])
    assert f"{one['evidence']['facts']} 个值里 {one['evidence']['sourced']} 个说得出依据" in text


def test_what_stands_in_another_file_is_named_with_it():
    one = body()
    one["degrees"][2]["measures"][1]["lost"][0]["file"] = "省/别处.onething"
    assert "省/别处.onething:" in section(one)


def test_each_bundle_of_the_table_leads_to_its_section():
    tree = html.fromstring(made(body(), body(path="丙.onething")))
    ids = [s.get("id") for s in tree.findall(".//section")]
    links = [a.get("href") for a in tree.findall(".//tbody//a")]
    assert len(links) == 2 and set(links) <= {f"#{i}" for i in ids} and not any(" " in i for i in ids)


@pytest.mark.parametrize(("score", "name"), [("100.0", "good"), ("80.0", "good"), ("79.9", "partly"), ("60.0", "partly"), ("59.9", "bad"), ("0.0", "bad"), ("–", "none")])
def test_a_colour_never_stands_without_its_number(score: str, name: str):
    assert tone(score) == name
    for cell in html.fromstring(made(body(), body())).iter("td", "b"):
        if "score" in (cell.get("class") or "").split():
            assert tone(cell.text_content().strip()) in cell.get("class").split()


def test_nothing_runs_on_it_and_names_stay_text():
    hostile = LESS.replace("一件事 开店", "一件事 “开店<script>alert(1)</script>”").replace("涉税备案", "“涉税<img src=x>备案”")
    markup = made(body(hostile))
    assert "<script" not in markup and "<img" not in markup and "&lt;script&gt;" in markup
    assert "default-src 'none'; style-src 'sha256-" in unescape(markup)
    assert not re.search(r"(src|href)=\"(?!#)", markup)


def test_of_thousands_only_the_table_is_shown():
    one = body()
    rows = [row(one, ["五个一"])] * (SECTIONS + 1)
    markup = page(rows, [section(one)] * len(rows), ["五个一"])
    assert markup.count("<section") == 1 and "件数太多，这里只列总表" in markup and "<a href=\"#省" not in markup
    assert page(rows[1:], [section(one)] * SECTIONS, ["五个一"]).count("<section") == SECTIONS + 1


def test_the_command_writes_it(onething, workspace):
    root = workspace("店", {"甲.onething": LESS})
    written = onething("audit", root, "--format", "html")
    assert written.returncode == 0 and written.stdout.startswith("<!doctype html>") and "示范省/开店" in written.stdout
