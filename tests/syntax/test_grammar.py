"""The grammars are LALR(1) without a single conflict, and hold no word that is not declared."""

import pytest

from onething.syntax.grammars import build, grammar_text
from onething.syntax.keywords import COUNTS_IN, KIND_OF_SHAPE, operator_kind
from onething.syntax.structure import parser
from onething.vocabulary import OPERATORS, QUALIFIERS


def test_the_phrase_grammar_has_no_conflict():
    build("phrase", strict=True)


def test_the_structure_grammar_has_no_conflict():
    parser(strict=True)


@pytest.mark.parametrize("name", ["phrase", "structure"])
def test_grammars_hold_no_literal_words(name):
    rules = [line.split("//")[0] for line in grammar_text(name).splitlines()]
    assert not any('"' in rule for rule in rules)


def test_every_declared_operator_is_a_terminal_and_counts_somewhere():
    counted = {kind for kinds in COUNTS_IN.values() for kind in kinds} | {"OTHERWISE"}
    for operator in OPERATORS:
        assert operator_kind(operator) in counted, operator.name


def test_every_shape_of_a_bracket_word_is_a_terminal():
    for qualifier in QUALIFIERS:
        assert KIND_OF_SHAPE[qualifier.shape] in grammar_text("phrase")
