"""OT2601: the name is that of the standard, or one of its aliases."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def unofficial_name(analysis: Analysis) -> Iterator[Finding]:
    """OT2601: the name is that of the standard, or one of its aliases."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    if standard is not None and b.name != standard.bundle and b.name not in standard.aliases:
        yield finding(
            "OT2601", b.span, name=b.name, standard=standard.name,
            notes=[Note(standard.span, "标准在这里", "the standard is here")],
            fix=Fix(f"改名为“{standard.bundle}”", f"rename it “{standard.bundle}”", ((b.span, standard.bundle),)),
        )  # fmt: skip
