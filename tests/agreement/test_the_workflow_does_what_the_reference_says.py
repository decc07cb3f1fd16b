"""The emitted workflow, run in SpiffWorkflow for applicant after applicant."""

from __future__ import annotations

from functools import cache

import pytest
from engines.spiff import Process, Trace
from agreement.subjects import cases, ir, json_answers, keys, subject

from onething.emit.workflow import emit
from onething.emit.workflow.data import start_data
from onething.emit.workflow.names import Names
from onething.model.outcome import Outcome

EVERYBODY = 10_000  # every situation × choice × finished × in progress up to here, above it a covering set
LIMIT, RANDOM, REFUSALS = 420, 30, 3


@cache
def process(key: str) -> Process:
    return Process(emit(ir(key)).artefacts[0].text)


def run(key: str, who, right: Outcome, script: dict[str, str] | None = None, seed: int = 0) -> Trace:
    trace = process(key).run(start_data(ir(key), json_answers(right), *who[1:]), script, seed)
    assert trace.completed
    return trace


def handled(trace: Trace, names: dict[str, str]) -> set[str]:
    return {m for m, id_ in names.items() if f"handle_{id_}" in trace}


def in_order(trace: Trace, right: Outcome, names: dict[str, str], of: set[str]) -> None:
    for e in right.edges:
        if e.kind == "起算" or not {e.before, e.after} <= of:
            continue
        before, after = names[e.before], names[e.after]
        end = max(trace.at(f"matter_{before}"), trace.at(f"matter_{before}_end"))
        if e.holds == "办结":
            begin = trace.first(f"finish_{after}")
        else:
            begin = min(i for i in (trace.first(f"accept_{after}"), trace.first(f"handle_{after}")) if i >= 0)
        assert 0 <= end < begin, (e.before, e.after, trace.log)


@pytest.mark.parametrize(("key", "limit"), keys(EVERYBODY, RANDOM))
def test_it_completes_performs_exactly_what_is_taken_and_respects_every_edge(key, limit):
    names = Names(ir(key)).matters
    for seed, (who, right) in enumerate(cases(key, limit)):
        trace = run(key, who, right, seed=seed)
        if right.blocked:
            assert "blocked" in trace and not handled(trace, names) and "end" not in trace
            continue
        assert handled(trace, names) == set(right.taken), who
        assert {m for m in names if f"accept_{names[m]}" in trace} == set(right.taken) - right.doing, who
        assert trace.log[-1] == "end"
        in_order(trace, right, names, set(right.taken))


def after_refusal(right: Outcome, policy: dict[str, str], refused: str) -> tuple[set[str], set[str]]:
    """What is still handled when one matter is refused, and of that what comes to no result."""
    kept, lost = set(), set()
    for name in sorted(right.taken, key=lambda m: right.wave[m]):
        into = [e for e in right.edges if e.after == name and e.kind != "起算" and e.before in lost]
        if any(e.holds == "受理" for e in into):
            lost.add(name)
            continue
        kept.add(name)
        if into or (name == refused and policy[name] in ("终止后续", "转单独办理")):
            lost.add(name)
    return kept, lost & kept


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT, RANDOM))
def test_the_refusal_of_one_matter_does_what_the_bundle_declares(key, limit):
    names, policy = Names(ir(key)).matters, {m.name: m.on_refusal for m in ir(key).matters}
    free = [c for c in cases(key, limit) if not c[1].blocked and len(c[1].taken) > 1]
    for refused in names:
        of = [c for c in free if refused in c[1].taken]
        for seed, (who, right) in enumerate(of[:: max(1, len(of) // REFUSALS)]):
            trace = run(key, who, right, {f"handle_{names[refused]}": "refuse"}, seed)
            kept, lost = after_refusal(right, policy, refused)
            if policy[refused] == "终止联办":
                assert trace.log[-1] == f"stop_{names[refused]}" and "end" not in trace
                later = {e.after for e in right.edges if e.before == refused and e.kind != "起算" and e.holds == "受理"}
                assert not later & handled(trace, names)
                continue
            assert handled(trace, names) == kept, (who, refused)
            assert trace.log[-1] == "end"
            assert not {f"finish_{names[m]}" for m in lost} & set(trace.log), (who, refused)
            in_order(trace, right, names, kept - lost)


@pytest.mark.parametrize("key", [p.values[0] for p in keys(1, 1)])
def test_the_set_reaches_every_matter(key):
    reached = {m for _, right in cases(key, LIMIT if key in _shipped() else RANDOM) for m in right.taken}
    if key in _shipped():
        assert reached == set(subject(key).bundle.matters)
    assert reached


def _shipped():
    from compiling import shipped

    return shipped()
