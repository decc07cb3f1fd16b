"""A second process for the reminders: begun with the same data as the case, it never holds the case back."""

from __future__ import annotations

from onething.emit.workflow.expressions import Printer
from onething.emit.workflow.main_process import blocking
from onething.emit.workflow.plane import Node, Plane
from onething.plan.ir import BundleIR


def reminder_plane(ir: BundleIR, printer: Printer) -> Plane | None:
    """One timer and one sending per reminder; None without reminders. A blocked bundle reminds of nothing, and
    neither does a reminder whose date is not known."""
    if not ir.reminders:
        return None
    plane = Plane(f"{printer.names.process}_reminders", "提醒")
    at: Node = plane.add("remind_start", "startEvent", "与办件同时开始", cell=(0, 0))
    gates = blocking(ir)
    if gates:
        gate = plane.add("remind_gate", "exclusiveGateway", "能否联办", cell=(1, 0))
        plane.flow(at, gate)
        stop = plane.add("remind_none", "endEvent", "不予联办", cell=(1.6, 0.7))
        plane.flow(gate, stop, "否", printer.python(["or", False, *(g.when for g in gates)]), "down")
        at = gate
    if len(ir.reminders) > 1:
        split = plane.add("remind_split", "parallelGateway", cell=(2, 0))
        plane.flow(at, split, default=at.kind == "exclusiveGateway")
        at = split
    first = at.cell[0] + 1
    for number, reminder in enumerate(ir.reminders):
        row = number * 1.6
        r, due = printer.names.reminders[reminder.name], printer.names.due(reminder.name)
        known = plane.add(f"known_{r}", "exclusiveGateway", "日期已知", cell=(first, row))
        day = f"{reminder.anchor}{'后' if reminder.days >= 0 else '前'}{abs(reminder.days):g}日"
        timer = plane.add(f"due_{r}", "intermediateCatchEvent", day, event="date", value=due, place=reminder.place,
                          cell=(first + 1, row), doc=f"变量 {due}：提醒的时刻，ISO 8601，含时区。")
        send = plane.add(f"remind_{r}", "sendTask", reminder.name, owner="、".join(reminder.to), place=reminder.place,
                         small=reminder.channel, cell=(first + 2, row),
                         doc=f"对象：{'、'.join(reminder.to)}；渠道：{reminder.channel}；内容：{reminder.text}")
        end = plane.add(f"reminded_{r}", "endEvent", "已提醒", cell=(first + 3, row))
        unknown = plane.add(f"undated_{r}", "endEvent", "不提醒", cell=(first, row + 0.7))
        plane.flow(at, known, way="straight" if not number else "down", default=at.kind == "exclusiveGateway")
        plane.flow(known, unknown, "否", f"{due} is None", "drop")
        plane.flow(known, timer, "是", default=True)
        plane.flow(timer, send)
        plane.flow(send, end)
    return plane
