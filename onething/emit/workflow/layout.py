"""The main diagram: a pool with one lane per office, columns in the order of time; the reminders below it."""

from __future__ import annotations

from onething.emit.workflow import grid_layout
from onething.emit.workflow.cells import Cells, assign
from onething.emit.workflow.geometry import TASK_WIDTH, Drawing, Point, size
from onething.emit.workflow.graph import Graph
from onething.emit.workflow.plane import Node, Plane
from onething.emit.workflow.routing import Level, Routes, order_nets, route

POOL_HEADER, LANE_HEADER, EDGE = 30.0, 92.0, 20.0
ASIDE = 28.0  # where on the lower edge of its box a refusal that ends everything is caught
GUTTER, TRACK, ROW_SPACE, LABEL_SPACE = 17.0, 11.0, 26.0, 24.0


def draw(main: Plane, reminders: Plane | None, graph: Graph) -> Drawing:
    """Coordinates of everything."""
    drawing = Drawing()
    cells = assign(main, graph)
    sizes = {n.id: size(n) for n in main.nodes}
    routes = route([f for f in main.flows if f.way == "straight"], cells)
    heights = _heights(main, cells, routes, sizes, drawing)
    order_nets(routes, heights)
    gutters = _columns(main, cells, routes, sizes, heights, drawing)
    _flows(main, routes, heights, gutters, drawing)
    for node in main.nodes:
        if node.inner:
            grid_layout.place(node.inner, drawing)
    if reminders:
        _reminders(reminders, drawing)
    return drawing


def _heights(main: Plane, cells: Cells, routes: Routes, sizes: dict[str, tuple[float, float]],
             drawing: Drawing) -> dict[Level, float]:
    """The y of every row and corridor track; lanes get their height."""
    tall: dict[tuple[int, int], float] = {}
    for node in main.nodes:
        if node.id in cells.lane:
            key = (cells.lane[node.id], cells.row[node.id])
            need = sizes[node.id][1] + (LABEL_SPACE if node.kind == "endEvent" else 0)
            tall[key] = max(tall.get(key, 40), need)
    heights: dict[Level, float] = {}
    y = EDGE
    for i, lane in enumerate(main.lanes):
        top = y
        y += ROW_SPACE / 2
        for row in range(cells.rows[i] + 1):
            tracks = routes.tracks.get((i, row), 0)
            for track in range(tracks):
                heights[(i, row, track)] = y + TRACK * (track + 0.5)
            y += TRACK * tracks
            if row < cells.rows[i]:
                height = tall.get((i, row), 40) + ROW_SPACE / 2
                heights[(i, row, -1)] = y + height / 2
                y += height
        y += ROW_SPACE / 2
        drawing.boxes[lane.id] = (EDGE + POOL_HEADER, top, 0, y - top)
    drawing.height = y
    return heights


def _columns(main: Plane, cells: Cells, routes: Routes, sizes: dict[str, tuple[float, float]],
             heights: dict[Level, float], drawing: Drawing) -> dict[tuple[int, tuple[str, str]], float]:
    """The x of columns and gutter tracks; nodes get their boxes, lanes and the pool their width."""
    wide = [0.0] * cells.columns
    for n, column in cells.column.items():
        wide[column] = max(wide[column], sizes[n][0])
    tracks: dict[tuple[int, tuple[str, str]], float] = {}
    centre: list[float] = []
    x = EDGE + POOL_HEADER + LANE_HEADER + 24
    for column in range(cells.columns):
        centre.append(x + wide[column] / 2)
        x += wide[column]
        nets = routes.nets.get(column, [])
        for i, net in enumerate(nets):
            tracks[(column, net)] = x + GUTTER + TRACK * i
        x += 2 * GUTTER + TRACK * max(0, len(nets) - 1)
    busy = {f.source for f in main.flows if f.way == "up"}
    for node in main.nodes:
        w, h = sizes[node.id]
        if node.host:
            host = drawing.boxes[node.host]
            drawing.boxes[node.id] = (host[0] + ASIDE - w / 2, host[1] + host[3] - h / 2, w, h)
        else:
            middle = centre[cells.column[node.id]]
            if node.event == "terminate":
                middle += ASIDE - TASK_WIDTH / 2
            y = heights[(cells.lane[node.id], cells.row[node.id], -1)]
            drawing.boxes[node.id] = (middle - w / 2, y - h / 2, w, h)
        grid_layout.label_node(node, drawing, node.id in busy)
    drawing.width = x + EDGE
    for lane in main.lanes:
        box = drawing.boxes[lane.id]
        drawing.boxes[lane.id] = (box[0], box[1], x - box[0], box[3])
    drawing.boxes[f"pool_{main.id}"] = (EDGE, EDGE, x - EDGE, drawing.height - EDGE)
    drawing.height += EDGE
    return tracks


def _flows(main: Plane, routes: Routes, heights: dict[Level, float],
           gutters: dict[tuple[int, tuple[str, str]], float], drawing: Drawing) -> None:
    for flow in main.flows:
        one = routes.of.get(flow.id)
        if one is None:
            drawing.ways[flow.id] = grid_layout.way(flow, drawing)
        else:
            source, target = drawing.boxes[flow.source], drawing.boxes[flow.target]
            points: list[Point] = [(source[0] + source[2], heights[one.levels[0]])]
            for i, turn in enumerate(one.turns):
                x = gutters[turn]
                points += [(x, heights[one.levels[i]]), (x, heights[one.levels[i + 1]])]
            points.append((target[0], heights[one.levels[-1]]))
            drawing.ways[flow.id] = [p for i, p in enumerate(points) if not i or p != points[i - 1]]
        grid_layout.label_flow(flow, drawing)


def _reminders(plane: Plane, drawing: Drawing) -> None:
    """The pool of the reminders, as wide as the main one."""
    top = drawing.height
    width, height = grid_layout.place(plane, drawing, EDGE + POOL_HEADER, top)
    drawing.width = max(drawing.width, EDGE + POOL_HEADER + width + EDGE)
    drawing.boxes[f"pool_{plane.id}"] = (EDGE, top, drawing.width - 2 * EDGE, height)
    drawing.height = top + height + EDGE


def nodes_of(plane: Plane) -> list[Node]:
    """The nodes of a plane and of the planes inside."""
    return [n for node in plane.nodes for n in (node, *(nodes_of(node.inner) if node.inner else ()))]
