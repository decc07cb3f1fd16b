"""``labels.json``: what the ASCII ids of the workflow stand for, and what a platform must give and report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from onething.emit.workflow.expressions import Printer
from onething.emit.workflow.main_process import blocking
from onething.emit.workflow.plane import Plane
from onething.plan.ir import BundleIR

RESULTS = {
    "result.window": ["accept", "supplement", "refuse"],
    "result.<matter>": ["accept", "supplement", "refuse", "pass"],
}


def labels(ir: BundleIR, printer: Printer, planes: Iterable[Plane]) -> str:
    """The file's text."""
    names = printer.names
    content: dict[str, Any] = {
        "process": names.process,
        "bundle": ir.name,
        "start": {
            "questions": {
                names.questions[q.name]: {
                    "name": q.name,
                    "values": {names.option(q.name, o.name): o.name for o in q.options}
                    or ({"yes": "是", "no": "否"} if q.type == "是否" else f"数，{q.unit}或 null"),
                }
                for q in ir.questions
            },
            "matters": {
                names.matters[m.name]: {
                    "name": m.name,
                    "chosen": names.chosen(m.name),
                    "done": names.done(m.name),
                    "doing": names.doing(m.name),
                    "limit": names.limit(m.name),
                }
                for m in ir.matters
            },
            "reminders": {names.due(r.name): r.name for r in ir.reminders},
            "note": "每个变量都须给出：未回答的为 null，时限未由工作日历设定的为 null；result 以 {} 开始。",
        },
        "report": {
            "values": RESULTS,
            "note": "完成受理、办理任务时把结论并入 result；键为 window 或事项的代号。"
            " accept 受理，supplement 补正，refuse 不予受理或不予通过，pass 通过。",
        },
        "gates": {
            g.id: {"message": g.message, "when": printer.python(g.when)} for g in blocking(ir)
        },
        "elements": {id_: name for plane in planes for id_, name in _elements(plane)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _elements(plane: Plane) -> Iterable[tuple[str, str]]:
    yield plane.id, plane.name
    for lane in plane.lanes:
        yield lane.id, lane.name
    for node in plane.nodes:
        if node.inner:
            yield from _elements(node.inner)
        if node.name:
            yield node.id, node.name
