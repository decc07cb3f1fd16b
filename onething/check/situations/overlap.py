"""OT2205: two cases of one entry hold for the same applicant."""

from __future__ import annotations

from itertools import combinations
from typing import Iterator

from onething.check.situations.boundary import TO_EXCLUDE, one_word
from onething.check.situations.cases import split_entries
from onething.diagnostics import Finding, Note, finding
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who


def overlap(analysis: Analysis) -> Iterator[Finding]:
    for m, entry, cases, sets in split_entries(analysis):
        for (i, one), (j, other) in combinations(enumerate(sets), 2):
            if one & other:
                twice = who(analysis.bundle, analysis.space, one & other)
                otherwise = ("把条件改成互不重叠", "make the conditions exclude each other")
                yield finding(
                    "OT2205", cases[j].span, entry=f"{m.name}的{entry}", first=i + 1, second=j + 1,
                    label=(f"{twice}：两边都包括", f"{twice}: in both cases"),
                    notes=[Note(cases[i].span, f"第 {i + 1} 条", f"case {i + 1}")],
                    fix=one_word(analysis, m, cases, TO_EXCLUDE, otherwise),
                    witness=applicant(analysis.bundle, analysis.space.witness(one & other)),
                )  # fmt: skip
