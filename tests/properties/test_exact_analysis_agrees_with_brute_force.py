"""Sets of situations as big integers against plain enumeration."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest
from bundle_maker import make
from compiling import compile_text, shipped
from hypothesis import given, settings
from hypothesis import strategies as st

from onething.logic.expression import And, Is, Measure, Not, Or, both, either, holds, negate
from onething.logic.space import CLOSED, Dimension, Space, number_values
from onething.plan.situations import conditions, space

OPTIONS = "一二三四"


def random_condition(dice: random.Random, names: list[str], numbers: set[str], depth: int = 3):
    kind = dice.random()
    if depth and kind < 0.5:
        parts = tuple(random_condition(dice, names, numbers, depth - 1) for _ in range(dice.randint(2, 3)))
        return (And if kind < 0.25 else Or)(parts)
    if depth and kind < 0.6:
        return Not(random_condition(dice, names, numbers, depth - 1))
    if kind < 0.63:
        return dice.random() < 0.5
    name = dice.choice(names)
    if name in numbers:
        return Measure(name, dice.choice(("<", "<=", ">", ">=")), Fraction(dice.randint(0, 3)))
    return Is(name, frozenset(dice.sample(OPTIONS, dice.randint(1, 2))))


def random_space(dice: random.Random) -> tuple[Space, list[str], set[str]]:
    dimensions, names, numbers = [], [], set()
    for i in range(dice.randint(1, 4)):
        name = f"问{i}"
        if dice.random() < 0.3:
            numbers.add(name)
            values = number_values([Fraction(dice.randint(0, 3)) for _ in range(2)], dice.random() < 0.5)
        else:
            values = tuple(OPTIONS[: dice.randint(2, 4)])
        guard = random_condition(dice, names, numbers, 1) if names and dice.random() < 0.5 else True
        dimensions.append(Dimension(name, values if guard is True else (*values, CLOSED), guard))
        names.append(name)
    return Space(dimensions), names, numbers


def brute(space: Space) -> list[dict]:
    """Every assignment in which exactly the open questions have a value."""
    found = []
    for row in itertools.product(*(d.values for d in space.dimensions)):
        answers = {d.question: v for d, v in zip(space.dimensions, row) if v is not CLOSED}
        if all((d.question in answers) == holds(d.open, answers) for d in space.dimensions):
            found.append(answers)
    return found


def key(answers: dict) -> tuple:
    return tuple(sorted(answers.items()))


@pytest.mark.parametrize("block", range(10))
def test_valid_situations_and_conditions_over_them_are_those_of_the_enumeration(block):
    dice = random.Random(block)
    for _ in range(25):
        made, names, numbers = random_space(dice)
        rows = brute(made)
        assert {key(a) for a in made.each(made.valid)} == {key(a) for a in rows} and made.valid.bit_count() == len(rows)
        for _ in range(6):
            condition = random_condition(dice, names, numbers)
            inside = {key(a) for a in rows if holds(condition, a)}
            assert {key(a) for a in made.each(made.where(condition))} == inside, condition
            witness = made.witness(made.where(condition))
            assert (witness is None) == (not inside) and (witness is None or key(witness) in inside)


@pytest.mark.parametrize("block", range(5))
def test_cells_split_the_situations_by_what_the_conditions_tell_apart_and_no_further(block):
    dice = random.Random(100 + block)
    for _ in range(25):
        made, names, numbers = random_space(dice)
        told = [random_condition(dice, names, numbers) for _ in range(3)]
        cells = made.cells([made.where(c) for c in told])
        kinds = [{tuple(holds(c, a) for c in told) for a in made.each(cell)} for cell in cells]
        assert all(len(k) == 1 for k in kinds) and len({k.pop() for k in map(set, kinds)}) == len(cells)
        assert sum(c.bit_count() for c in cells) == made.valid.bit_count()
        union = 0
        for cell in cells:
            union |= cell
        assert union == made.valid


def test_both_either_and_negate_mean_且_或_非():
    dice = random.Random(3)
    for _ in range(400):
        made, names, numbers = random_space(dice)
        parts = [random_condition(dice, names, numbers, 2) for _ in range(3)]
        for answers in brute(made)[:20]:
            truths = [holds(p, answers) for p in parts]
            assert holds(both(*parts), answers) is all(truths)
            assert holds(either(*parts), answers) is any(truths)
            assert holds(negate(parts[0]), answers) is (not truths[0])


CUT = st.fractions(min_value=0, max_value=40, max_denominator=4)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(CUT, max_size=5), CUT)
def test_every_number_lies_on_the_same_side_of_every_cut_as_some_representative(cuts, number):
    side = lambda n: tuple((n < c, n == c, n > c) for c in cuts)  # noqa: E731
    representatives = number_values(cuts, whole=False)
    assert len({side(r) for r in representatives}) == len(representatives)
    assert all(r >= 0 for r in representatives)
    assert side(number) in {side(r) for r in representatives}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 40), max_size=5), st.integers(0, 60))
def test_every_whole_number_too_and_its_representative_is_whole(cuts, number):
    fractions = [Fraction(c) for c in cuts]
    side = lambda n: tuple((n < c, n == c, n > c) for c in cuts)  # noqa: E731
    representatives = number_values(fractions, whole=True)
    assert all(r.denominator == 1 and r >= 0 for r in map(Fraction, representatives))
    assert len({side(r) for r in representatives}) == len(representatives)
    assert side(number) in {side(r) for r in representatives}


@pytest.mark.parametrize("name", shipped())
def test_in_shipped_bundles_every_applicant_falls_in_one_cell_and_has_its_conditions(name):
    from applicants import sampled

    one = shipped()[name]
    told = list(dict.fromkeys(conditions(one.bundle)))
    kinds = {tuple(holds(c, cell.answers) for c in told) for cell in one.analysis.cells}
    assert len(kinds) == len(one.analysis.cells)
    for who in sampled(one.bundle, 200):
        assert tuple(holds(c, who.answers) for c in told) in kinds


def test_in_random_bundles_too():
    from applicants import situations

    for seed in range(60):
        one = compile_text(make(seed), checked=False)
        told = list(dict.fromkeys(conditions(one.bundle)))
        assert space(one.bundle).valid
        kinds = {tuple(holds(c, cell.answers) for c in told) for cell in one.analysis.cells}
        assert {tuple(holds(c, a) for c in told) for a in situations(one.bundle)} == kinds, seed
