"""OT2706: values that no document confirms, counted."""

from __future__ import annotations

import re
from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis
from onething.source import Source, Span

_MARK = re.compile(r"[（(，,\s](未核实?)\s*[）)，,]")
_REMARK = re.compile(r"(?:^|\s)[#＃]")


def unverified_values(analysis: Analysis) -> Iterator[Finding]:
    """OT2706: one finding for a file, with the line of each mark; those in remarks do not count."""
    places = _marks(analysis.bundle.span.source)
    if places:
        lines = [str(n) for n in dict.fromkeys(p.position[0] for p in places)]
        yield finding(
            "OT2706", analysis.bundle.span, count=len(places), lines="、".join(lines), lines_en=", ".join(lines),
            notes=[Note(places[0], "第一处", "the first")],
            fix=Fix("找到文件的，改写成“（依据 文号）”", "replace each by “依据 …” once a document is found"),
        )  # fmt: skip


def _marks(source: Source) -> list[Span]:
    """The places of 未核 in brackets, those behind a # left out."""
    text, found, at = source.text, [], 0
    while (at := text.find("未核", at)) >= 0:
        mark = _MARK.match(text, at - 1) if at else None
        at += 2
        if mark and not _REMARK.search(text, max(0, text.rfind("\n", 0, at)), at):
            found.append(Span(source, *mark.span(1)))
    return found
