"""Whatever a specification says is text: in the Markdown, in the page, and in the list of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fixture_ir import bundle
from lxml import html

from onething.emit.notice.markdown import escape
from onething.plan.ir import BundleIR

from .applicants import walk
from .conftest import texts

HOSTILE = (
    '"><svg onload=alert(1)>', "</script><script>alert(1)</script>", "<!--<script>", "]]>", "[甲](javascript:alert(1))",
    "![图](http://example.com/a.png)", "甲|乙\\|丙", "# 标题", "第一行\n第二行", "1. 甲", "- 甲", "> 甲", "**甲** _乙_ `丙` ~~丁~~",
    "www.example.com 与 https://example.com/?a=1&b=2", "a@example.com", "&lt;b&gt;&amp;", "{{ 7*7 }}{% raw %}", "甲\\", "***", "---",
    "<br>", "$x$", "+ 甲", "=== 甲", "[^1]: 甲", "| --- |", "'甲' onmouseover='alert(1)", "甲&copy;乙", "1\\. 甲", ":::甲", "甲  乙",
    "\\|", "``` 甲",
)  # fmt: skip
KEYS = {"taken", "chosen", "done", "doing", "is", "cmp", "and", "or", "not"}
FIXED = {"id", "kind", "how", "type", "participation", "holds", "on_refusal", "file", "folder", "code", "place_code", "verdict", "original",
         "medium", "version", "language", "compiler", "kinds", "what"}  # fmt: skip


def poisoned(canary: str) -> BundleIR:
    """The bundle with ``canary`` at the end of every free text; names stay consistent."""

    def poison(value: Any, key: str = "") -> Any:
        if key in FIXED:
            return value
        if isinstance(value, str):
            return value + canary if value else value
        if isinstance(value, dict):
            return {(k + canary if key == "headline_answers" else k): poison(v, k) for k, v in value.items()}
        if isinstance(value, list):
            if value and isinstance(value[0], str) and value[0] in KEYS and (key in CONDITIONS or key == "condition"):
                return _condition(value, canary)
            return [poison(v, "condition" if key in CONDITIONS else key) for v in value]
        return value

    return BundleIR.model_validate(poison(bundle().model_dump()))


CONDITIONS = {"when", "open", "applies", "taken", "blocked", "visible", "required", "prefill_when", "inside", "hand_in", "later", "offered"}


def _condition(c: Any, canary: str) -> Any:
    if isinstance(c, bool):
        return c
    if c[0] in ("and", "or", "not"):
        return [c[0], *(_condition(part, canary) for part in c[1:])]
    if c[0] == "is":
        yes_no = {"是", "否"}
        return ["is", c[1] + canary, [o if o in yes_no else o + canary for o in c[2]]]
    return [c[0], c[1] + canary, *c[2:]]


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.tag, tuple(sorted(e.attrib))) for e in html.fromstring(page).iter() if isinstance(e.tag, str)]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_read_back_is_the_same_text(text: str) -> None:
    MarkdownIt = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    one_line = " ".join(text.split())
    for source in (escape(text), f"| 甲 |\n| --- |\n| {escape(text)} |", f"- {escape(text)}", f"## 一、{escape(text)}"):
        tree = html.fromstring(f"<div>{parser.render(source)}</div>")
        leaf = tree.xpath("(.//p | .//td | .//li | .//h2)[last()]")[0]
        assert leaf.text_content().strip().removeprefix("一、") == one_line
        assert {e.tag for e in tree.iter()} <= {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "h2"}


@pytest.mark.parametrize("text", HOSTILE)
def test_the_markdown_of_a_whole_bundle_keeps_its_shape(text: str) -> None:
    MarkdownIt = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed").MarkdownIt
    parser = MarkdownIt("commonmark").enable("table")

    def kinds(ir: BundleIR) -> list[str]:
        source = texts(ir)[0].replace("<br>", "")
        return [token.type for token in parser.parse(source)]

    assert kinds(poisoned(text)) == kinds(poisoned("甲"))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_of_a_hostile_bundle_keeps_its_shape(text: str) -> None:
    page = texts(poisoned(text))[1]
    assert shape(page) == shape(texts(poisoned("甲" * len(text)))[1])
    assert page.count("<script") == 2 and page.count("</script>") == 2


def test_no_link_of_the_page_leaves_it() -> None:
    tree = html.fromstring(texts(poisoned("[甲](javascript:alert(1)) https://example.com"))[1])
    assert all(link.startswith("#") for link in tree.xpath("//@href | //@src | //@action"))


def test_the_policy_allows_nothing_but_our_own_script_and_style() -> None:
    policy = html.fromstring(texts(bundle())[1]).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy


def test_a_hostile_bundle_stays_text_in_my_list(opened: Callable[..., Any]) -> None:
    canary = "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>"
    ir = poisoned(canary)
    page = opened(ir)
    page.click("#show-mine")
    answers = {q.name: q.options[0].name for q in ir.questions if q.options}
    walk(page, ir, {"answers": answers, "choose": [m.name for m in ir.matters], "done": [], "doing": []})
    assert not page.query_selector("#mine img, #mine script")
    assert canary in page.inner_text("#result")
