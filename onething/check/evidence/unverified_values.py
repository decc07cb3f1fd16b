"""OT2706: values that no document confirms, counted."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.source import Source, Span

_MARK = re.compile(r"(?<=[（(，,\s])未核实?(?=\s*[）)，,])")
_REMARK = re.compile(r"(?:^|\s)[#＃].*")


def unverified_values(analysis: Analysis) -> Iterator[Finding]:
    """OT2706: one finding for a file, with the line of each mark; those in remarks do not count."""
    places = _marks(analysis.bundle.span.source)
    if places:
        lines = "、".join(str(n) for n in dict.fromkeys(p.position[0] for p in places))
        yield finding(
            "OT2706", analysis.bundle.span, count=len(places), lines=lines,
            notes=[Note(places[0], "第一处", "the first")],
            fix=Fix("找到文件的，改写成“（依据 文号）”", "replace each by （依据 …） once a document is found"),
        )  # fmt: skip


def _marks(source: Source) -> list[Span]:
    """The places of 未核 in brackets, line by line."""
    found, at = [], 0
    for line in source.text.splitlines(keepends=True) if "未核" in source.text else ():
        said = _REMARK.sub("", line)
        found += [Span(source, at + m.start(), at + m.end()) for m in _MARK.finditer(said)]
        at += len(line)
    return found
