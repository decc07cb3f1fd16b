"""How well names are understood: measured on ``names.csv``, 525 names as places write them. ``pytest -s`` shows the figures.

Only half of the rows was looked at while tables and rules were made; the figures of the other half stand beside it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from onething.naming.form import form
from onething.naming.words import SAME, SUCCESSORS, WEAK, WRAPPERS

from .measure import by_letters, contradictions, in_pairs, in_the_open, pairs, rows


PAGE = Path(__file__).parents[2] / "docs" / "naming.md"


def shown(title: str, scores: dict) -> None:
    sys.stdout.write("".join(f"\n{title}，{half}：{score}" for half, score in scores.items()))


@pytest.mark.parametrize(
    ("held", "title", "precision", "recall"),
    [
        ("all", "目录里有别名", 0.97, 0.97),
        ("others", "目录里没有这一行的别名", 0.95, 0.70),
        ("strangers", "也没有写法相近的各行", 0.95, 0.70),
    ],
)
def test_which_standard_name_is_meant(held: str, title: str, precision: float, recall: float):
    scores, wrong = in_the_open(held)
    shown(title, scores)
    for row, said in wrong:
        sys.stdout.write(f"\n    错：{row.written} → {said}（应为 {row.standard}，{row.relation}）")
    assert scores["全部"].precision >= precision and scores["全部"].recall >= recall
    assert scores["留出的一半"].recall >= recall
    page = PAGE.read_text(encoding="utf-8")
    assert all(re.search(rf"{s.precision:.3f}，(?:召回率 )?{s.recall:.3f}", page) for s in scores.values()), "docs/naming.md says otherwise"


def test_whether_two_names_mean_one_thing_from_the_names_alone():
    scores = in_pairs()
    shown("两个名称，没有目录", scores)
    assert scores["全部"].precision >= 0.95 and scores["全部"].recall >= 0.70
    letters = by_letters(0.93)
    shown("两个名称，只比字面", {"全部": letters})
    assert letters.recall < scores["全部"].recall / 2


def test_what_differs_is_rarely_taken_for_the_same():
    """A different thing taken for the same is worse than an alias that is missed: in doubt nothing is said."""
    from onething.naming.compare import alike

    taken = [(row.written, other) for row, other, means in pairs() if not means and alike(row.written, other, row.kind).same]
    assert len(taken) <= 2, taken


def test_the_file_is_whole_and_its_contradictions_are_known():
    """Nine names are listed twice: once as what they are, once as what they are not. The note says what that is."""
    assert len(rows()) == 525
    assert len(contradictions()) == 9
    assert all(row.confused_with for row in rows() if row.relation == "different")


def test_no_table_spells_a_row_out():
    """No entry turns a whole written name of a bundle or a matter into its standard name; only short forms may."""
    spelt = {(variant, same.word) for same in SAME for variant in same.variants if not same.reason.startswith("简称")}
    assert not [r for r in rows() if r.kind in ("bundle", "matter") and (r.written, r.standard) in spelt]


def test_every_entry_of_the_tables_says_why():
    assert all(same.variants and same.reason for same in SAME)
    assert all(why for why in WRAPPERS.values()) and all(why for group in WEAK.values() for _, why in group)
    assert all(2000 < s.year < 2030 for s in SUCCESSORS)


@pytest.mark.parametrize("same", SAME, ids=lambda s: s.word)
def test_each_synonym_has_its_effect(same):
    """A name with the one word has the key of the name with the other."""
    kinds = {"b": "bundle", "m": "matter", "d": "document", "o": "department"}
    for letter in same.kinds:
        tail = "局" if letter == "o" else "核对"
        for variant in same.variants:
            assert form(variant + tail, kinds[letter]).key == form(same.word + tail, kinds[letter]).key, variant
