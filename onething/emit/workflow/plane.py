"""A process before it is written: nodes and flows of one plane, without coordinates and without XML."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.plan.ir import Place


@dataclass(slots=True)
class Node:
    """A flow node. ``kind`` is the BPMN element's name. ``event``: terminate, error, duration or date, with
    ``value`` its expression or reference. ``host``: the activity a boundary event is attached to. ``owner``: who
    performs a task. ``small``: a second line for the picture. ``inner``: the plane of a sub-process. ``cell``:
    column and row in a plane that is drawn on a grid."""

    id: str
    kind: str
    name: str = ""
    lane: str = ""
    doc: str = ""
    event: str = ""
    value: str = ""
    host: str = ""
    interrupting: bool = True
    owner: str = ""
    small: str = ""
    inner: Plane | None = None
    default: str = ""
    place: Place | None = None
    cell: tuple[float, float] = (0, 0)


@dataclass(slots=True)
class Flow:
    """A sequence flow. ``way`` says how a grid plane draws it: straight, down (first vertical, then into the left
    side), over (first horizontal, then into the top) or round (over everything into the left side)."""

    id: str
    source: str
    target: str
    name: str = ""
    when: str = ""
    way: str = "straight"


@dataclass(slots=True)
class Lane:
    id: str
    name: str


@dataclass(slots=True)
class Plane:
    """Nodes and flows in the order of writing; ``lanes`` only of the main plane."""

    id: str
    name: str
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    doc: str = ""

    def add(self, id_: str, kind: str, name: str = "", **more: object) -> Node:
        node = Node(id_, kind, name, **more)  # type: ignore[arg-type]
        self.nodes.append(node)
        return node

    def flow(self, source: Node, target: Node, name: str = "", when: str = "", way: str = "straight",
             default: bool = False) -> Flow:
        """Connect two nodes; of an exclusive gateway's flows all but the ``default`` carry a condition."""
        made = Flow(f"flow_{source.id}__{target.id}", source.id, target.id, name, when, way)
        self.flows.append(made)
        if default:
            source.default = made.id
        return made
