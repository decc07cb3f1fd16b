"""Applicants for workflow runs, and what is right for them, worked out from the conditions and not from the XML."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engines.spiff import Trace

from onething.emit.conditions import Frame, State, evaluate
from onething.emit.workflow.data import start_data
from onething.emit.workflow.names import Names
from onething.emit.workflow.waits import answers_to
from onething.plan.ir import BundleIR


@dataclass(frozen=True)
class Case:
    """One applicant of one bundle."""

    ir: BundleIR
    answers: dict[str, Any]
    choice: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        return State(Frame.of(self.ir), self.answers, self.choice, self.done, self.doing)

    def data(self, **more: Any) -> dict[str, Any]:
        return start_data(self.ir, self.answers, self.choice, self.done, self.doing) | more

    def stopped(self) -> bool:
        state = self.state
        return any(g.kind in ("不予联办", "不予受理") and not g.matter and evaluate(g.when, state) for g in self.ir.gates)

    def handled(self) -> set[str]:
        """The matters that are handled if nothing is refused."""
        state = self.state
        return {m.name for m in self.ir.matters if state.is_taken(m.name) and not evaluate(m.blocked, state)}


def everybody(ir: BundleIR) -> Iterator[Case]:
    """Every answer of each kind × every choice; nothing finished or in progress."""
    optional = [m.name for m in ir.matters if m.participation == "选办"]
    for row in itertools.product(*(answers_to(q) for q in ir.questions)):
        answers = {q.name: a for q, a in zip(ir.questions, row, strict=True)}
        for n in range(len(optional) + 1):
            for choice in itertools.combinations(optional, n):
                yield Case(ir, answers, choice)


def covering(ir: BundleIR, number: int, seed: int = 1) -> Iterator[Case]:
    """A seeded sample that also has finished matters and matters in progress."""
    dice = random.Random(seed)
    for _ in range(number):
        answers = {q.name: dice.choice(answers_to(q)) for q in ir.questions}
        choice = tuple(m.name for m in ir.matters if m.participation == "选办" and dice.random() < 0.6)
        fate = {m.name: dice.choice(["", "", "done", "doing"]) for m in ir.matters}
        yield Case(ir, answers, choice, tuple(m for m in fate if fate[m] == "done"),
                   tuple(m for m in fate if fate[m] == "doing"))


def check_run(case: Case, trace: Trace) -> None:
    """The run is what sections on matters and on order say, if nothing is refused."""
    assert trace.completed
    names = Names(case.ir).matters
    if case.stopped():
        assert "blocked" in trace and "accept" not in trace and "end" not in trace
        return
    handled = case.handled()
    assert {m for m in names if f"handle_{names[m]}" in trace} == handled
    assert {m for m in names if f"accept_{names[m]}" in trace} == handled - set(case.doing)
    assert trace.log[-1] == "end"
    check_order(case, trace, handled)


def check_order(case: Case, trace: Trace, handled: set[str]) -> None:
    names, state = Names(case.ir).matters, case.state
    for e in case.ir.edges:
        if e.kind == "起算" or not evaluate(e.when, state) or not {e.before, e.after} <= handled:
            continue
        before, after = names[e.before], names[e.after]
        end = max(trace.at(f"matter_{before}"), trace.at(f"matter_{before}_end"))
        if e.holds == "办结":
            assert 0 <= end < trace.first(f"finish_{after}"), (e.before, e.after, trace.log)
        else:
            begun = [i for i in (trace.first(f"accept_{after}"), trace.first(f"handle_{after}")) if i >= 0]
            assert 0 <= end < min(begun), (e.before, e.after, trace.log)
