"""Effects are found exactly where the outcomes of some applicant differ, over every applicant and choice."""

from __future__ import annotations

import pytest

from compiling import compile_text, shipped
from diff.pairs import pair
from diff.reference import alike, differences, differences_of, people
from onething.diff.effects import effects
from onething.workspace import has_errors

KINDS = {"不予办理", "不予受理", "事项", "产出", "材料", "材料要求", "填写", "时限", "总时限", "收费", "跑动"}
SEEDS = range(160)


def two(seed: int):
    old, new = (compile_text(text, path=name, checked=False) for text, name in zip(pair(seed), ("旧.onething", "新.onething")))
    if has_errors(old.findings + new.findings):
        pytest.skip("not a bundle")
    return old, new


def told(found) -> set:
    return {(e.kind, e.worse, e.thing) for e in found if e.kind in KINDS and e.thing != "总时限"}


def plain(thing) -> str | frozenset:
    """A thing without its owner where that is the applicant: it may be written either way."""
    if isinstance(thing, frozenset):
        return frozenset(plain(t) for t in thing)
    return (thing if isinstance(thing, str) else thing.label).removeprefix("家长的")


def named(found: set) -> set:
    return {(k, w, plain(frozenset(t.split(" 或 "))) if k == "材料" and isinstance(t, str) else plain(t)) for k, w, t in found}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_found_is_what_differs_for_somebody(seed: int):
    old, new = two(seed)
    assert named(told(effects(old.analysis, new.analysis))) == named(differences(old, new))


@pytest.mark.parametrize("seed", SEEDS[:80])
def test_it_happens_to_everybody_who_answers_as_the_witness_does(seed: int):
    old, new = two(seed)
    if any(q.name in new.bundle.questions and not alike(q, new.bundle.questions[q.name]) for q in old.bundle.questions.values()):
        pytest.skip("questions of one name that cannot be compared")
    for effect in effects(old.analysis, new.analysis):
        if effect.kind not in KINDS - {"不予办理"} or effect.thing == "总时限":
            continue
        given = {q: a for q, a in effect.answers if q in dict(effect.witness)}
        _, free = people(old, new, given)
        assert free, effect
        for was, now in free:
            assert named(told([effect])) <= named(differences_of(old, new, was, now)), (effect, was, now)


@pytest.mark.parametrize("seed", SEEDS)
def test_worse_one_way_is_better_the_other_way(seed: int):
    old, new = two(seed)
    there, back = told(effects(old.analysis, new.analysis)), told(effects(new.analysis, old.analysis))
    assert named(there) == named({(k, None if w is None else not w, t) for k, w, t in back})


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_differs_from_itself(seed: int):
    old, _ = two(seed)
    assert effects(old.analysis, old.analysis) == []


@pytest.mark.parametrize("key", sorted(shipped()))
def test_no_shipped_bundle_differs_from_itself(key: str):
    one = shipped()[key]
    assert effects(one.analysis, one.analysis) == []
