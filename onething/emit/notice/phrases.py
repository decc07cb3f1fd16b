"""Conditions as a notice says them to a citizen: 婚姻状况为“非婚生”，且办理出生登记."""

from __future__ import annotations

import re

from onething.emit.words import OPERATORS, OPPOSITE, number
from onething.plan.ir import BundleIR, Condition

ACTS = {
    "chosen": ("选办“{}”", "没有选办“{}”"),
    "done": ("“{}”已经办结", "“{}”尚未办结"),
    "doing": ("“{}”正在办理", "“{}”没有在办理"),
    "taken": ("办理“{}”", "不办理“{}”"),
}
_INNER_BLANK = re.compile(r"(?<=[\u3400-\u9fff（）、，“”]) (?=[\u3400-\u9fff（）、，“”])")


def close_up(text: str) -> str:
    """Words of the specification without the blanks between Chinese characters."""
    return _INNER_BLANK.sub("", text)


class Phrases:
    """Says conditions of one bundle; knows the units of its questions."""

    def __init__(self, ir: BundleIR) -> None:
        self._units = {q.name: q.unit for q in ir.questions}
        self._asked = {q.name: [o.name for o in q.options] for q in ir.questions if q.open is True}

    def of(self, condition: Condition) -> str:
        """A condition in words; '' where it always holds, “不适用” where it never does."""
        if condition is True:
            return ""
        return "不适用" if condition is False else self._say(condition, "")

    def _say(self, c: Condition, outer: str) -> str:
        head = c[0]
        if head == "is":
            rest = [o for o in self._asked.get(c[1], ()) if o not in c[2]]
            return f"{c[1]}不为“{rest[0]}”" if len(rest) == 1 and len(c[2]) > 2 else f"{c[1]}为{self._options(c[2])}"
        if head == "cmp":
            return self._compare(c[1], OPERATORS[c[2]], c[3])
        if head == "not":
            return self._deny(c[1])
        if head in ACTS:
            return ACTS[head][0].format(c[1])
        acts = [part[1] for part in c[1:] if part[0] == "taken"]
        if head == "or" and len(acts) == len(c) - 1:
            return "办理" + "或".join(f"“{name}”" for name in acts)
        text = {"and": "，且", "or": "，或者"}[head].join(self._say(part, head) for part in c[1:])
        return f"（{text}）" if outer and outer != head else text

    def _deny(self, c: Condition) -> str:
        head = c[0]
        if head == "is":
            return f"{c[1]}不为{self._options(c[2])}"
        if head == "cmp":
            return self._compare(c[1], OPERATORS[OPPOSITE[c[2]]], c[3])
        if head in ACTS:
            return ACTS[head][1].format(c[1])
        return f"不属于“{self._say(c, '')}”的情形"

    def _compare(self, question: str, verb: str, value: float) -> str:
        return f"{question}{verb}{number(value)}{self._units.get(question, '')}"

    @staticmethod
    def _options(options: list[str]) -> str:
        quoted = [f"“{option}”" for option in options]
        return "或".join(quoted) if len(quoted) < 3 else "、".join(quoted) + "之一"
