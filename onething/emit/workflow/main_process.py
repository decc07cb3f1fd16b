"""The main process: one application, one acceptance, the matters in their order, one issue of results.

Exclusive choices stand before the matters or inside their sub-processes; between them there are parallel
gateways only, one for each join and split of the reduced union of all orders. Engines of every make agree on that.
"""

from __future__ import annotations

from onething.emit.conditions import simplify
from onething.emit.workflow import limits
from onething.emit.workflow.expressions import Printer
from onething.emit.workflow.graph import Graph
from onething.emit.workflow.matter_process import (
    APPLICANT,
    Context,
    department,
    finishing,
    handling,
    other_departments,
)
from onething.emit.workflow.plane import Lane, Node, Plane
from onething.emit.workflow.refusal import ENDS_ALL
from onething.plan.ir import BundleIR, Gate, Matter, Role

WINDOW = "综合窗口"
NOT_STATED = "办理部门（未载明）"


def main_plane(ir: BundleIR, printer: Printer, context: Context, graph: Graph) -> Plane:
    """The main plane with the sub-processes inside."""
    plane = Plane(printer.names.process, ir.name, doc=ir.remark)
    lanes = {APPLICANT: "lane_applicant", WINDOW: "lane_window"}
    for m in ir.matters:
        lanes.setdefault(department(m) or NOT_STATED, f"lane_{len(lanes) - 1}")
    plane.lanes = [Lane(id_, name) for name, id_ in lanes.items()]
    accepted = _head(plane, ir, printer)
    issue = Node("issue", "userTask", "统一出件", "lane_window", owner=WINDOW)
    boxes = {}
    by_name = {m.name: m for m in ir.matters}
    for step in graph.steps:
        m = by_name[step.matter]
        boxes[step.id] = _box(plane, m, step.finishing, lanes[department(m) or NOT_STATED], context)
    _connect(plane, graph, boxes, accepted, issue)
    plane.nodes.append(issue)
    end = plane.add("end", "endEvent", "办结", lane="lane_window")
    plane.flow(issue, end)
    return plane


def blocking(ir: BundleIR) -> list[Gate]:
    """Gates that end the whole bundle before its acceptance."""
    return [g for g in ir.gates if g.kind in ("不予联办", "不予受理") and not g.matter and simplify(g.when) is not False]


def signers(ir: BundleIR) -> list[Role]:
    return [r for r in ir.roles if "共同签字" in r.kinds]


def _head(plane: Plane, ir: BundleIR, printer: Printer) -> Node:
    """From the application to the acceptance; returns the gateway behind it."""
    at: Node = plane.add("start", "startEvent", "提交申请", lane="lane_applicant", place=ir.place_in_source)
    gates = blocking(ir)
    if gates:
        choice = plane.add("gate", "exclusiveGateway", "能否联办", lane="lane_window", place=gates[0].place)
        reasons = "\n".join(g.message for g in gates)
        stop = plane.add("blocked", "endEvent", "不予联办", lane="lane_window", doc=reasons, place=gates[0].place)
        plane.flow(at, choice)
        plane.flow(choice, stop, "否", printer.python(["or", False, *(g.when for g in gates)]), "down")
        at = choice
    at = _signatures(plane, ir, printer, at)
    hints = "\n".join(g.message for g in ir.gates if g.kind == "提示")
    accept = plane.add("accept", "userTask", "一窗受理", lane="lane_window", owner=WINDOW, doc=hints)
    plane.flow(at, accept, default=at.kind == "exclusiveGateway")
    accepted = plane.add("accepted", "exclusiveGateway", "是否受理", lane="lane_window")
    supplement = plane.add("supplement", "userTask", "申请人补正", lane="lane_applicant", owner=APPLICANT)
    refused = plane.add("refused", "endEvent", "不予受理", lane="lane_window")
    plane.flow(accept, accepted)
    plane.flow(accepted, supplement, "补正", "result.get('window') == 'supplement'", "up")
    plane.flow(supplement, accept, way="over")
    plane.flow(accepted, refused, "否", "result.get('window') == 'refuse'", "down")
    return accepted


def _signatures(plane: Plane, ir: BundleIR, printer: Printer, at: Node) -> Node:
    """共同签字, side by side, each with its term."""
    roles = signers(ir)
    if not roles:
        return at
    split = join = None
    if len(roles) > 1:
        split = plane.add("sign_split", "parallelGateway", lane="lane_applicant")
        plane.flow(at, split, default=at.kind == "exclusiveGateway")
        join = Node("sign_join", "parallelGateway", lane="lane_applicant")
    for role in roles:
        box = plane.add(f"sign_{printer.names.roles[role.name]}", "subProcess", f"{role.name}签字",
                        lane="lane_applicant", place=role.place, inner=_signature(role, printer))
        if role.sign_within:
            box.small = role.sign_within.text
        before = split or at
        plane.flow(before, box, default=before.kind == "exclusiveGateway")
        if join:
            plane.flow(box, join)
        else:
            return box
    assert join is not None
    plane.nodes.append(join)
    return join


