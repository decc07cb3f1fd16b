"""Conditions as they read for an applicant who begins: nothing finished yet, nothing in progress.

On paper “办理 X” says nothing where X is always handled, and less than the situation where one answer decides;
so such conditions are replaced by what they come to. The page asks about finished matters and keeps them.
"""

from __future__ import annotations

from onething.emit.conditions import simplify
from onething.plan.ir import BundleIR, Condition


class Fresh:
    """Rewrites conditions of one bundle."""

    def __init__(self, ir: BundleIR) -> None:
        self._taken = {m.name: m.taken for m in ir.matters}
        self._known: dict[str, Condition] = {}
        self._options = {
            q.name: [o.name for o in q.options] or (["是", "否"] if q.type == "是否" else [])
            for q in ir.questions
            if q.open is True
        }

    def of(self, condition: Condition) -> Condition:
        """The condition, shorter, with the same truth for everyone who begins."""
        return simplify(self._rewrite(condition))

    def _rewrite(self, c: Condition) -> Condition:
        if isinstance(c, bool):
            return c
        head = c[0]
        if head in ("done", "doing"):
            return False
        if head == "taken":
            return self._matter(c[1])
        if head == "is":
            options = self._options.get(c[1])
            return True if options and set(options) <= set(c[2]) else c
        if head == "not":
            inner = self.of(c[1])
            if isinstance(inner, list) and inner[0] == "is" and inner[1] in self._options:
                rest = [o for o in self._options[inner[1]] if o not in inner[2]]
                if rest:
                    return ["is", inner[1], rest]
            return ["not", inner]
        if head in ("and", "or"):
            return [head, *map(self._rewrite, c[1:])]
        return c

    def _matter(self, name: str) -> Condition:
        if name not in self._known:
            self._known[name] = ["taken", name]  # a matter that waits for itself stays as it is
            meaning = self.of(self._taken.get(name, False))
            if isinstance(meaning, bool) or meaning[0] in ("is", "cmp"):
                self._known[name] = meaning
        return self._known[name]
