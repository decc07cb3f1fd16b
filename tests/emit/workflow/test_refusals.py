"""A refusal does what the bundle declares: 终止联办 终止后续 其他照办 转单独办理."""

from __future__ import annotations

import random
from itertools import product

import pytest
from engines.spiff import Process
from fixture_ir import CARD, CERTIFICATE, REGISTER, VACCINE, bundle
from workflow.graphs import random_bundle
from workflow.cases import Case, covering

from onething.emit.conditions import evaluate
from onething.emit.workflow import emit
from onething.emit.workflow.names import Names
from onething.plan.ir import BundleIR

ANSWERS = {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "是", "新生儿的月龄": 1}
CHOICE = (CARD, VACCINE)
WHERE = ("accept", "handle")


def _bundle(policy: str, matter: str = REGISTER) -> BundleIR:
    ir = bundle()
    changed = [m.model_copy(update={"on_refusal": policy}) if m.name == matter else m for m in ir.matters]
    return ir.model_copy(update={"matters": changed})


def _run(ir: BundleIR, script: dict[str, str], seed: int):  # type: ignore[no-untyped-def]
    return Process(emit(ir).artefacts[0].text).run(Case(ir, ANSWERS, CHOICE).data(), script, seed)


@pytest.mark.parametrize(("where", "seed"), list(product(WHERE, range(4))))
def test_by_default_what_depends_on_it_is_cancelled_and_the_rest_goes_on(where, seed):
    trace = _run(_bundle("终止后续"), {f"{where}_m_register": "refuse"}, seed)
    assert trace.completed and trace.log[-1] == "end"
    assert {"cancelled_m_insurance", "cancelled_m_card", "failed_m_register"} <= set(trace.log)
    assert {"handle_m_certificate", "handle_m_vaccine", "handle_m_benefit"} <= set(trace.log)
    assert not {"accept_m_insurance", "handle_m_card"} & set(trace.log)
    assert "lost_m_benefit" in trace and "finish_m_benefit" not in trace


def test_cancelling_goes_on_through_cancelled_matters():
    trace = _run(_bundle("终止后续", CERTIFICATE), {"handle_m_certificate": "refuse"}, 0)
    assert {"cancelled_m_register", "cancelled_m_insurance", "cancelled_m_card"} <= set(trace.log) and trace.completed


@pytest.mark.parametrize(("where", "seed"), list(product(WHERE, range(4))))
def test_others_go_on_where_the_bundle_says_so(where, seed):
    trace = _run(_bundle("其他照办"), {f"{where}_m_register": "refuse"}, seed)
    assert trace.completed and {"handle_m_insurance", "handle_m_card", "finish_m_benefit"} <= set(trace.log)


@pytest.mark.parametrize(("where", "seed"), list(product(WHERE, range(4))))
def test_a_matter_is_handed_over_and_what_depends_on_it_is_cancelled(where, seed):
    trace = _run(_bundle("转单独办理"), {f"{where}_m_register": "refuse"}, seed)
    assert trace.completed and "transfer_m_register" in trace and "cancelled_m_card" in trace


@pytest.mark.parametrize(("where", "seed"), list(product(WHERE, range(6))))
def test_the_whole_bundle_ends(where, seed):
    trace = _run(_bundle("终止联办"), {f"{where}_m_register": "refuse"}, seed)
    assert trace.completed and trace.log[-1] == "stop_m_register"
    assert not {"issue", "end", "handle_m_insurance", "handle_m_card"} & set(trace.log)


def test_a_refusal_in_a_situation_without_the_edge_cancels_nothing():
    ir = _bundle("终止后续", VACCINE)
    trace = Process(emit(ir).artefacts[0].text).run(Case(ir, ANSWERS, CHOICE).data(), {"handle_m_vaccine": "refuse"})
    assert trace.completed and not [n for n in trace.log if n.startswith("cancelled")]


def _expected(case: Case, refused: set[str]) -> set[str]:
    """The matters that are handled, by walking the edges of the situation in order, not by any printed condition."""
    state = case.state
    handled, stopped = set(), set()
    for m in case.ir.matters:  # every edge of these bundles leads to a later matter
        if m.name not in case.handled():
            continue
        into = [e for e in case.ir.edges if e.after == m.name and evaluate(e.when, state) and e.before in stopped]
        if any(e.holds == "受理" for e in into):
            stopped.add(m.name)
            continue
        handled.add(m.name)
        if into or (m.name in refused and m.on_refusal in ("终止后续", "转单独办理")):
            stopped.add(m.name)
    return handled


@pytest.mark.parametrize("number", range(12))
def test_random_refusals_in_random_orders(number):
    ir = random_bundle(random.Random(100 + number), ("终止后续", "其他照办", "转单独办理"))
    process, names = Process(emit(ir).artefacts[0].text), Names(ir).matters
    dice = random.Random(number)
    for seed, case in enumerate(covering(ir, 25, number)):
        refused = {m for m in names if dice.random() < 0.3}
        trace = process.run(case.data(), {f"handle_{names[m]}": "refuse" for m in refused}, seed)
        expected = _expected(case, refused)
        assert trace.completed and trace.log[-1] == "end"
        assert {m for m in names if f"handle_{names[m]}" in trace} == expected
