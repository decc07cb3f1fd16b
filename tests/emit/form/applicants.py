"""Applicants for the fixture bundle and what is right for them, worked out here and not by the compiler."""

from __future__ import annotations

import itertools
import random
from typing import Any

from onething.plan.ir import BundleIR

VALUES = {
    "文字": "6222000011112222", "姓名": "王小明", "身份证号": "11010519491231002X", "手机号": "13800000000",
    "统一社会信用代码": "91350100M000100Y43", "日期": "2024-02-29", "整数": 3, "金额": 8200.5, "面积": 90,
}  # fmt: skip


class Applicant:
    """Complete answers, choice, finished matters, matters in progress; truth with two values."""

    def __init__(self, ir: BundleIR, answers: dict[str, Any], choice: list[str], done: list[str], doing: list[str]) -> None:
        self.ir, self.choice, self.done, self.doing = ir, choice, done, doing
        self.answers: dict[str, Any] = {}
        for _ in ir.questions:  # guards may look at questions that stand later
            self.answers = {q.name: answers[q.name] for q in ir.questions if self.holds(q.open)}
        self.taken: set[str] = set()
        matters = {m.name: m for m in ir.matters}
        for name in ir.taking_order:
            if self.holds(matters[name].taken):
                self.taken.add(name)

    def holds(self, c: Any) -> bool:
        if isinstance(c, bool):
            return c
        match c:
            case ["is", q, options]:
                return self.answers.get(q) in options
            case ["cmp", q, op, n]:
                a = self.answers.get(q)
                return a is not None and {"<": a < n, "<=": a <= n, ">": a > n, ">=": a >= n}[op]
            case ["chosen", m]:
                return m in self.choice
            case ["done", m]:
                return m in self.done
            case ["doing", m]:
                return m in self.doing
            case ["taken", m]:
                return m in self.taken
            case ["and", *parts]:
                return all(self.holds(p) for p in parts)
            case ["or", *parts]:
                return any(self.holds(p) for p in parts)
            case ["not", part]:
                return not self.holds(part)
        raise AssertionError(c)

    @property
    def stopped(self) -> bool:
        return any(g.kind != "提示" and not g.matter and self.holds(g.when) for g in self.ir.gates)

    @property
    def visible(self) -> list[str]:
        return [f.name for f in self.ir.fields if self.holds(f.visible)]

    @property
    def required(self) -> list[str]:
        return [f.name for f in self.ir.fields if self.holds(f.visible) and self.holds(f.required)]

    def submission(self) -> dict[str, Any]:
        """Complete, with every field that shows."""
        fields = {f.name: f for f in self.ir.fields}
        return {
            "情形": dict(self.answers), "选办": list(self.choice), "已办": list(self.done), "在办": list(self.doing),
            "填写": {n: value(fields[n]) for n in self.visible},
        }  # fmt: skip


def value(field: Any) -> Any:
    """A right value for the field."""
    return field.options[0] if field.type == "选项" and field.options else VALUES.get(field.type, "内容")


def values_of(question: Any) -> list[Any]:
    """Its options, or numbers on every side of its cuts."""
    if question.options:
        return [o.name for o in question.options]
    if question.type == "是否":
        return ["是", "否"]
    return sorted({max(0, c + d) for c in question.cuts for d in (-1, 0, 1)}) or [1]


def applicants(ir: BundleIR, count: int, seed: int = 1) -> list[Applicant]:
    """A seeded sample over answers, choice, finished and in progress; most have nothing finished."""
    dice = random.Random(seed)
    answers = list(itertools.product(*(values_of(q) for q in ir.questions)))
    found = []
    while len(found) < count:
        given = dict(zip([q.name for q in ir.questions], dice.choice(answers), strict=True))
        progress = {m.name: dice.choice(["", "", "", "done", "doing"]) if dice.random() < 0.4 else "" for m in ir.matters}
        done, doing = ([m for m, p in progress.items() if p == word] for word in ("done", "doing"))
        here = Applicant(ir, given, [], done, doing)
        here_choice = [
            m.name for m in ir.matters if m.participation == "选办" and here.holds(m.applies) and dice.random() < 0.5
        ]
        found.append(Applicant(ir, given, here_choice, done, doing))
    return found
