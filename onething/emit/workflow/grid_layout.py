"""Placing a plane whose nodes know their cell: the inside of a matter, the reminders."""

from __future__ import annotations

from onething.emit.workflow.geometry import (
    FONT,
    LINE,
    Drawing,
    Point,
    em,
    label_beside,
    label_under,
    size,
    wrap,
)
from onething.emit.workflow.plane import Flow, Node, Plane

COLUMN, ROW, MARGIN, OVER = 190.0, 100.0, 70.0, 1.75


def place(plane: Plane, drawing: Drawing, left: float = 0, top: float = 0) -> tuple[float, float]:
    """Draw ``plane`` with its corner at ``left``, ``top``; returns its width and height."""
    highest = min((n.cell[1] for n in plane.nodes), default=0)
    if any(f.way == "round" for f in plane.flows):
        highest = min(highest, -OVER + 0.4)
    x0, y0 = left + MARGIN, top + MARGIN - highest * ROW
    for node in plane.nodes:
        w, h = size(node)
        x, y = x0 + node.cell[0] * COLUMN, y0 + node.cell[1] * ROW
        if node.host:
            host = drawing.boxes[node.host]
            x, y = host[0] + host[2] / 2, host[1] + host[3]
        drawing.boxes[node.id] = (x - w / 2, y - h / 2, w, h)
    busy = {f.source for f in plane.flows if f.way in ("up", "round")}
    for node in plane.nodes:
        label_node(node, drawing, node.id in busy)
    for flow in plane.flows:
        drawing.ways[flow.id] = way(flow, drawing, y0 - OVER * ROW)
        label_flow(flow, drawing)
    boxes = [drawing.boxes[n.id] for n in plane.nodes]
    return (
        max(b[0] + b[2] for b in boxes) - left + MARGIN,
        max(b[1] + b[3] for b in boxes) - top + MARGIN,
    )


def way(flow: Flow, drawing: Drawing, above: float = 0) -> list[Point]:
    """The corners of a flow that says how it is drawn."""
    sx, sy, sw, sh = drawing.boxes[flow.source]
    tx, ty, tw, th = drawing.boxes[flow.target]
    scx, scy, tcx, tcy = sx + sw / 2, sy + sh / 2, tx + tw / 2, ty + th / 2
    if flow.way == "straight":
        return [(sx + sw, scy), (tx, tcy)]
    if flow.way == "up":
        return [(scx, sy), (scx, ty + th)]
    if flow.way == "drop" or (flow.way == "down" and abs(scx - tcx) < 1):
        return [(scx, sy + sh), (scx, ty)]
    if flow.way == "down":
        return [(scx, sy + sh), (scx, tcy), (tx, tcy)]
    if flow.way == "over":
        return [(sx, scy), (tcx, scy), (tcx, ty)]
    return [(scx, sy), (scx, above), (tx - 14, above), (tx - 14, tcy - 16), (tx, tcy - 16)]


def label_node(node: Node, drawing: Drawing, busy: bool = False) -> None:
    """Where the name of an event or a gateway stands; ``busy``: a flow leaves the gateway upwards."""
    box = drawing.boxes[node.id]
    if not node.name or not node.kind.endswith(("Event", "Gateway")):
        return
    if node.kind.endswith("Gateway"):
        w = em(node.name) * FONT + 4
        cx = box[0] + box[2] / 2
        drawing.labels[node.id] = (cx - 8 - w, box[1] - 10, w, LINE) if busy else (cx - w / 2, box[1] - LINE - 2, w, LINE)
    elif node.event == "terminate":
        drawing.labels[node.id] = label_beside(box, node.name)
    elif node.kind == "boundaryEvent":
        lines = wrap(node.name, 5)
        w = max(em(line) for line in lines) * FONT + 4
        drawing.labels[node.id] = (box[0] - w - 2, box[1] + 21, w, LINE * len(lines))
    elif node.name:
        drawing.labels[node.id] = label_under(box, node.name)


def label_flow(flow: Flow, drawing: Drawing) -> None:
    """A flow's name stands at its beginning: right of a vertical, above a horizontal."""
    if not flow.name:
        return
    (x1, y1), (x2, y2) = drawing.ways[flow.id][:2]
    w = em(flow.name) * FONT + 4
    if x1 == x2:
        y = y1 + 6 if y2 > y1 else y1 - LINE - 6
        drawing.labels[flow.id] = (x1 + 4, y, w, LINE)
    else:
        drawing.labels[flow.id] = (x1 + 4, y1 - LINE - 2, w, LINE)
