"""Every word of the tables has its effect: without it, some name would not be understood."""

from __future__ import annotations

import pytest

from onething.naming.compare import alike
from onething.naming.form import form
from onething.naming.places import TOP, without_place
from onething.naming.words import HARMLESS, STEMS, SUCCESSORS, WEAK, WRAPPERS


@pytest.mark.parametrize("words", WRAPPERS)
def test_what_stands_around_a_bundle_is_no_part_of_its_name(words: str):
    assert form(f"新车上牌{words}", "bundle").bare == "新车上牌" or form(f"{words}新车上牌", "bundle").bare == "新车上牌"


@pytest.mark.parametrize(("kind", "word"), [(kind, w) for kind, groups in WEAK.items() for words, _ in groups for w in words.split()])
def test_a_weak_word_changes_nothing(kind: str, word: str):
    tail = "局" if kind == "department" else ""
    assert form(f"{word}新车上牌{tail}", kind).key == form(f"新车上牌{tail}", kind).key


@pytest.mark.parametrize(("old", "successor"), [(old, s) for s in SUCCESSORS for old in s.old])
def test_an_organ_is_known_by_what_took_it_over(old: str, successor):
    verdict = alike(f"市{old}局", f"{successor.new}部门", "department")
    assert verdict.same and str(successor.year) in verdict.zh


@pytest.mark.parametrize("stem", STEMS)
def test_a_stem_of_one_character(stem: str):
    assert alike(f"{stem}委", f"{STEMS[stem][0]}委员会", "department").same


@pytest.mark.parametrize("words", HARMLESS)
def test_a_bracket_that_says_nothing(words: str):
    assert alike(f"新车登记证（{words}）", "新车登记证", "document").same


@pytest.mark.parametrize("place", [*TOP, "福建省", "内蒙古自治区", "厦门市", "嘉祥县", "某某省某某市", "青岛市即墨区", "示范市高新区", "县", "区县", "本市", "全省"])
def test_a_place_before_a_name_is_taken_off(place: str):
    assert without_place(f"{place}退役军人事务局") == ("退役军人事务局", place)


@pytest.mark.parametrize("name", ["市场监督管理局", "市政设施移交", "市容管理", "县域医共体", "区域评估", "省际普通货物水路运输许可", "城市管理局", "社区养老服务", "民政局", "小区加装电梯", "地区", "县"])
def test_what_looks_like_a_place_is_none(name: str):
    assert without_place(name) == (name, "")
