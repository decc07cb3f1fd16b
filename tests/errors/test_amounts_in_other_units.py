"""Amounts in units that people write and the language does not know: converted where it is exact, else left to them."""

from __future__ import annotations

import pytest

from onething.resolve.measure import OTHER, bare, in_days, meant
from onething.source import Source, Span

TIME = ("working_days", "natural_days", "hours")
TRIED = [
    ("50平方", "area", "50平方米"),
    ("50平", "area", "50平方米"),
    ("50方", "area", "50平方米"),
    ("3亩", "area", "2000平方米"),
    ("0.5公顷", "area", "5000平方米"),
    ("1平方公里", "area", "1000000平方米"),
    ("150厘米", "length", "1.5米"),
    ("150公分", "length", "1.5米"),
    ("3里", "length", "1500米"),
    ("10块", "money", "10元"),
    ("10块钱", "money", "10元"),
    ("3千元", "money", "3000元"),
    ("1亿元", "money", "100000000元"),
    ("2趟", "times", "2次"),
    ("两回", "times", "2次"),
    ("2季度", "months", "6个月"),
    ("两个季度", "months", "6个月"),
]


@pytest.mark.parametrize("text, kind, expected", TRIED)
def test_converted_exactly(text: str, kind: str, expected: str):
    assert meant(text, (kind,)) == expected


def test_every_unit_is_tried():
    assert {text.lstrip("0123456789.两") for text, _, _ in TRIED} == set(OTHER)


@pytest.mark.parametrize("text, kinds, alone", [("1亩", ("area",), ""), ("3亩", ("length",), ""), ("50", ("area",), ""), ("很大", ("area",), "平方米")])
def test_what_cannot_be_known_is_left_alone(text: str, kinds: tuple[str, ...], alone: str):
    assert meant(text, kinds, alone) == ""


@pytest.mark.parametrize("text, expected", [("1O个工作日", "10个工作日"), ("l5个工作日", "15个工作日"), ("5个工作天", "5个工作日"), ("五个工做日", "5个工作日")])
def test_letters_and_misspelt_units(text: str, expected: str):
    assert meant(text, TIME) == expected


@pytest.mark.parametrize(
    "text, file, expected",
    [
        ("2周", "3个工作日", "10个工作日"),
        ("2周", "3个自然日", "14个自然日"),
        ("5天", "3个工作日", "5个工作日"),
        ("5天", "3个工作日，3个自然日", ""),
        ("5天", "即办", ""),
    ],
)
def test_days_are_those_that_the_file_knows(text: str, file: str, expected: str):
    assert in_days(text, Span(Source("一.onething", file), 0, 1)) == expected


@pytest.mark.parametrize("written, amount", [("超过 300米", "300米"), ("300米以上", "300米"), ("300米", "300米")])
def test_the_place_of_an_amount_is_without_its_boundary_word(written: str, amount: str):
    assert bare(Span(Source("一.onething", written), 0, len(written))).text == amount
