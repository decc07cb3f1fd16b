"""The one order for all situations: reduced, cut where an edge holds only an end, refused where it is opposite."""

from __future__ import annotations

import random

import pytest
from fixture_ir import CARD, CERTIFICATE, INSURANCE, REGISTER, bundle, edge
from lxml import etree
from workflow.cases import everybody
from workflow.graphs import random_bundle

from onething.emit.conditions import evaluate
from onething.emit.workflow import emit
from onething.emit.workflow.graph import union
from onething.emit.workflow.waits import extra_waits

IR = bundle()
SAME = ["is", "婚姻状况", ["婚内"]]
OTHER = ["is", "婚姻状况", ["非婚生"]]


def _opposite():  # type: ignore[no-untyped-def]
    there = edge(INSURANCE, CARD, "前置", "", 1, when=["and", ["taken", INSURANCE], ["taken", CARD], SAME])
    back = edge(CARD, INSURANCE, "前置", "", 2, when=["and", ["taken", INSURANCE], ["taken", CARD], OTHER])
    return bundle(edges=[there, back])


def test_opposite_orders_are_refused_at_the_line_and_nothing_is_written():
    emission = emit(_opposite())
    assert not emission.artefacts
    (refusal,) = emission.cannot
    assert refusal.target == "workflow" and INSURANCE in refusal.what and CARD in refusal.what
    assert refusal.place.line == 1 and not extra_waits(_opposite())


def test_an_edge_implied_by_others_has_no_flow_of_its_own():
    edges = [edge(CERTIFICATE, REGISTER, "前置", "", 1), edge(REGISTER, CARD, "前置", "", 2), edge(CERTIFICATE, CARD, "前置", "", 3)]
    graph = union(bundle(edges=edges), {m.name: m.id for m in IR.matters})
    assert graph.after["certificate"] == ["register"] and graph.before["card"] == ["register"]


def test_an_edge_that_only_starts_a_clock_orders_nothing_and_is_listed():
    ir = bundle(edges=[edge(CERTIFICATE, REGISTER, "起算", "", 7)])
    assert not any(union(ir, {m.name: m.id for m in ir.matters}).before.values())
    (note,) = emit(ir).cannot
    assert REGISTER in note.what and note.place.line == 7


def test_matters_that_wait_for_the_same_share_one_join_and_one_split():
    pairs = [(a, b) for a in (CERTIFICATE, REGISTER) for b in (INSURANCE, CARD)]
    tree = etree.fromstring(emit(bundle(edges=[edge(a, b, "前置", "", 1) for a, b in pairs])).artefacts[0].text.encode())
    gateways = [g.get("id") for g in tree.iter("{*}parallelGateway")]
    assert sorted(gateways) == ["join", "join_m_insurance", "split", "split_to_m_insurance"]


def test_gateways_join_or_split_and_never_both():
    for seed in range(20):
        tree = etree.fromstring(emit(random_bundle(random.Random(seed))).artefacts[0].text.encode())
        for g in tree.iter("{*}parallelGateway"):
            ends = (len(g.findall("{*}incoming")), len(g.findall("{*}outgoing")))
            assert min(ends) == 1 and max(ends) > 1


def test_between_the_matters_there_are_parallel_gateways_only():
    main = etree.fromstring(emit(IR).artefacts[0].text.encode()).find("{*}process")
    assert {g.get("id") for g in main.findall("{*}exclusiveGateway")} == {"gate", "accepted"}


def test_extra_waits_name_the_skipped_matter():
    waits = {(w.before, w.after): w.through for w in extra_waits(IR)}
    assert waits[(CERTIFICATE, CARD)] == [REGISTER]
    assert (REGISTER, CARD) not in waits and (CERTIFICATE, REGISTER) not in waits


@pytest.mark.parametrize("seed", range(15))
def test_extra_waits_are_the_same_structurally_and_over_all_situations(seed):
    ir = random_bundle(random.Random(seed), cut=False)
    over_all = extra_waits(ir, (case.state for case in everybody(ir)))
    brute = set()
    for case in everybody(ir):
        state = case.state
        taken = [m.name for m in ir.matters if state.is_taken(m.name)]
        active = {(e.before, e.after) for e in ir.edges if evaluate(e.when, state)}
        reach = dict.fromkeys(((a, b) for a in taken for b in taken), False)
        every = {(e.before, e.after) for e in ir.edges}
        for relation, store in ((active, reach), (every, wide := {})):
            for b in ir.matters:  # edges lead to later matters, so one pass in order closes them
                for a in ir.matters:
                    store[(a.name, b.name)] = (a.name, b.name) in relation or any(
                        store.get((a.name, m.name)) and (m.name, b.name) in relation for m in ir.matters)
        brute |= {(a, b) for a in taken for b in taken if wide[(a, b)] and not reach[(a, b)]}
    assert {(w.before, w.after) for w in over_all} == brute
    assert brute <= {(w.before, w.after) for w in extra_waits(ir)}  # which also knows finished matters
