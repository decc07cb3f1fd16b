"""The sub-process of one matter: 是否办理 → 受理 → 办理并决定 → 办结, with 补正 loops, 催办 and refusal.

It always completes: a matter that is not taken, finished before, refused or cancelled leaves by an end event of
its own. So the main process needs parallel gateways only. The person at a task reports the decision as
``result[<matter>]``: accept, supplement or refuse at the acceptance; pass, supplement or refuse at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onething.emit.workflow import limits
from onething.emit.workflow.expressions import Printer
from onething.emit.workflow.graph import END
from onething.emit.workflow.plane import Node, Plane
from onething.emit.workflow.refusal import ENDS_ALL, HANDS_OVER, Refusals
from onething.plan.ir import Condition, Matter

APPLICANT = "申请人"
FAILED_NAMES = {
    "终止联办": "未通过，终止联办", "终止后续": "未通过，终止后续事项", "其他照办": "未通过，其他事项照办",
    "转单独办理": "已转单独办理",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the sub-processes of a bundle share."""

    printer: Printer
    refusals: Refusals
    blocked: Mapping[str, Condition]
    cut: frozenset[str]

    def goes_on(self, matter: str) -> Condition:
        """The matter is taken, not blocked and not cancelled."""
        return ["and", ["taken", matter], ["not", self.blocked[matter]], ["not", self.refusals.cancelled(matter)]]


def department(matter: Matter) -> str:
    """The department of the lane: that of the first case."""
    return matter.departments[0].text if matter.departments else ""


def other_departments(matter: Matter) -> list[str]:
    return list(dict.fromkeys(d.text for d in matter.departments[1:] if d.text != department(matter)))


def handling(matter: Matter, context: Context) -> Plane:
    """The whole sub-process, or its first part where the matter is cut in two."""
    names, printed = context.printer.names, context.printer.python
    m = names.matters[matter.name]
    owner = "、".join([department(matter), *other_departments(matter)]) or "办理部门"
    plane = Plane(f"matter_{m}", matter.name, doc=matter.remark)
    start = plane.add(f"start_{m}", "startEvent", "开始", cell=(0, 0))
    route = plane.add(f"route_{m}", "exclusiveGateway", "是否办理", cell=(1, 0))
    accept = plane.add(f"accept_{m}", "userTask", "受理", owner=owner, place=matter.place, cell=(2, 0))
    accepted = plane.add(f"accepted_{m}", "exclusiveGateway", "是否受理", cell=(3, 0))
    handle = plane.add(f"handle_{m}", "userTask", "办理并作出决定", owner=owner, place=matter.place, cell=(4, 0))
    decided = plane.add(f"decided_{m}", "exclusiveGateway", "是否通过", cell=(5, 0))
    plane.flow(start, route)
    _exits(plane, route, matter, context)
    again = ["and", context.goes_on(matter.name), ["doing", matter.name]]
    plane.flow(route, handle, "已在办理", printed(again), "round")
    plane.flow(route, accept, "办理", default=True)
    plane.flow(accept, accepted)
    result = f"result.get({m!r})"
    _supplement(plane, f"supplement_{m}", accepted, accept, f"{result} == 'supplement'")
    plane.flow(accepted, handle, "受理", default=True)
    plane.flow(handle, decided)
    _supplement(plane, f"more_{m}", decided, handle, f"{result} == 'supplement'")
    _failure(plane, m, matter, [accepted, decided], f"{result} == 'refuse'")
    _reminder(plane, m, matter, handle, context)
    passed = decided
    if matter.name not in context.cut and limits.excluded(matter):
        passed = _excluded(plane, m, matter, decided, owner, 6)
        plane.flow(decided, passed, "通过", default=True)
    name = "决定通过" if matter.name in context.cut else "办结"
    end = plane.add(f"end_{m}", "endEvent", name, cell=(7 if passed is not decided else 6, 0))
    plane.flow(passed, end, "通过" if passed is decided else "", default=passed is decided)
    return plane


