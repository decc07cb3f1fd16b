"""What a refusal does to the other matters, as a condition on the decisions made so far.

终止联办 ends the whole case. 终止后续 and 转单独办理 cancel every matter that waits for the result through an
edge that holds in the situation, however far: the result does not come in this case. 其他照办 cancels nothing.
A cancelled matter cancels what waits for it. Because gateways make a matter wait for all it may depend on, the
decisions it asks about are made by then.
"""

from __future__ import annotations

from onething.emit.conditions import simplify
from onething.emit.workflow.graph import ordering
from onething.plan.ir import BundleIR, Condition, Edge

ENDS_ALL = "终止联办"
HANDS_OVER = "转单独办理"
CANCELS = frozenset({"终止后续", HANDS_OVER})


class Refusals:
    """Conditions ``cancelled`` and ``cancelled late`` of each matter, given that it is taken."""

    def __init__(self, ir: BundleIR) -> None:
        self._policy = {m.name: m.on_refusal for m in ir.matters}
        self._edges: dict[tuple[str, str], dict[str, list[Condition]]] = {}
        for e in ordering(ir):
            self._edges.setdefault((e.after, e.holds), {}).setdefault(e.before, []).append(_rest(e))
        self._known: dict[tuple[str, str], Condition] = {}

    def cancelled(self, matter: str) -> Condition:
        """Cancelled before its acceptance."""
        return self._through(matter, "受理")

    def cancelled_late(self, matter: str) -> Condition:
        """Handled, but what it waits for before its end does not come."""
        return self._through(matter, "办结")

    def _through(self, matter: str, holds: str) -> Condition:
        key = (matter, holds)
        if key not in self._known:
            parts = [
                ["and", simplify(["or", *whens]), self._fails(before)]
                for before, whens in self._edges.get(key, {}).items()
            ]
            self._known[key] = simplify(["or", False, *parts])
        return self._known[key]

    def _fails(self, matter: str) -> Condition:
        refused = ["refused", matter] if self._policy[matter] in CANCELS else False
        cancelled = simplify(["or", self.cancelled(matter), self.cancelled_late(matter)])
        return simplify(["or", refused, ["and", ["taken", matter], cancelled]])


def _rest(edge: Edge) -> Condition:
    """What the edge asks for besides that both matters are taken."""
    when = edge.when
    if isinstance(when, bool) or when[0] not in ("and", "taken"):
        return when
    both = (["taken", edge.before], ["taken", edge.after])
    return simplify(["and", True, *(p for p in (when[1:] if when[0] == "and" else [when]) if p not in both)])
