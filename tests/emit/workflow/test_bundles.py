"""The bundles of this repository: their workflows, run in SpiffWorkflow, do what the reference meaning says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from engines.spiff import Process
from workflow.cases import check_run, covering

from onething.emit.workflow import emit
from onething.emit.workflow.names import Names
from onething.plan.publish import publish
from onething.semantics import outcome
from onething.workspace.workspace import open_workspace

ROOT = Path(__file__).parents[3]
FOLDERS = ("bundles", "examples/language-sample", "examples/by-situation")


@cache
def analyses():  # type: ignore[no-untyped-def]
    found = [e for folder in FOLDERS for e in open_workspace(ROOT / folder).examine() if e.sound]
    return {f"{e.analysis.bundle.place}/{e.analysis.bundle.name}": e.analysis for e in found}


@pytest.mark.parametrize("identity", analyses())
def test_the_workflow_handles_what_the_reference_takes_in_its_order(identity):
    analysis = analyses()[identity]
    ir = publish(analysis)
    process, names = Process(emit(ir).artefacts[0].text), Names(ir).matters
    for seed, case in enumerate(covering(ir, 60)):
        trace = process.run(case.data(), seed=seed)
        meaning = outcome(analysis.bundle, analysis.catalogue, case.answers, frozenset(case.choice),
                          frozenset(case.done), frozenset(case.doing))  # fmt: skip
        check_run(case, trace)
        assert ("blocked" in trace) == bool(meaning.blocked)
        if not meaning.blocked:
            assert {m for m in names if f"handle_{names[m]}" in trace} == set(meaning.taken)
            for e in meaning.edges:
                if e.kind != "起算":
                    end = max(trace.at(f"matter_{names[e.before]}"), trace.at(f"matter_{names[e.before]}_end"))
                    begin = [trace.first(f"{w}_{names[e.after]}") for w in ("accept", "handle", "finish")]
                    points = [begin[2]] if e.holds == "办结" else [i for i in begin[:2] if i >= 0]
                    assert 0 <= end < min(points)
