"""Runs an emitted workflow in SpiffWorkflow: parse once, run many times, each run with its own data and order.

Nothing here knows what the process should do; it completes the tasks that the engine offers, in an order drawn from
a seed, reports the decisions of a script, and keeps the ids of all completed nodes in the order of completion.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, BpmnValidator
from SpiffWorkflow.util.task import TaskState

MAIN, REMINDERS = 0, 1
_VALIDATOR: BpmnValidator | None = None


@dataclass(slots=True)
class Trace:
    """``log``: ids of completed nodes in order; ``completed``: the process ended; ``data``: where it ended."""

    log: list[str] = field(default_factory=list)
    completed: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    lanes: dict[str, str] = field(default_factory=dict)

    def at(self, node: str) -> int:
        """When a node was completed for the last time; -1 = never."""
        return max((i for i, n in enumerate(self.log) if n == node), default=-1)

    def first(self, node: str) -> int:
        return self.log.index(node) if node in self.log else -1

    def __contains__(self, node: str) -> bool:
        return node in self.log


class Process:
    """A parsed process of a workflow file, ready for many runs."""

    def __init__(self, xml: str, which: int = MAIN) -> None:
        global _VALIDATOR
        _VALIDATOR = _VALIDATOR or BpmnValidator()
        parser = BpmnParser(validator=_VALIDATOR)
        parser.add_bpmn_str(xml.encode())
        self.id = parser.get_process_ids()[which]
        self.spec = parser.get_spec(self.id)
        self.inner = parser.get_subprocess_specs(self.id)

    def run(
        self,
        data: Mapping[str, Any],
        script: Mapping[str, str | Sequence[str]] | None = None,
        seed: int = 0,
        patience: float = 0,
        timers: bool = False,
        plain: bool = False,
    ) -> Trace:
        """One case. ``script``: decisions by task id, one or a list used up in turn; without one every acceptance
        accepts and every decision passes. ``timers``: let timers fire; ``patience``: seconds to wait for them.
        ``plain``: by the engine's own loop, which does the same, but walks its whole tree of tasks at each step."""
        trace, dice = Trace(), random.Random(seed)
        plan = {k: [v] if isinstance(v, str) else list(v) for k, v in (script or {}).items()}
        workflow = BpmnWorkflow(self.spec, self.inner)
        start = workflow.get_tasks(spec_name="Start")[0] if not workflow.data else workflow.task_tree
        start.set_data(**deepcopy(dict(data)))

        def log(task: Any) -> None:
            if task.task_spec.bpmn_id:
                trace.log.append(task.task_spec.bpmn_id)

        until = time.monotonic() + patience
        while True:
            if timers or plain:
                workflow.refresh_timers()
            if plain:
                workflow.do_engine_steps(did_complete_task=log)
            else:
                _engine_steps(workflow, log)
            ready = [t for part in _parts(workflow) for t in part.tasks.values() if t.state == TaskState.READY]
            if ready:
                task = dice.choice(ready)
                _complete(task, plan, trace)
                log(task)
            elif workflow.completed or time.monotonic() > until:
                break
            else:
                time.sleep(0.01)
        trace.completed = workflow.completed
        trace.data = workflow.data
        return trace


def _parts(workflow: BpmnWorkflow) -> list[Any]:
    """The running sub-processes, the deepest first, and the process."""
    running = [s for s in workflow.subprocesses.values() if not s.completed]
    return [*sorted(running, key=lambda s: s.depth, reverse=True), workflow]


def _engine_steps(workflow: BpmnWorkflow, log: Callable[[Any], None]) -> None:
    """What ``BpmnWorkflow.do_engine_steps`` does, without walking the tree of tasks."""
    moved = True
    while moved:
        moved = False
        for part in _parts(workflow):
            for task in list(part.tasks.values()):
                if task.state == TaskState.READY and not task.task_spec.manual:
                    task.run()
                    log(task)
                    moved = True
            if part is not workflow:
                host = workflow.tasks.get(part.parent_task_id) or workflow.get_task_from_id(part.parent_task_id)
                host.task_spec._update(host)
    workflow.refresh_timers()


def _complete(task: Any, plan: dict[str, list[str]], trace: Trace) -> None:
    node = task.task_spec.bpmn_id
    trace.lanes[node] = task.task_spec.lane
    word, _, matter = node.partition("_")
    decision = plan[node].pop(0) if plan.get(node) else {"accept": "accept", "handle": "pass"}.get(word)
    if decision:
        result = {**task.data.get("result", {}), matter or "window": decision}
        task.data["result"] = result
    task.run()
