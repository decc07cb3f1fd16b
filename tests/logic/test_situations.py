"""All situations at once: which there are, which of them a condition picks, and how they are split."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onething.logic.expression import And, Is, Measure, Not, Or, State
from onething.logic.space import CLOSED, Dimension, Space, number_values


def numbers(*given) -> tuple:
    return tuple(Fraction(g) for g in given)


CUTS = {  # cuts → representatives of any number, and of whole numbers
    (): (numbers(0), numbers(0)),
    (0,): (numbers(0, 1), numbers(0, 1)),
    (1,): ((Fraction(1, 2), *numbers(1, 2)), numbers(0, 1, 2)),
    (6,): (numbers(5, 6, 7), numbers(5, 6, 7)),
    (6, 7): ((*numbers(5, 6), Fraction(13, 2), *numbers(7, 8)), numbers(5, 6, 7, 8)),
    (6, 8): (numbers(5, 6, 7, 8, 9), numbers(5, 6, 7, 8, 9)),
    (2, 9): (numbers(1, 2, 3, 9, 10), numbers(1, 2, 3, 9, 10)),
    (8, 6, 6): (numbers(5, 6, 7, 8, 9), numbers(5, 6, 7, 8, 9)),
    (-3,): (numbers(0), numbers(0)),
    (-3, 6): (numbers(5, 6, 7), numbers(5, 6, 7)),
}


@pytest.mark.parametrize(("cuts", "expected"), CUTS.items())
def test_each_cut_and_one_number_of_each_stretch_between_them_stand_for_all(cuts, expected):
    assert (number_values(list(numbers(*cuts)), False), number_values(list(numbers(*cuts)), True)) == expected


def test_of_a_cut_between_whole_numbers_below_one_the_whole_number_before_it_is_nought():
    assert number_values([Fraction(1, 2)], True)[0] == 0 and number_values([Fraction(1, 2)], False)[0] == Fraction(1, 4)


MARRIED = Is("婚姻", frozenset(["已婚"]))
LOCAL = Is("地点", frozenset(["本地"]))


def space() -> Space:
    """Who is married is asked where; everybody is asked how old."""
    return Space(
        [
            Dimension("婚姻", ("已婚", "未婚", "离异"), True),
            Dimension("地点", ("本地", "外地", CLOSED), MARRIED),
            Dimension("年龄", numbers(5, 6), True),
        ]
    )


ALL = [
    {"婚姻": m} | ({"地点": p} if p else {}) | {"年龄": Fraction(n)}
    for n in (5, 6)
    for m, p in (("已婚", "本地"), ("已婚", "外地"), ("未婚", ""), ("离异", ""))
]


def test_a_question_is_answered_in_a_situation_exactly_where_it_is_open():
    made = space()
    assert list(made.each(made.valid)) == ALL and made.size == 3 * 3 * 2
    assert made.full.bit_count() == made.size and made.valid & made.full == made.valid


def test_the_situations_stand_in_the_order_of_the_options_with_the_first_question_turning_fastest():
    made = space()
    assert [made.situation(i) for i in (0, 3, 7, 9)] == [
        {"婚姻": "已婚", "地点": "本地", "年龄": 5}, {"婚姻": "已婚", "地点": "外地", "年龄": 5},
        {"婚姻": "未婚", "年龄": 5}, {"婚姻": "已婚", "地点": "本地", "年龄": 6},
    ]  # fmt: skip


OLD = Measure("年龄", ">=", Fraction(6))
CONDITIONS = (
    (True, lambda s: True), (False, lambda s: False), (MARRIED, lambda s: s["婚姻"] == "已婚"),
    (LOCAL, lambda s: s.get("地点") == "本地"), (Not(LOCAL), lambda s: s.get("地点") != "本地"),
    (OLD, lambda s: s["年龄"] >= 6), (Measure("年龄", "<", Fraction(6)), lambda s: s["年龄"] < 6),
    (And((MARRIED, OLD)), lambda s: s["婚姻"] == "已婚" and s["年龄"] >= 6),
    (Or((LOCAL, OLD)), lambda s: s.get("地点") == "本地" or s["年龄"] >= 6),
    (And(()), lambda s: True), (Or(()), lambda s: False),
    (Is("婚姻", frozenset(["未婚", "离异"])), lambda s: s["婚姻"] != "已婚"),
)  # fmt: skip


@pytest.mark.parametrize(("condition", "meaning"), CONDITIONS)
def test_a_condition_picks_the_situations_in_which_it_holds_also_when_asked_again(condition, meaning):
    made = space()
    for _ in range(2):
        assert list(made.each(made.where(condition))) == [s for s in ALL if meaning(s)]


def test_it_does_not_matter_where_among_its_values_a_question_has_that_it_is_not_asked():
    made = Space([Dimension("婚姻", ("已婚", "未婚"), True), Dimension("地点", (CLOSED, "本地", "外地"), MARRIED)])
    assert list(made.each(made.where(LOCAL))) == [{"婚姻": "已婚", "地点": "本地"}]


def test_a_condition_about_a_matter_picks_no_situations():
    with pytest.raises(ValueError):
        space().where(State("taken", "登记"))


def test_an_example_is_the_first_situation_and_of_nothing_there_is_none():
    made = space()
    assert made.witness(made.where(OLD)) == ALL[4] and made.witness(made.where(Not(LOCAL))) == ALL[1]
    assert made.witness(0) is None and list(made.each(0)) == []


def test_cells_are_what_the_conditions_tell_apart_each_once():
    made = space()
    married, old = made.where(MARRIED), made.where(OLD)
    assert made.cells([]) == [made.valid]
    assert made.cells([married]) == made.cells([married, married]) == [married, made.valid ^ married]
    assert made.cells([0, made.valid]) == [made.valid]
    assert made.cells([married, old]) == [married & old, married & ~old, old & ~married, made.valid & ~married & ~old]


def test_where_no_situation_is_possible_there_are_no_cells():
    nobody = Space([Dimension("甲", (CLOSED,), True)])
    assert nobody.valid == 0 and nobody.cells([]) == [] == nobody.cells([nobody.full])


def test_without_any_question_there_is_one_situation():
    alone = Space([])
    assert (alone.size, alone.valid, list(alone.each(alone.valid))) == (1, 1, [{}]) and alone.cells([1]) == [1]
