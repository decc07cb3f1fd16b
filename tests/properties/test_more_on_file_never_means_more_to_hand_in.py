"""Monotone: an e-licence more, or an option that nothing looks at, asks nobody for more."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from applicants import sampled
from bundle_maker import make
from compiling import Compiled, compile_text, shipped

from onething.model.outcome import Outcome
from onething.semantics import outcome

SUBJECTS = [*shipped(), *(f"random:{seed}" for seed in range(3000, 3060))]


def subject(key: str) -> Compiled:
    return shipped()[key] if key in shipped() else compile_text(make(int(key.split(":")[1])), checked=False)


def fewest(result: Outcome) -> int:
    """The fewest papers with which one can apply: every single line, and one of each group."""
    alone = {x.thing for x in result.hand_in if not x.group}
    groups: dict = {}
    for x in result.hand_in:
        if x.group:
            groups.setdefault(x.group, set()).add(x.thing)
    choices = itertools.product(*(sorted(g, key=str) for g in groups.values()))
    return min(len(alone | set(c)) for c in choices)


@pytest.mark.parametrize("key", SUBJECTS)
def test_an_e_licence_more_never_means_more_to_hand_in(key):
    one = subject(key)
    catalogue, place = one.catalogue, one.bundle.place
    for name, document in catalogue.documents.items():
        used = any(n.thing.name == name for m in one.bundle.matters.values() for n in m.needs)
        if not used or catalogue.has_e_licence(name, place):
            continue
        more = replace(catalogue, documents=catalogue.documents | {name: replace(document, e_licence=document.e_licence | {place})})
        for who in sampled(one.bundle, 12, seed=4):
            args = (who.answers, who.choose, who.done, who.doing)
            before, after = outcome(one.bundle, catalogue, *args), outcome(one.bundle, more, *args)
            assert fewest(after) <= fewest(before), (name, who)
            assert (before.taken, before.edges, before.limit) == (after.taken, after.edges, after.limit)


@pytest.mark.parametrize("key", SUBJECTS)
def test_an_option_that_nobody_gives_changes_nothing_for_the_others(key):
    one = subject(key)
    for name, question in one.bundle.questions.items():
        if not question.options:
            continue
        wider = replace(question, options=(*question.options, "别的"), option_spans=(*question.option_spans, question.span))
        bundle = replace(one.bundle, questions=one.bundle.questions | {name: wider})
        for who in sampled(one.bundle, 8, seed=5):
            args = (one.catalogue, who.answers, who.choose, who.done, who.doing)
            assert outcome(bundle, *args) == outcome(one.bundle, *args)
