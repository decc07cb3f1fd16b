"""Conditions in Chinese words, as an official would write them: 出生证 为 未领取 且 办理 出生登记."""

from __future__ import annotations

from collections.abc import Mapping

from onething.emit.conditions import simplify
from onething.plan.ir import BundleIR, Condition

OPERATORS = {"<": "不满", "<=": "不超过", ">": "超过", ">=": "不低于"}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
ACTS = {
    "chosen": ("选办 {}", "不选办 {}"),
    "done": ("{} 已办结", "{} 未办结"),
    "doing": ("{} 正在办理", "{} 不是正在办理"),
    "taken": ("办理 {}", "不办理 {}"),
}


def number(value: float) -> str:
    """A number without a needless decimal point: 6, 2.5."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


class Words:
    """Prints conditions of one bundle; knows the units of its questions."""

    def __init__(self, ir: BundleIR) -> None:
        self._units: Mapping[str, str] = {q.name: q.unit for q in ir.questions}
        self._matters = {m.name for m in ir.matters}
        self._printed: dict[str, str] = {}

    def of(self, condition: Condition) -> str:
        """The condition in words; '' where it always holds, 从不 where it never does."""
        key = repr(condition)
        if key not in self._printed:
            self._printed[key] = self._whole(simplify(condition))
        return self._printed[key]

    def when(self, condition: Condition, act: str) -> str:
        """“当 … 时填写”; '' where the condition always holds."""
        words = self.of(condition)
        return f"当 {words} 时{act}" if words else ""

    def _whole(self, condition: Condition) -> str:
        if condition is True:
            return ""
        if condition is False:
            return "从不"
        return self._print(condition, "")

    def _print(self, condition: Condition, outer: str) -> str:
        head = condition[0]
        if head == "is":
            return self._choice(condition, ("为", "属于"))
        if head == "cmp":
            return self._compare(condition[1], condition[2], condition[3])
        if head in ACTS:
            return ACTS[head][0].format(condition[1])
        if head == "not":
            return self._negated(condition[1])
        if head == "and":
            condition = self._applied_for(condition)
            if len(condition) == 2:
                return self._print(condition[1], outer)
        elif all(part[0] == "taken" or _asked(part) for part in condition[1:]):
            names = [_asked(part) or part[1] for part in condition[1:]]
            return "办理 任何一项" if self._matters == set(names) else "办理 " + " 或 ".join(names)
        words = {"and": " 且 ", "or": " 或 "}[head].join(self._print(part, head) for part in condition[1:])
        return f"（{words}）" if outer and outer != head else words

    def _choice(self, condition: Condition, verbs: tuple[str, str]) -> str:
        _, question, options = condition
        if len(options) == 1:
            return f"{question} {verbs[0]} {options[0]}"
        return f"{question} {verbs[1]}（{'、'.join(map(str, options))}）"

    def _compare(self, question: str, op: str, value: float) -> str:
        return f"{question} {OPERATORS[op]} {number(value)}{self._units.get(question, '')}"

    def _negated(self, inner: Condition) -> str:
        head = inner[0]
        if head == "is":
            return self._choice(inner, ("不为", "不属于"))
        if head == "cmp":
            return self._compare(inner[1], OPPOSITE[inner[2]], inner[3])
        if head in ACTS:
            return ACTS[head][1].format(inner[1])
        return f"并非（{self._print(inner, '')}）"

    @staticmethod
    def _applied_for(condition: Condition) -> Condition:
        """Without “not in progress” beside “taken”: on paper only what is still applied for is filled in."""
        taken = {part[1] for part in condition[1:] if part[0] == "taken"}
        kept = [p for p in condition[1:] if not (p[0] == "not" and p[1][0] == "doing" and p[1][1] in taken)]
        return ["and", *kept]


def _asked(condition: Condition) -> str:
    """The matter of “taken and not in progress”, else ''."""
    if condition[0] == "and" and len(condition) == 3:
        left, right = sorted(condition[1:], key=lambda c: c[0] == "not")
        if left[0] == "taken" and right[0] == "not" and right[1] == ["doing", left[1]]:
            return left[1]
    return ""
