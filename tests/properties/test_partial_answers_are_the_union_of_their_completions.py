"""A plan for incomplete answers against the outcomes of every complete set of answers that extends them."""

from __future__ import annotations

import random

import pytest
from applicants import optional, situations, values
from bundle_maker import make
from compiling import Compiled, compile_text, shipped

from onething.plan.partial import partial
from onething.plan.analysis import Analysis
from onething.plan.report import report


def check(one: Compiled, given: dict, choose, done, doing) -> None:
    plan = partial(Analysis(one.bundle, one.catalogue, given, choose, done, doing))
    completions = [one.outcome(a, choose, done, doing) for a in situations(one.bundle, given)]
    at = (one.name, given, choose, done, doing)
    taken = [set(o.taken) for o in completions]
    assert set(plan.taken) == set.intersection(*taken), at
    assert {p.matter for p in plan.pending} == set.union(*taken) - set(plan.taken), at
    blocked = [bool(o.blocked) for o in completions]
    assert bool(plan.blocked) == all(blocked), at
    assert bool(plan.perhaps_blocked) == (any(blocked) and not all(blocked)), at
    gates = {g.message for o in completions for g in o.blocked}
    assert {g.message for g in (*plan.blocked, *plan.perhaps_blocked)} == gates, at
    assert all(p.questions for p in plan.pending) and all(set(p.questions) <= set(plan.open_questions) for p in plan.pending), at
    cells = [c.outcome for c in plan.cells]
    for part in (
        lambda o: {(x.thing, x.how, x.group) for x in o.hand_in},
        lambda o: {(f.thing, f.required) for f in o.fields},
        lambda o: {(e.before, e.after, e.holds, e.kind) for e in o.edges},
        lambda o: {o.limit.time.length},
        lambda o: set(o.refused),
    ):
        assert set().union(*map(part, cells)) == set().union(*map(part, completions)), at
    body = report(plan)
    lengths = {o.limit.time.length for o in completions}
    assert ("shortest" in body["time"]) == (len(lengths) > 1), at
    counts = {len({x.group or x.thing for x in o.hand_in}) for o in completions}
    fields = {any(not f.prefill for f in o.fields) for o in completions}
    if fields == {False}:
        assert body["after"]["materials"]["value"] == max(counts), at


def some(dice: random.Random, one: Compiled):
    """Some answers – to open questions only, as a plan is asked –, a choice, what is finished and begun."""
    everything = dice.choice(situations(one.bundle))
    asked = [q for q in everything if one.bundle.questions[q].open is True or dice.random() < 0.4]
    given = {q: everything[q] for q in asked if dice.random() < 0.5}
    while more := {q: everything[q] for q in _looked_at(one, given) if q in everything and q not in given}:
        given |= more
    choose = frozenset(m for m in optional(one.bundle) if dice.random() < 0.5)
    fate = {m: dice.choice(("", "", "", "done", "doing")) for m in one.bundle.matters}
    return given, choose, frozenset(m for m in fate if fate[m] == "done"), frozenset(m for m in fate if fate[m] == "doing")


def _looked_at(one: Compiled, given: dict) -> set[str]:
    from onething.logic.expression import questions

    return {q for name in given for q in questions([one.bundle.questions[name].open])}


@pytest.mark.parametrize("name", shipped())
def test_of_shipped_bundles(name):
    dice, one = random.Random(2), shipped()[name]
    check(one, {}, frozenset(), frozenset(), frozenset())
    check(one, {}, frozenset(optional(one.bundle)), frozenset(), frozenset())
    for _ in range(10):
        check(one, *some(dice, one))


@pytest.mark.parametrize("block", range(0, 120, 20))
def test_of_random_bundles(block):
    for seed in range(block, block + 20):
        dice, one = random.Random(seed), compile_text(make(seed), checked=False)
        one.name = f"seed {seed}"
        for _ in range(4):
            check(one, *some(dice, one))


def test_an_answer_only_narrows():
    for seed in range(60):
        dice, one = random.Random(seed), compile_text(make(seed), checked=False)
        given, *rest = some(dice, one)
        before = partial(Analysis(one.bundle, one.catalogue, given, *rest))
        free = [q for q in before.open_questions if one.bundle.questions[q].open is True]
        if free:
            more = given | {free[0]: dice.choice(values(one.bundle)[free[0]])}
            after = partial(Analysis(one.bundle, one.catalogue, more, *rest))
            maybe = lambda p: set(p.taken) | {x.matter for x in p.pending}  # noqa: E731
            assert set(before.taken) <= set(after.taken) and maybe(after) <= maybe(before), seed
