"""Conditions printed as Python for SpiffWorkflow, over ASCII variables.

Only the condition tree is printed, never text of the specification. Besides the heads of the IR there is
``["refused", matter]``: the decision on the matter, or on its acceptance, was a refusal in this run.
``taken`` and the opening of questions are written out, so an expression needs no other than the start variables
and ``result``, the decisions made so far.
"""

from __future__ import annotations

from onething.emit.conditions import Frame, simplify
from onething.emit.workflow.names import Names
from onething.plan.ir import BundleIR, Condition


class Printer:
    """Prints the conditions of one bundle."""

    def __init__(self, ir: BundleIR, names: Names) -> None:
        self.names = names
        self._frame = Frame.of(ir)
        self._taken: dict[str, Condition] = {}
        self._open: dict[str, Condition] = {}

    def python(self, condition: Condition, known: frozenset[str] = frozenset()) -> str:
        """The expression; ``known``: matters that are taken wherever it is evaluated."""
        return self._print(self.plain(condition, known))

    def plain(self, condition: Condition, known: frozenset[str] = frozenset()) -> Condition:
        """The condition without ``taken``, with the opening of each question written out."""
        return simplify(self._expand(condition, known))

    def _expand(self, condition: Condition, known: frozenset[str]) -> Condition:
        if isinstance(condition, bool):
            return condition
        head = condition[0]
        if head in ("and", "or", "not"):
            return [head, *(self._expand(part, known) for part in condition[1:])]
        if head == "taken":
            return True if condition[1] in known else self._taken_plain(condition[1])
        if head in ("is", "cmp"):
            opens = self._open_plain(condition[1])
            return condition if opens is True else ["and", opens, condition]
        return condition

    def _taken_plain(self, matter: str) -> Condition:
        if matter not in self._taken:
            self._taken[matter] = False  # a matter that waits for itself is not taken
            self._taken[matter] = self.plain(self._frame.taken.get(matter, False))
        return self._taken[matter]

    def _open_plain(self, question: str) -> Condition:
        if question not in self._open:
            self._open[question] = False
            self._open[question] = self.plain(self._frame.opens.get(question, False))
        return self._open[question]

    def _print(self, condition: Condition) -> str:
        if isinstance(condition, bool):
            return str(condition)
        head = condition[0]
        if head in ("and", "or"):
            return f" {head} ".join(self._inner(part) for part in condition[1:])
        if head == "not":
            return f"not {self._inner(condition[1])}"
        name = condition[1]
        if head == "is":
            values = [self.names.option(name, option) for option in condition[2]]
            variable = self.names.questions[name]
            if len(values) == 1:
                return f"{variable} == {ascii(values[0])}"
            return f"{variable} in ({', '.join(map(ascii, values))})"
        if head == "cmp":
            variable = self.names.questions[name]
            if condition[2] not in ("<", "<=", ">", ">="):
                raise ValueError(f"no comparison: {condition[2]!r}")
            return f"{variable} is not None and {variable} {condition[2]} {_number(condition[3])}"
        if head == "refused":
            return f"result.get({ascii(self.names.matters[name])}) == 'refuse'"
        return {"chosen": self.names.chosen, "done": self.names.done, "doing": self.names.doing}[head](name)

    def _inner(self, condition: Condition) -> str:
        text = self._print(condition)
        if isinstance(condition, bool) or condition[0] in ("chosen", "done", "doing"):
            return text
        return f"({text})"


def _number(value: float) -> str:
    value = float(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
