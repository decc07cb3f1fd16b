"""What ``plan.decisions`` says for all applicants at once is what ``semantics`` says for each."""

from __future__ import annotations

import pytest
from applicants import Applicant, applicants
from bundle_maker import make
from compiling import Compiled, Truth, compile_text, shipped

from onething.model.outcome import LATER, OWN

RANDOM, PER_SHIPPED, PER_RANDOM = 320, 1500, 60


def agree(one: Compiled, who: Applicant) -> None:
    decisions = one.analysis.decisions
    right = one.outcome(*who)
    truth = Truth(decisions, right.answers, *who[1:])
    at = (one.name, who)
    assert {m for m, e in decisions.refused.items() if truth(e)} == set(right.refused), at
    assert {m for m, t in truth.taken.items() if t} == set(right.taken), at
    assert {(e.before, e.after, e.kind, e.what, e.holds) for e in decisions.edges if truth(e.when)} == {
        (e.before, e.after, e.kind, e.what, e.holds) for e in right.edges
    }, at
    lines = {(line.thing, line.group): line for line in right.lines}
    for line in decisions.lines:
        shown = lines.get((line.thing, line.group))
        how = shown.how if shown and shown.handed_in else ""
        assert (truth(line.hand_in), truth(line.later)) == (how == OWN, how == LATER), (at, line.thing, line.group)
        offered = bool(shown and shown.optional and shown.how in (OWN, LATER))
        assert truth(line.offered) == offered, (at, line.thing, line.group)
    assert {line for line in lines if lines[line].handed_in} <= {(line.thing, line.group) for line in decisions.lines}, at
    assert {f.thing for f in decisions.fields if truth(f.visible)} == {f.thing for f in right.fields}, at
    assert {f.thing for f in decisions.fields if truth(f.required)} == {f.thing for f in right.fields if f.required}, at


@pytest.mark.parametrize("key", shipped())
def test_of_every_bundle_of_the_repository(key):
    for who in applicants(shipped()[key].bundle, PER_SHIPPED)[0]:
        agree(shipped()[key], who)


@pytest.mark.parametrize("block", range(0, RANDOM, 20))
def test_of_random_bundles_also_with_circles(block):
    for seed in range(block, block + 20):
        one = compile_text(make(seed, circles=seed % 4 == 0), checked=False)
        assert not one.findings, (seed, one.findings[0].message())
        one.name = f"seed {seed}"
        for who in applicants(one.bundle, PER_RANDOM, seed)[0]:
            agree(one, who)


def test_conditions_of_taking_look_only_at_matters_before_them():
    for seed in range(100):
        one = compile_text(make(seed, circles=seed % 4 == 0), checked=False)
        known: set[str] = set()
        from onething.logic.expression import State, atoms

        for name in one.analysis.decisions.taking_order:
            looked = {a.matter for a in atoms(one.analysis.decisions.taken[name]) if isinstance(a, State) and a.what == "taken"}
            assert looked <= known, (seed, name)
            known.add(name)
