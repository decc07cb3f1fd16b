"""Conditions as JSON Schema on the whole submission; equal ones are written once, under ``$defs``."""

from __future__ import annotations

from typing import Any

from onething.emit.conditions import simplify
from onething.plan.ir import BundleIR, Condition

LISTS = {"chosen": "选办", "done": "已办", "doing": "在办"}
BOUNDS = {"<": "exclusiveMaximum", "<=": "maximum", ">": "exclusiveMinimum", ">=": "minimum"}


class Rules:
    """Turns conditions into schemas and collects what they share.

    A closed question has no answer in a valid submission, so “is answered with …” needs no look at its guard.
    """

    def __init__(self, ir: BundleIR) -> None:
        self._taken = {m.name: m for m in ir.matters}
        self._shared: dict[str, str] = {}
        self.defs: dict[str, Any] = {}

    def of(self, condition: Condition) -> Any:
        """The schema that holds exactly where the condition does; a reference unless it is trivial."""
        condition = simplify(condition)
        if isinstance(condition, bool):
            return condition
        if condition[0] == "taken":
            return self._reference_to_taken(condition[1])
        key = repr(condition)
        if key not in self._shared:
            schema = self._written(condition)
            self._shared[key] = f"when.{len(self._shared) + 1}"
            self.defs[self._shared[key]] = schema
        return {"$ref": f"#/$defs/{self._shared[key]}"}

    def _reference_to_taken(self, name: str) -> Any:
        matter = self._taken.get(name)
        if matter is None or isinstance(matter.taken, bool):
            return matter is not None and matter.taken
        key = f"taken.{matter.id}"
        if key not in self.defs:
            self.defs[key] = {}  # a place in order; a matter is taken after those it depends on
            written = self._written(simplify(matter.taken))
            self.defs[key] = {"title": f"办理 {name}", **written} if isinstance(written, dict) else written
        return {"$ref": f"#/$defs/{key}"}

    def _written(self, condition: Condition) -> Any:
        if isinstance(condition, bool):
            return condition
        head = condition[0]
        if head == "is":
            return _answer(condition[1], {"enum": list(condition[2])})
        if head == "cmp":
            return _answer(condition[1], {BOUNDS[condition[2]]: condition[3]})
        if head in LISTS:
            return listed(LISTS[head], condition[1])
        if head == "taken":
            return self._reference_to_taken(condition[1])
        if head == "not":
            return {"not": self._part(condition[1])}
        return {"allOf" if head == "and" else "anyOf": [self._part(part) for part in condition[1:]]}

    def _part(self, condition: Condition) -> Any:
        """Leaves stand where they are used; what is composed is shared."""
        if not isinstance(condition, bool) and condition[0] in ("and", "or"):
            return self.of(condition)
        return self._written(condition)


def _answer(question: str, value: dict[str, Any]) -> dict[str, Any]:
    return {
        "properties": {"情形": {"properties": {question: value}, "required": [question]}},
        "required": ["情形"],
    }


def listed(key: str, matter: str) -> dict[str, Any]:
    """The matter stands in the list."""
    return {"properties": {key: {"contains": {"const": matter}}}, "required": [key]}
