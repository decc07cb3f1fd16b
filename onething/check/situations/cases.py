"""The entries of a matter whose value depends on the situation, and whom each of their cases holds for."""

from __future__ import annotations

from typing import Iterator

from onething.logic.expression import both
from onething.model.bundle import Matter
from onething.plan.analysis import Analysis

CASES = (
    ("departments", "办理部门"), ("forms", "形式"), ("legal", "法定时限"), ("promise", "承诺时限"), ("visits", "跑动"), ("fees", "收费"),
)  # fmt: skip


def split_entries(analysis: Analysis) -> Iterator[tuple[Matter, str, tuple, list[int]]]:
    """Each entry written in cases: its matter, its word, the cases, and the set of situations of each."""
    for m in analysis.bundle.matters.values():
        for attribute, entry in CASES:
            cases = getattr(m, attribute)
            if len(cases) > 1 or (cases and cases[0].when is not True):
                yield m, entry, cases, [analysis.where(both(m.applies, c.when)) for c in cases]
