"""Scores: the mean of the measures that apply, the degrees weighed, points lost that come to what is missing."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from compiling import compile_text, shipped

from onething.audit import audit
from onething.audit.degrees import DEGREES
from onething.audit.scored import points

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
THIN = """
部门 甲局
部门 乙局
一件事 薄：
    代码：thin
    牵头部门：甲局
    配合部门：乙局
事项 甲：
    办理部门：甲局
事项 乙：
    办理部门：乙局
"""


def full(text: str = FULL, **weights):
    return audit(compile_text(text, checked=False).analysis, weights=weights)


def degree(made, name: str):
    return next(d for d in made.degrees if d.degree.name == name)


def test_a_degree_is_the_mean_of_those_measures_that_apply():
    systems = degree(full(), "系统联通度")
    assert [(s.measure.name, s.won, s.possible) for s in systems.measures if s.lost] == [("可网上交", 1, 2), ("电子结果", 1, 2)]
    assert systems.share == Fraction(4, 5)  # two of five measures are half won
    thin = degree(full(THIN), "情形精准度")
    assert thin.applying == () and thin.share is None


def test_the_total_is_the_mean_of_the_degrees_that_apply():
    made = full()
    assert made.total == Fraction(5 + Fraction(4, 5)) / 6
    shares = [d.share for d in full(THIN).degrees if d.share is not None]
    assert len(shares) == 4 and full(THIN).total == sum(shares) / 4


def test_weights_are_given_and_those_not_named_weigh_one():
    assert full(系统联通度=Fraction(4)).total == (5 + Fraction(4, 5) * 4) / 9
    assert full(系统联通度=Fraction(0)).total == 1
    assert full(**{d.name: Fraction(0) for d in DEGREES}).total is None


@pytest.mark.parametrize("key", sorted(shipped()))
def test_the_points_lost_are_all_that_is_missing_of_a_hundred(key: str):
    for weights in ({}, {"系统联通度": Fraction(3), "表单精简度": Fraction(0)}):
        made = audit(shipped()[key].analysis, weights=weights)
        assert sum(lost for lost, _ in points(made.degrees)) == 100 - 100 * made.total


def test_winning_a_point_adds_what_was_said():
    without = FULL.replace("    咨询：12345\n", "")
    [(gain, item)] = [row for row in points(full(without).degrees) if row[1].thing == "咨询"]
    assert item.unstated and gain == 100 * (full().total - full(without).total) == Fraction(100, 6 * 6 * 4)


def test_what_nobody_states_is_added_up_and_a_thin_bundle_is_called_thin():
    assert full().unstated == Fraction(100, 6 * 5 * 2) and not full().thin
    made = full(THIN)
    assert made.unstated == sum(lost for lost, item in points(made.degrees) if item.unstated) > 20 and made.thin


def test_a_measure_that_does_not_apply_neither_wins_nor_loses():
    of, all_ = full(THIN).applying
    assert (of, all_) == (11, 31) and full().applying == (31, 31)
