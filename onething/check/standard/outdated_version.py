"""OT3204: a bundle was written by an older version of its standard."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def outdated_version(analysis: Analysis) -> Iterator[Finding]:
    """OT3204: the version that is stated is not the one that the standard has now. Nothing is said of who states none."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    if standard is None or not b.standard_version or b.standard_version == standard.version:
        return
    if not standard.version:
        fix = Fix("在标准里写明现行的“版本”", "state the present 版本 in the standard")
        notes = [Note(standard.span, "标准没有写版本", "the standard states no version")]
    else:
        fix = Fix(f"照版本 {standard.version} 核对应含事项，再把这里改成它", f"compare it with version {standard.version}, then write that here")
        notes = [Note(standard.version_span or standard.span, "现行的版本", "the present version")]
    yield finding(
        "OT3204", b.standard.span, standard=standard.name, version=b.standard_version,
        now=standard.version or "未载明", notes=notes, fix=fix,
    )  # fmt: skip
