"""Which column, lane and row of the main diagram each node stands in: time goes to the right, one lane per office."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.emit.workflow.graph import END, Graph
from onething.emit.workflow.plane import Plane

HEAD = {
    "start": (0, 0), "gate": (1, 0), "blocked": (1, 1), "sign_split": (2, 0), "sign_join": (4, 0), "accept": (5, 0),
    "accepted": (6, 0), "supplement": (6, 0), "refused": (6, 1), "split": (7, 0),
}  # fmt: skip
FIRST = 8  # the first column of the first wave; each wave has four: join, split behind it, matters, split behind them


@dataclass(slots=True)
class Cells:
    """``column`` (dense, from 0), ``lane`` (index) and ``row`` (within the lane) of each node that has a cell."""

    column: dict[str, int] = field(default_factory=dict)
    lane: dict[str, int] = field(default_factory=dict)
    row: dict[str, int] = field(default_factory=dict)
    columns: int = 0
    rows: list[int] = field(default_factory=list)


def assign(plane: Plane, graph: Graph) -> Cells:
    """Give every node of the main plane but boundary events its cell."""
    cells = Cells()
    lanes = {lane.id: i for i, lane in enumerate(plane.lanes)}
    wave: dict[str, int] = {}
    for step in graph.order:
        wave[step] = max((wave[p] + 1 for p in graph.before[step]), default=0)
    last = FIRST + 4 * (max(wave.values(), default=-1) + 1)
    tail = {"join": last, "issue": last + 1, "end": last + 2}
    taken: set[tuple[int, int, int]] = set()
    signs = 0
    for node in plane.nodes:
        if node.host:
            continue
        lane, row = lanes[node.lane], 0
        word, _, step = node.id.partition("_")
        if node.id in HEAD:
            column, row = HEAD[node.id]
        elif node.id in tail:
            column = tail[node.id]
        elif word == "sign":
            column, row, signs = 3, signs, signs + 1
        elif word == "matter":
            column = FIRST + 4 * wave[step] + 2
            while (lane, row, column) in taken:
                row += 1
        elif word == "stop":
            column, row = cells.column[f"matter_{step}"], cells.row[f"matter_{step}"] + 1
        else:
            continue
        taken.add((lane, row, column))
        cells.column[node.id], cells.lane[node.id], cells.row[node.id] = column, lane, row
    _gateways(plane, cells, wave)
    used = {c: i for i, c in enumerate(sorted(set(cells.column.values())))}
    cells.column = {n: used[c] for n, c in cells.column.items()}
    cells.columns = len(used)
    cells.rows = [
        max((cells.row[n] for n, at in cells.lane.items() if at == i), default=0) + 1 for i in range(len(plane.lanes))
    ]
    return cells


def _gateways(plane: Plane, cells: Cells, wave: dict[str, int]) -> None:
    """A gateway between matters stands beside the matter it belongs to, in its row."""
    for node in plane.nodes:
        if node.id in cells.column or node.host:
            continue
        word, _, step = node.id.partition("_")
        shift = {"join": 0, "split": 3}[word]
        if step.startswith("to_"):
            step, shift = step.removeprefix("to_"), 1
        box = f"matter_{step}" if f"matter_{step}" in cells.lane else f"matter_{step}{END}"
        cells.column[node.id] = FIRST + 4 * wave[step] + shift
        cells.lane[node.id], cells.row[node.id] = cells.lane[box], cells.row[box]
