"""Situations as rows of one table, and conditions as sets of rows (big integers): exact, and fast."""

from __future__ import annotations

from math import prod
from typing import Any

from onething.emit.conditions import COMPARE, Frame, State
from onething.plan.ir import Condition

LIMIT = 1 << 18  # rows; beyond it finished and running matters are left out, then everything optional is chosen


class Rows:
    """All combinations of the values of some atoms: (\"question\" chosen done doing, name) with its values."""

    def __init__(self, frame: Frame, atoms: list[tuple[str, str]], values: list[list[Any]]) -> None:
        for heads, fixed in ((("done", "doing"), False), (("chosen",), True)):
            if prod(map(len, values)) > LIMIT:
                values = [[fixed] if a[0] in heads else v for a, v in zip(atoms, values, strict=True)]
        self._frame = frame
        self._atoms = list(zip(atoms, values, strict=True))
        self._stride: dict[tuple[str, str], tuple[int, list[Any]]] = {}
        self.size = 1
        for atom, v in self._atoms:
            self._stride[atom] = (self.size, v)
            self.size *= len(v)
        self._full = (1 << self.size) - 1
        self._memo: dict[str, int] = {}
        self._open: dict[str, int] = {}

    def where(self, condition: Condition) -> int:
        """The rows in which a condition holds."""
        if condition is True or condition is False:
            return self._full if condition else 0
        key = repr(condition)
        found = self._memo.get(key)
        if found is None:
            self._memo[key] = 0  # a matter that waits for itself is not taken
            found = self._memo[key] = self._where(condition)
        return found

    def _where(self, condition: list[Any]) -> int:
        head = condition[0]
        if head == "and":
            result = self._full
            for part in condition[1:]:
                result &= self.where(part)
            return result
        if head == "or":
            result = 0
            for part in condition[1:]:
                result |= self.where(part)
            return result
        if head == "not":
            return self._full ^ self.where(condition[1])
        if head == "taken":
            return self.where(self._frame.taken.get(condition[1], False))
        if head == "is":
            return self._having("question", condition[1], lambda v: v in condition[2]) & self._opened(condition[1])
        if head == "cmp":
            compare = COMPARE[condition[2]]
            return self._having("question", condition[1], lambda v: compare(float(v), condition[3])) & self._opened(condition[1])
        return self._having(head, condition[1], bool)

    def _opened(self, question: str) -> int:
        if question not in self._open:
            self._open[question] = 0
            self._open[question] = self.where(self._frame.opens.get(question, False))
        return self._open[question]

    def _having(self, head: str, name: str, hit: Any) -> int:
        """The rows whose value of an atom is hit: runs of ones, repeated over the table by doubling."""
        stride, values = self._stride[head, name]
        run = 0
        for i, value in enumerate(values):
            if hit(value):
                run |= ((1 << stride) - 1) << (stride * i)
        length = stride * len(values)
        while length < self.size:
            run |= run << length
            length *= 2
        return run & self._full

    def spread(self, start: str, holding: dict[str, list[tuple[str, int]]]) -> dict[str, int]:
        """For each step the rows in which it is reached from ``start`` over edges that hold."""
        reached: dict[str, int] = {}
        waiting = [(start, self._full)]
        while waiting:
            node, rows = waiting.pop()
            for target, holds in holding.get(node, ()):
                new = rows & holds & ~reached.get(target, 0)
                if new:
                    reached[target] = reached.get(target, 0) | new
                    waiting.append((target, new))
        return reached

    def state(self, rows: int) -> State:
        """The first row of a set, as a state."""
        index = (rows & -rows).bit_length() - 1
        row = {}
        for atom, values in self._atoms:
            row[atom] = values[index // self._stride[atom][0] % len(values)]
        holding = {kind: [n for (head, n), v in row.items() if head == kind and v] for kind in ("chosen", "done", "doing")}
        answers = {name: value for (head, name), value in row.items() if head == "question"}
        return State(self._frame, answers, holding["chosen"], holding["done"], holding["doing"])