def finishing(matter: Matter, context: Context) -> Plane:
    """The second part of a matter that an edge enters between its decision and its end."""
    names, printed = context.printer.names, context.printer.python
    m = names.matters[matter.name]
    owner = department(matter) or "办理部门"
    late = context.refusals.cancelled_late(matter.name)
    plane = Plane(f"matter_{m}{END}", f"{matter.name}（办结）")
    start = plane.add(f"start_{m}{END}", "startEvent", "开始", cell=(0, 0))
    route = plane.add(f"route_{m}{END}", "exclusiveGateway", "是否办结", cell=(1, 0))
    plane.flow(start, route)
    decided = ["and", context.goes_on(matter.name), ["not", ["refused", matter.name]]]
    none = plane.add(f"skip_{m}{END}", "endEvent", "不办理或已终止", cell=(2, 1))
    plane.flow(route, none, "", printed(["not", decided]), "down")
    if late is not False:
        lost = plane.add(f"lost_{m}", "endEvent", "因前置未通过而取消", cell=(2, 2))
        plane.flow(route, lost, "", printed(["and", decided, late]), "down")
    finish = plane.add(f"finish_{m}", "userTask", "收齐后补材料并办结", owner=owner, place=matter.place, cell=(2, 0))
    plane.flow(route, finish, "办结", default=True)
    if limits.excluded(matter):
        excluded = _excluded(plane, m, matter, finish, owner, 3)
        plane.flow(finish, excluded)
        finish = excluded
    plane.flow(finish, plane.add(f"end_{m}{END}", "endEvent", "办结", cell=(finish.cell[0] + 1, 0)))
    return plane


def _exits(plane: Plane, route: Node, matter: Matter, context: Context) -> None:
    """Ways out before the acceptance. They exclude each other: engines differ in which condition they try first."""
    m, taken = context.printer.names.matters[matter.name], ["taken", matter.name]
    wanted = ["or", ["chosen", matter.name], ["doing", matter.name]] if matter.participation == "选办" else True
    asked = ["and", wanted, matter.applies, ["not", ["done", matter.name]]]
    barred = ["and", matter.blocked, ["or", taken, asked]]
    exits = [
        ("skip", "不办理或已办结", ["and", ["not", taken], ["not", barred]]),
        ("barred", "不予受理", barred),
        ("cancelled", "因前置未通过而取消",
         ["and", taken, ["not", matter.blocked], context.refusals.cancelled(matter.name)]),
    ]
    row = 1
    for word, name, condition in exits:
        text = context.printer.python(condition)
        if text == "False":
            continue
        end = plane.add(f"{word}_{m}", "endEvent", name, cell=(1.75, row))
        plane.flow(route, end, "", text, "down")
        row += 1


def _supplement(plane: Plane, id_: str, gateway: Node, back: Node, when: str) -> None:
    """The 补正 loop: the applicant supplies, the task is done again."""
    task = plane.add(id_, "userTask", "申请人补正", owner=APPLICANT, cell=(gateway.cell[0], -1))
    plane.flow(gateway, task, "补正", when, "up")
    plane.flow(task, back, way="over")


def _failure(plane: Plane, m: str, matter: Matter, gateways: list[Node], when: str) -> None:
    """The refusal, as the bundle declares it."""
    policy = matter.on_refusal
    column, target = gateways[-1].cell[0] + 1, None
    if policy == HANDS_OVER:
        target = plane.add(f"transfer_{m}", "userTask", "转单独办理", owner="综合窗口", cell=(column, 2))
        column += 1
    end = plane.add(f"failed_{m}", "endEvent", FAILED_NAMES.get(policy, "未通过"), cell=(column, 2))
    if policy == ENDS_ALL:
        end.event, end.value = "error", m
    if target is not None:
        plane.flow(target, end)
    for gateway in gateways:
        plane.flow(gateway, target or end, "不予受理" if gateway is gateways[0] else "不予通过", when, "down")


def _reminder(plane: Plane, m: str, matter: Matter, handle: Node, context: Context) -> None:
    """催办 when the limit ends; it runs beside the handling and holds nothing up."""
    cases = limits.cases(matter)
    if not cases:
        return
    variable = context.printer.names.limit(matter.name)
    known = frozenset({matter.name})
    default = limits.expression(cases, lambda c: context.printer.python(c, known))
    words = "；".join(dict.fromkeys(case.limit.text for case in cases if case.limit))
    timer = plane.add(f"limit_{m}", "boundaryEvent", "时限届满", event="duration", host=handle.id, interrupting=False,
                      value=f"{variable} or ({default})", cell=(4, 0), place=cases[0].place,
                      doc=f"时限：{words}。变量 {variable} 由平台按工作日历设定；未设定时工作日按7/5折算为自然日。")
    urge = plane.add(f"urge_{m}", "sendTask", "催办", owner="综合窗口", cell=(4, 1))
    plane.flow(timer, urge, way="drop")
    plane.flow(urge, plane.add(f"urged_{m}", "endEvent", "已催办", cell=(4.66, 1)))


def _excluded(plane: Plane, m: str, matter: Matter, after: Node, owner: str, column: int) -> Node:
    """Special procedures, off the clock."""
    name = "、".join(limits.excluded(matter))
    return plane.add(f"special_{m}", "userTask", f"{name}（不计时限）", owner=owner, cell=(column, 0))
