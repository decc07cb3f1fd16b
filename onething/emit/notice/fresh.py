"""Conditions as they read for an applicant who begins: nothing finished yet, nothing in progress.

On paper “办理 X” says nothing where X is always handled, and less than the situation where one answer decides;
so such conditions are replaced by what they come to. The page asks about finished matters and keeps them.
"""

from __future__ import annotations

from onething.emit.notice.tidy import Tidy
from onething.plan.ir import BundleIR, Condition


class Fresh:
    """Rewrites conditions of one bundle."""

    def __init__(self, ir: BundleIR) -> None:
        self.tidy = Tidy(ir)
        self._taken = {m.name: m.taken for m in ir.matters}
        self._known: dict[str, Condition] = {}

    def of(self, condition: Condition) -> Condition:
        """The condition, shorter, with the same truth for everyone who begins."""
        return self.tidy.of(self._rewrite(condition))

    def _rewrite(self, c: Condition) -> Condition:
        if isinstance(c, bool):
            return c
        head = c[0]
        if head in ("done", "doing"):
            return False
        if head == "taken":
            return self._matter(c[1])
        if head in ("and", "or", "not"):
            return [head, *map(self._rewrite, c[1:])]
        return c

    def _matter(self, name: str) -> Condition:
        if name not in self._known:
            self._known[name] = ["taken", name]  # a matter that waits for itself stays as it is
            meaning = self.of(self._taken.get(name, False))
            if isinstance(meaning, bool) or meaning[0] in ("is", "cmp"):
                self._known[name] = meaning
        return self._known[name]
