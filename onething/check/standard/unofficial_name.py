"""OT2601: the name is that of the standard, or one of its aliases."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.naming.compare import Verdict, alike
from onething.naming.form import form
from onething.plan.analysis import Analysis


def unofficial_name(analysis: Analysis) -> Iterator[Finding]:
    """OT2601: the name is that of the standard, or one of its aliases. Only quotes, places and “一件事” around it are surely typing."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    if standard is not None and b.name != standard.bundle and b.name not in standard.aliases:
        verdict = max((alike(b.name, n, "bundle") for n in (standard.bundle, *standard.aliases)), key=lambda v: v.score)
        zh, en = _because(verdict)
        typing = form(b.name, "bundle").bare == form(standard.bundle, "bundle").bare
        yield finding(
            "OT2601", b.span, name=b.name, standard=standard.name,
            notes=[Note(standard.span, "标准在这里", "the standard is here")],
            fix=Fix(f"改名为“{standard.bundle}”{zh}", f"rename it “{standard.bundle}”{en}", ((b.span, standard.bundle),), safe=typing),
        )  # fmt: skip


def _because(verdict: Verdict) -> tuple[str, str]:
    if verdict.verdict == "不同":
        return "；两个名称不相近，也可能是“标准：”写错了", "; the names are not alike, perhaps the “标准” is wrong"
    return f"：{verdict.zh}", f": {verdict.en}"
