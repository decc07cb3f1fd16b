"""What cannot be told apart on paper has one skeleton; what can, has not."""

import unicodedata

import pytest

from onething.syntax.confusables import _ALIKE, skeleton

ALIKE = [("户籍", "戶籍"), ("户籍", "户藉"), ("〇", "○"), ("一件事", "⼀件事"), ("豈", "豈"), ("已领取", "己领取"), ("未领取", "末领取"),
         ("A类", "Ａ类"), ("A类", "А类"), ("ABC", "ΑВС"), ("一件事", "ー件事"), ("①", "1"), ("2024-1", "2024–1")]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_looks_alike_has_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("户口簿", "户口本"), ("出生登记", "死亡登记"), ("甲", "乙"), ("5个", "6个")])
def test_different_words_keep_different_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


def test_the_table_names_each_character_once_and_nothing_that_unicode_folds_itself():
    characters = "".join(_ALIKE)
    assert len(characters) == len(set(characters))
    assert unicodedata.normalize("NFKC", characters) == characters
