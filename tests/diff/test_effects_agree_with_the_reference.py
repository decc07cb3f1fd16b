"""Effects are found exactly where the outcomes of some applicant differ, over every applicant and choice."""

from __future__ import annotations

import pytest

from compiling import compile_text, shipped
from diff.pairs import pair
from diff.reference import differences
from onething.diff.effects import effects
from onething.workspace import has_errors

KINDS = {"不予办理", "不予受理", "事项", "产出", "材料", "材料要求", "填写", "时限", "总时限", "收费", "跑动"}
SEEDS = range(240)


def two(seed: int):
    old, new = (compile_text(text, path=name, checked=False) for text, name in zip(pair(seed), ("旧.onething", "新.onething")))
    if has_errors(old.findings + new.findings):
        pytest.skip("not a bundle")
    return old, new


def told(found) -> set:
    return {(e.kind, e.worse, e.thing) for e in found if e.kind in KINDS and e.thing != "总时限"}


def words(difference) -> tuple:
    """A difference as an effect says it: things by their labels."""
    kind, worse, thing = difference
    if isinstance(thing, frozenset):
        return kind, worse, frozenset(t.label for t in thing)
    return kind, worse, thing if isinstance(thing, str) else thing.label


def parted(told_: set) -> set:
    return {(k, w, frozenset(t.split(" 或 ")) if k == "材料" else t) for k, w, t in told_}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_found_is_what_differs_for_somebody(seed: int):
    old, new = two(seed)
    assert parted(told(effects(old.analysis, new.analysis))) == {words(d) for d in differences(old, new)}


@pytest.mark.parametrize("seed", SEEDS)
def test_worse_one_way_is_better_the_other_way(seed: int):
    old, new = two(seed)
    there, back = told(effects(old.analysis, new.analysis)), told(effects(new.analysis, old.analysis))
    assert there == {(k, None if w is None else not w, t) for k, w, t in back}


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_differs_from_itself(seed: int):
    old, _ = two(seed)
    assert effects(old.analysis, old.analysis) == []


@pytest.mark.parametrize("key", sorted(shipped()))
def test_no_shipped_bundle_differs_from_itself(key: str):
    one = shipped()[key]
    assert effects(one.analysis, one.analysis) == []
