"""OT2603: a bundle that has the name of a standard does not say that it is one."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, entry_below
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def standard_not_stated(analysis: Analysis) -> Iterator[Finding]:
    """OT2603: without 标准 nobody checks that its matters are complete."""
    b = analysis.bundle
    if b.standard is not None:
        return
    meant = [s for s in analysis.catalogue.standards.values() if b.name == s.bundle or b.name in s.aliases]
    if not meant:
        return
    first = meant[0].name
    edits = (entry_below(b.code_span, "标准", first) if b.code_span else ()) or entry(b.span, "标准", first)
    yield finding(
        "OT2603", b.span, name=b.name, standard="、".join(s.name for s in meant),
        notes=[Note(s.span, "标准在这里", "the standard is here") for s in meant],
        fix=Fix(f"加一行“标准：{first}”", f"add “标准：{first}”", edits if len(meant) == 1 else ()),
    )  # fmt: skip
