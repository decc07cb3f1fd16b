"""Conditions: how they are put together, what they are about, when they hold, how they are published."""

from __future__ import annotations

from fractions import Fraction

import pytest

from onething.logic.expression import And, Is, Measure, Not, Or, State, as_json, atoms, both, either, evaluate, holds, negate, plain, questions

A, B, C = (Is(name, frozenset("是")) for name in "甲乙丙")
TAKEN = State("taken", "登记")


def age(operator: str, number) -> Measure:
    return Measure("月龄", operator, Fraction(number))


def test_且_of_nothing_is_true_and_或_of_nothing_is_false():
    assert both() is True and either() is False


def test_a_constant_that_decides_is_all_that_remains_and_one_that_does_not_falls_out():
    assert both(A, False, B) is False and both(True, A, True) == A
    assert either(A, True, B) is True and either(False, A, False) == A
    assert both(True, True) is True and either(False, False) is False


def test_the_order_is_the_authors_and_repetitions_fall_out():
    assert both(B, A, B) == And((B, A)) and either(B, A, B) == Or((B, A))
    assert both(A, A) == A and either(A, A) == A


def test_a_constant_hides_nothing_that_follows():
    assert both(A, True, B) == And((A, B)) and either(A, False, B) == Or((A, B))


def test_nested_ones_of_the_same_kind_are_flattened_and_others_stay():
    assert both(both(A, B), C) == And((A, B, C)) and either(either(A, B), C) == Or((A, B, C))
    assert both(either(A, B), C) == And((Or((A, B)), C)) and either(both(A, B), C) == Or((And((A, B)), C))


def test_a_part_that_another_contains_is_absorbed():
    assert either(A, both(A, B)) == A and either(both(B, A), C, A) == Or((C, A))
    assert either(both(A, B), both(A, C)) == Or((And((A, B)), And((A, C))))


def test_the_contrary_of_the_contrary_is_the_thing_itself():
    assert negate(A) == Not(A) and negate(Not(A)) == A and negate(True) is False and negate(False) is True


def test_a_condition_is_about_its_leaves_in_reading_order():
    whole = And((Not(B), Or((A, age("<", 6))), True, TAKEN))
    assert list(atoms(whole)) == [B, A, age("<", 6), TAKEN]
    assert questions([whole, C]) == {"甲", "乙", "丙", "月龄"}  # what is known of a matter is no question


TRUTHS = ((False, False), (False, True), (True, False), (True, True))


@pytest.mark.parametrize(("a", "b"), TRUTHS)
def test_非_且_或_mean_what_they_say(a, b):
    def leaf(atom):
        return a if atom == A else b

    assert evaluate(Not(A), leaf) is (not a) and evaluate(A, leaf) is a
    assert evaluate(And((A, B)), leaf) is (a and b) and evaluate(Or((A, B)), leaf) is (a or b)
    assert evaluate(True, leaf) is True and evaluate(False, leaf) is False


@pytest.mark.parametrize(
    ("operator", "truth"),
    [("<", (True, False, False)), ("<=", (True, True, False)), (">", (False, False, True)), (">=", (False, True, True))],
)
def test_a_number_is_compared_at_its_boundary(operator, truth):
    assert tuple(holds(age(operator, 6), {"月龄": Fraction(n)}) for n in (5, 6, 7)) == truth


def test_a_comparison_with_an_answer_that_is_missing_is_false_and_its_contrary_true():
    assert holds(A, {}) is False and holds(age("<", 6), {}) is False and holds(Not(A), {}) is True


def test_what_always_holds_holds_for_everybody_and_what_never_does_for_nobody():
    assert holds(True, {}) is True and holds(False, {}) is False


def test_an_answer_among_the_options_is_enough():
    some = Is("甲", frozenset(("一", "二")))
    assert [holds(some, {"甲": a}) for a in "一二三"] == [True, True, False]


def test_what_is_known_of_a_matter_is_asked_of_whoever_knows_and_else_not_so():
    assert holds(TAKEN, {}, lambda s: s == TAKEN) and not holds(TAKEN, {}, lambda s: False) and not holds(TAKEN, {})
    assert holds(TAKEN, {"登记": "是"}) is False


def test_it_is_published_as_lists_with_options_in_a_fixed_order():
    some = Is("甲", frozenset(("丙", "乙", "甲", "丁", "戊")))
    assert as_json(some) == ["is", "甲", sorted(("丙", "乙", "甲", "丁", "戊"))]
    assert as_json(age(">=", 6)) == ["cmp", "月龄", ">=", 6] and as_json(TAKEN) == ["taken", "登记"]
    assert as_json(True) is True and as_json(False) is False and as_json(Not(A)) == ["not", ["is", "甲", ["是"]]]
    assert as_json(And((A, TAKEN))) == ["and", ["is", "甲", ["是"]], ["taken", "登记"]]
    assert as_json(Or((TAKEN, A))) == ["or", ["taken", "登记"], ["is", "甲", ["是"]]]


def test_a_whole_number_is_published_without_decimals():
    assert (plain(Fraction(6)), type(plain(Fraction(6)))) == (6, int) and plain(Fraction(1, 2)) == 0.5
