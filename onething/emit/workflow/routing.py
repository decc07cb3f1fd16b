"""Ways of the flows between cells: along free rows or corridors, and up and down in the gutters between columns.

No way can cross a box: rows are used only where they are free, corridors lie between rows, gutters between columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.emit.workflow.cells import Cells
from onething.emit.workflow.plane import Flow

Level = tuple[int, int, int]  # lane, row, track: track -1 is the row itself, 0… a track of the corridor above it
Net = tuple[str, str]  # flows that share their lines: those that leave one node, or enter one node


@dataclass(slots=True)
class Route:
    """A flow's way: the levels it uses in turn, and the gutter and net of each change of level."""

    levels: list[Level]
    turns: list[tuple[int, Net]]


@dataclass(slots=True)
class Routes:
    of: dict[str, Route] = field(default_factory=dict)
    tracks: dict[tuple[int, int], int] = field(default_factory=dict)  # corridor (lane, row) -> number of tracks
    nets: dict[int, list[Net]] = field(default_factory=dict)  # gutter -> nets from left to right


def route(flows: list[Flow], cells: Cells) -> Routes:
    """Routes for ``flows``; all go to the right."""
    routes = Routes()
    leaving: dict[str, int] = {}
    for f in flows:
        leaving[f.source] = leaving.get(f.source, 0) + 1
    held: dict[tuple[int, int, int], Net | None] = {
        (cells.lane[n], cells.row[n], cells.column[n]): None for n in cells.column
    }
    corridors: dict[tuple[int, int], list[tuple[int, int, Net]]] = {}
    for f in flows:
        net: Net = ("from", f.source) if leaving[f.source] > 1 else ("to", f.target)
        routes.of[f.id] = _one(f, net, cells, held, corridors)
    for key, runs in corridors.items():
        routes.tracks[key] = len({net for _, _, net in runs})
    return routes


def _one(f: Flow, net: Net, cells: Cells, held: dict, corridors: dict) -> Route:  # type: ignore[type-arg]
    start, stop = cells.column[f.source], cells.column[f.target]
    here: Level = (cells.lane[f.source], cells.row[f.source], -1)
    there: Level = (cells.lane[f.target], cells.row[f.target], -1)
    between = range(start + 1, stop)

    def free(level: Level, columns: list[int], run: Net) -> bool:
        return all(held.get((level[0], level[1], c), run) == run for c in columns)

    if here == there and free(here, list(between), net):
        _hold(held, here, between, net)
        return Route([here, there], [])
    if not between:
        return Route([here, there], [(start, net)])
    ways = [(there, [start, *between], start), (here, [*between, stop], stop - 1)]
    for level, columns, gutter in ways if net[0] == "from" else reversed(ways):
        if free(level, columns, net):
            _hold(held, level, between, net)
            return Route([here, there], [(gutter, net)])
    key = (there[0], there[1] + (there < here))
    runs = corridors.setdefault(key, [])
    if all(known != net for _, _, known in runs):
        runs.append((start, stop, net))
    track = list(dict.fromkeys(known for _, _, known in runs)).index(net)
    level = (key[0], key[1], track)
    return Route([here, level, there], [(start, net), (stop - 1, ("to", f.target))])


def _hold(held: dict, level: Level, columns: range, net: Net) -> None:  # type: ignore[type-arg]
    for c in columns:
        held[(level[0], level[1], c)] = net


def order_nets(routes: Routes, heights: dict[Level, float]) -> None:
    """Order the nets of each gutter: where one net arrives from the left at the height at which another one leaves
    to the right, it must turn first; for the rest, falling ways from the lowest, rising ways from the highest."""
    left: dict[int, dict[Net, set[float]]] = {}
    right: dict[int, dict[Net, set[float]]] = {}
    for one in routes.of.values():
        for i, (gutter, net) in enumerate(one.turns):
            left.setdefault(gutter, {}).setdefault(net, set()).add(heights[one.levels[i]])
            right.setdefault(gutter, {}).setdefault(net, set()).add(heights[one.levels[i + 1]])
    for gutter, arriving in left.items():
        waiting = sorted(arriving, key=lambda n: _preference(arriving[n], right[gutter][n]))
        order: list[Net] = []
        while waiting:
            nxt = next(
                (n for n in waiting
                 if not any(m != n and arriving[m] & right[gutter][n] for m in waiting)), waiting[0])
            waiting.remove(nxt)
            order.append(nxt)
        routes.nets[gutter] = order


def _preference(arrives: set[float], leaves: set[float]) -> tuple[int, float]:
    a, b = sum(arrives) / len(arrives), sum(leaves) / len(leaves)
    return (0, -a) if b >= a else (1, a)
