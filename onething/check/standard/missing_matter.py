"""OT2602: every matter that the standard requires is there, by name or alias."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def missing_matter(analysis: Analysis) -> Iterator[Finding]:
    """OT2602: every matter that the standard requires is there, by name or alias."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    names = {n for m in b.matters.values() for n in (m.name, *m.aliases)}
    for name, span in standard.required if standard else ():
        if name not in names:
            yield finding(
                "OT2602", b.standard.span, standard=standard.name, matter=name,
                notes=[Note(span, "标准要求它", "the standard requires it")],
                fix=Fix(f"补写“事项 {name}：”，或在对应事项里写别名", f"add 事项 {name}, or an alias to the matter that is it"),
            )  # fmt: skip
