"""ASCII names of the process's elements and variables, derived from the ids of the IR.

Nothing that the specification words ever becomes an id, a variable or a part of an expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onething.plan.ir import BundleIR

_NOT_WORD = re.compile(r"[^A-Za-z0-9_]")


def word(text: str) -> str:
    """``text`` cut down to letters, digits and underscores."""
    return _NOT_WORD.sub("_", text) or "x"


def _distinct(pairs: Iterable[tuple[str, str]], prefix: str) -> dict[str, str]:
    """Names of things -> distinct words that begin with ``prefix``."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for name, id_ in pairs:
        base = word(id_)
        base = base if re.match(rf"{prefix}(_|\d)", base) else f"{prefix}_{base}"
        candidate, n = base, 2
        while candidate in used:
            candidate, n = f"{base}_{n}", n + 1
        used.add(candidate)
        found[name] = candidate
    return found


class Names:
    """The ASCII words of one bundle."""

    def __init__(self, ir: BundleIR) -> None:
        self.process = f"onething_{word(ir.code)}_{word(ir.version)}"
        self.questions = _distinct(((q.name, q.id) for q in ir.questions), "q")
        self.options = {q.name: {o.name: o.id for o in q.options} for q in ir.questions}
        self.matters = _distinct(((m.name, m.id) for m in ir.matters), "m")
        self.roles = _distinct(((r.name, r.id) for r in ir.roles), "r")
        self.reminders = _distinct(((r.name, r.id) for r in ir.reminders), "t")

    def option(self, question: str, option: str) -> str:
        """The value that stands for an option; an option without an id (是 否) stands for itself, in ASCII."""
        known = self.options.get(question, {}).get(option)
        return known if known is not None else {"是": "yes", "否": "no"}.get(option, option)

    def chosen(self, matter: str) -> str:
        return f"chosen_{self.matters[matter]}"

    def done(self, matter: str) -> str:
        return f"done_{self.matters[matter]}"

    def doing(self, matter: str) -> str:
        return f"doing_{self.matters[matter]}"

    def limit(self, matter: str) -> str:
        return f"limit_{self.matters[matter]}"

    def sign_limit(self, role: str) -> str:
        return f"limit_{self.roles[role]}"

    def due(self, reminder: str) -> str:
        return f"at_{self.reminders[reminder]}"