def _signature(role: Role, printer: Printer) -> Plane:
    """One signature; when its term ends the signer is reminded once, and the case goes on waiting."""
    r = printer.names.roles[role.name]
    plane = Plane(f"sign_{r}", f"{role.name}签字")
    start = plane.add(f"start_sign_{r}", "startEvent", "开始", cell=(0, 0))
    task = plane.add(f"sign_task_{r}", "userTask", f"{role.name}签字", owner=role.name, place=role.place, cell=(1, 0))
    end = plane.add(f"end_sign_{r}", "endEvent", "已签字", cell=(2, 0))
    plane.flow(start, task)
    plane.flow(task, end)
    if role.sign_within:
        timer = plane.add(f"limit_sign_{r}", "boundaryEvent", "签字期限届满", event="duration", host=task.id,
                          interrupting=False, cell=(1, 0), doc=role.sign_within.text,
                          value=f"{printer.names.sign_limit(role.name)} or {limits.iso(role.sign_within)!r}")
        urge = plane.add(f"urge_sign_{r}", "sendTask", "催签", owner=WINDOW, cell=(1, 1))
        plane.flow(timer, urge, way="drop")
        plane.flow(urge, plane.add(f"urged_sign_{r}", "endEvent", "已催签", cell=(1.66, 1)))
    return plane


def _box(plane: Plane, matter: Matter, end: bool, lane: str, context: Context) -> Node:
    """The matter's sub-process; behind 终止联办 a refusal ends everything."""
    inner = finishing(matter, context) if end else handling(matter, context)
    name = inner.name
    if others := other_departments(matter):
        name += f"（按情形：{'、'.join(others)}）"
    small = [] if end else [{"选办": "选办", "自动": "自动"}.get(matter.participation, "")]
    if not end and (cases := limits.cases(matter)):
        small.append(cases[0].limit.text.partition("（")[0] if cases[0].limit and len(cases) == 1 else "时限按情形")
    box = plane.add(inner.id, "subProcess", name, lane=lane, inner=inner, place=matter.place, doc=matter.remark,
                    small=" · ".join(filter(None, small)))
    if matter.on_refusal == ENDS_ALL and not end:
        m = inner.id.removeprefix("matter_")
        caught = plane.add(f"caught_{m}", "boundaryEvent", "", lane=lane, event="error", value=m, host=box.id)
        stop = plane.add(f"stop_{m}", "endEvent", "未通过，终止联办", lane=lane, event="terminate")
        plane.flow(caught, stop, way="drop")
    return box


def _connect(plane: Plane, graph: Graph, boxes: dict[str, Node], source: Node, sink: Node) -> None:
    """Parallel gateways for the joins and splits. Where several steps all wait for the same several steps and
    nothing else does, they share one join and one split."""
    before, after = dict(graph.before), dict(graph.after)
    roots = [s for s in graph.order if not before[s]]
    ends = [s for s in graph.order if not after[s]]
    out: dict[str, Node] = {}
    default = source.kind == "exclusiveGateway"

    def split(step: str, node: Node) -> Node:
        """Where the flows that leave ``step`` begin."""
        if step not in out:
            several = len(after[step] or ["end"]) > 1
            out[step] = _gateway(plane, f"split_{step}", node.lane) if several else node
            if several:
                plane.flow(node, out[step])
        return out[step]

    begin = source
    if len(roots) > 1:
        begin = _gateway(plane, "split", "lane_window")
        plane.flow(source, begin, "受理", default=default)
    for step in graph.order:
        waits = before[step]
        if not waits:
            plane.flow(begin, boxes[step], "受理" if begin is source else "", default=default and begin is source)
        elif len(waits) == 1:
            plane.flow(split(waits[0], boxes[waits[0]]), boxes[step])
        else:
            _join(plane, graph, boxes, out, split, step)
    last = sink
    if len(ends) > 1:
        last = _gateway(plane, "join", "lane_window")
        plane.flow(last, sink)
    for step in ends:
        plane.flow(boxes[step], last)
    if not graph.order:
        plane.flow(source, sink, default=default)


def _join(plane: Plane, graph: Graph, boxes: dict[str, Node], out: dict[str, Node], split: object, step: str) -> None:
    """The join in front of ``step``, shared where that changes nothing."""
    waits = graph.before[step]
    together = [s for s in graph.order if graph.before[s] == waits]
    shared = all(graph.after[w] == together for w in waits)
    if shared and step != together[0]:
        plane.flow(out[f"+{together[0]}"], boxes[step])
        return
    join = _gateway(plane, f"join_{step}", boxes[step].lane)
    for w in waits:
        plane.flow(boxes[w] if shared else split(w, boxes[w]), join)  # type: ignore[operator]
    begin = join
    if shared and len(together) > 1:
        begin = _gateway(plane, f"split_to_{step}", boxes[step].lane)
        plane.flow(join, begin)
        out[f"+{step}"] = begin
    plane.flow(begin, boxes[step])


def _gateway(plane: Plane, id_: str, lane: str) -> Node:
    return plane.add(id_, "parallelGateway", lane=lane)
