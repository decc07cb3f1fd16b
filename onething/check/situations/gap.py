"""OT2206: the cases of one entry leave somebody out."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.boundary import TO_INCLUDE, one_word
from onething.check.situations.cases import split_entries
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who
from onething.source import Span


def gap(analysis: Analysis) -> Iterator[Finding]:
    for m, entry, cases, sets in split_entries(analysis):
        left = analysis.where(m.applies)
        for one in sets:
            left &= ~one
        if left:
            missed = who(analysis.bundle, analysis.space, left)
            sides = "两边都不包括" if len(cases) == 2 else "哪一条都不包括"
            yield finding(
                "OT2206", cases[-1].span, entry=f"{m.name}的{entry}",
                label=(f"{missed}：{sides}", f"{missed}: in none of the cases"),
                fix=_rest(cases[-1].span, one_word(analysis, m, cases, TO_INCLUDE, ("加一条“其余：…”", "add a case “其余：…”"))),
                witness=applicant(analysis.bundle, analysis.space.witness(left)),
            )  # fmt: skip


def _rest(last: Span, fix: Fix) -> Fix:
    """Where no single word settles it: a line 其余, for which nobody has said anything yet."""
    text = last.source.text
    start, end = text.rfind("\n", 0, last.start) + 1, text.find("\n", last.end)
    line = text[start : last.start]
    if fix.edits or not line.strip().startswith("当") or end < 0:
        return fix
    indent = line[: len(line) - len(line.lstrip())]
    return Fix(fix.zh, fix.en, ((Span(last.source, end, end), f"\n{indent}其余：未载明"),))
