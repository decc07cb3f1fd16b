"""看看我要带什么: the list of one applicant, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fixture_ir import REGISTER, asks, bundle, material, matter, need

from onething.emit.notice import emit

from .applicants import draw, judged, walk

SEEDS = range(40)


def agree(ir: Any, shown: dict[str, Any], who: dict[str, Any]) -> None:
    meant = judged(ir, who)
    if meant["blocked"]:
        assert shown["gates"]
        assert not shown["bring"] and not shown["matters"]
        return
    if not meant["taken"]:
        assert not shown["bring"]
        return
    assert shown["bring"] == meant["bring"]
    assert shown["later"] == meant["later"]
    assert shown["offered"] == meant["offered"]
    assert sorted(shown["oneof"]) == sorted(g for g in meant["groups"].values() if len(g) > 1)
    assert not set(shown["spared"]) & set(meant["bring"])


def test_lists_exactly_the_handed_in_lines_and_their_alternatives_for_every_state(opened: Callable[..., Any]) -> None:
    ir = bundle()
    page = opened(ir)
    page.click("#show-mine")
    for seed in SEEDS:
        who = draw(ir, seed)
        agree(ir, walk(page, ir, who), who)
        page.click(".again")


def test_with_questions_left_open_lists_what_every_answer_shares(opened: Callable[..., Any]) -> None:
    ir = bundle()
    page = opened(ir)
    page.click("#show-mine")
    for seed in range(100, 115):
        who = draw(ir, seed, skip=0.4)
        agree(ir, walk(page, ir, who), who)
        page.click(".again")


def test_a_matter_that_waits_stands_after_the_one_it_waits_for(opened: Callable[..., Any]) -> None:
    ir = bundle()
    page = opened(ir)
    page.click("#show-mine")
    who = {
        "answers": {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "是", "新生儿的月龄": 1},
        "choose": ["社会保障卡申领"], "done": [], "doing": [],
    }  # fmt: skip
    shown = walk(page, ir, who)["matters"]
    for edge in ir.edges:
        if edge.before in shown and edge.after in shown and edge.holds == "受理":
            assert shown.index(edge.before) < shown.index(edge.after)
    assert set(shown) == set(judged(ir, who)["taken"])


def test_one_may_go_back_and_answer_otherwise(opened: Callable[..., Any]) -> None:
    page = opened(bundle())
    page.click("#show-mine")
    page.check("#answer-hukou-0")
    page.click("#next")
    page.check("#answer-marriage-1")
    page.click("#next")
    assert page.get_attribute("#asking form", "data-question") == "paternity"
    page.click(".back")
    assert page.is_checked("#answer-marriage-1")
    page.check("#answer-marriage-0")
    page.click("#next")
    assert page.get_attribute("#asking form", "data-question") == "birthcert"


def test_a_gate_says_at_once_why_it_stops(opened: Callable[..., Any]) -> None:
    page = opened(bundle())
    page.click("#show-mine")
    page.check("#answer-hukou-2")
    assert "请到户籍窗口办理" in page.inner_text("#asking .warn")


def test_the_keyboard_is_enough(opened: Callable[..., Any]) -> None:
    page = opened(bundle())
    page.focus("#begin")
    page.keyboard.press("Enter")
    page.focus("#answer-hukou-0")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert page.get_attribute("#asking form", "data-question") == "marriage"


@pytest.mark.parametrize("mine", [True, False])
def test_print_shows_only_the_list_chosen(opened: Callable[..., Any], mine: bool) -> None:
    page = opened(bundle())
    page.click("#show-mine")
    page.check("#answer-hukou-0")
    page.click("#next")
    while page.query_selector("#asking form"):
        page.click(".skip-it")
    page.click("#show-list")
    if not mine:
        page.click("#show-everyone")
    page.emulate_media(media="print")
    assert page.is_visible("#result") is mine
    assert page.is_visible("#notice h1") is not mine
    assert not page.is_visible("#bar") and not page.is_visible(".actions") and not page.is_visible("#call")


def test_print_before_a_list_is_made_is_the_notice_for_everybody(opened: Callable[..., Any]) -> None:
    page = opened(bundle())
    page.click("#show-mine")
    page.emulate_media(media="print")
    assert page.is_visible("#notice h1") and not page.is_visible("#asking")


def test_without_javascript_everything_is_there(opened: Callable[..., Any]) -> None:
    page = opened(bundle(), java_script_enabled=False)
    assert not page.is_visible("#bar") and not page.is_visible("#call")
    ir = bundle()
    text = page.inner_text("#notice")
    for name in [m.name for m in ir.matters] + [m.name for m in ir.materials] + [g.message for g in ir.gates]:
        assert name in text
    for section in page.query_selector_all("#notice section"):
        assert section.is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(opened: Callable[..., Any], width: int) -> None:
    page = opened(bundle(), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def one_of(*alternatives: dict[str, Any]) -> Any:
    """A bundle of one matter whose only requirement is a one-of group."""
    return bundle(
        matters=[matter(REGISTER, "register", 1, "公安部门", True)], taking_order=[REGISTER], questions=[], gates=[], edges=[], fields=[],
        materials=[material(**{"group": 1, "line": 2, **a}) for a in alternatives],
    )  # fmt: skip


def test_an_alternative_that_may_follow_stands_beside_the_one_handed_in(opened: Callable[..., Any]) -> None:
    ir = one_of(
        {"name": "租赁合同", "id": "lease", "needs": [need(REGISTER, "自备", 2)], "hand_in": asks(REGISTER)},
        {"name": "居住证明", "id": "proof", "needs": [need(REGISTER, "容缺后补", 2)], "later": asks(REGISTER), "later_text": "5个工作日内补"},
    )
    page = opened(ir)
    page.click("#show-mine")
    page.click("#show-list")
    text = page.inner_text("#my-bring .oneof")
    assert "租赁合同" in text and "居住证明" in text and "可以后补：5个工作日内补" in text
    assert not page.query_selector("#my-later")
    assert "1 种" in page.inner_text(".sum")


def test_an_alternative_that_asks_nothing_leaves_nothing_to_bring(opened: Callable[..., Any]) -> None:
    ir = one_of(
        {"name": "居民身份证", "id": "card", "needs": [need(REGISTER, "电子证照", 2)]},
        {"name": "护照", "id": "passport", "needs": [need(REGISTER, "自备", 2)]},
    )
    page = opened(ir)
    page.click("#show-mine")
    page.click("#show-list")
    assert page.inner_text("#my-bring p") == "什么都不用带。"
    assert "已有“居民身份证”，不用再交" in page.inner_text("#my-spared")
    markdown = emit(ir).artefacts[0].text
    assert "不需要提交任何材料" in markdown and "| 护照 | 已有居民身份证，不用再交 |" in markdown


def test_ids_stay_unique_beside_the_notice(opened: Callable[..., Any]) -> None:
    page = opened(bundle())
    page.click("#show-mine")
    while page.query_selector("#asking form"):
        page.click(".skip-it")
    page.click("#show-list")
    assert page.evaluate("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length === new Set(ids).size; }")


def test_a_matter_that_is_refused_is_named_and_not_counted(opened: Callable[..., Any]) -> None:
    ir = bundle()
    page = opened(ir)
    page.click("#show-mine")
    answers = {"父母户籍": "双方本省", "婚姻状况": "非婚生", "鉴定情况": "未做", "出生证": "未领取", "母亲参保": "否", "新生儿的月龄": 1}
    shown = walk(page, ir, {"answers": answers, "choose": [], "done": [], "doing": []})
    assert "gate_paternity" in shown["gates"]
    refused = [m.name for m in ir.matters if m.name not in shown["matters"] and m.name in ("出生医学证明签发", "出生登记")]
    assert refused == ["出生医学证明签发", "出生登记"]
    assert "不能办理：出生医学证明签发、出生登记" in page.inner_text("#result")
    assert f"{len(shown['matters'])} 项" in page.inner_text(".sum")
