"""依据与成效: sources, claims, and whether it is a bundle at all."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.figures import judge


def claims(analysis: Analysis) -> Iterator[Finding]:
    """OT2701, OT2702: a claim that the specification contradicts, or cannot derive."""
    for claim in analysis.bundle.claims:
        verdict, computed = judge(claim, analysis)
        if verdict == "不符":
            fix = Fix("核对各事项的单办和现行规定，或改正成效", "check 单办 and the present rules, or correct the claim")
            yield finding("OT2701", claim.span, claimed=claim.text, computed=computed, fix=fix)
        elif verdict == "推不出":
            fix = Fix("改革前缺的写在各事项的“单办”里；改革后缺的写承诺时限、跑动、环节或渠道", "state 单办 for before; 承诺时限, 跑动, 环节 or 渠道 for after")
            yield finding("OT2702", claim.span, reason=computed, reason_en=computed, fix=fix)


JOIN = Fix("补上其余部门的事项；确实只有这些的，不必写成一件事", "add the other matters; if there are none, this is no bundle")


def joins_several(analysis: Analysis) -> Iterator[Finding]:
    """OT2703: a bundle joins several matters of several departments or units."""
    b = analysis.bundle
    units = {name for m in b.matters.values() for c in m.departments for name in (c.value or "").split("、") if name}
    if len(b.matters) < 2:
        yield finding("OT2703", b.span, count=len(b.matters), what="事项", what_en="matter", fix=JOIN)
    elif len(units) < 2 and all(any(c.value for c in m.departments) for m in b.matters.values()):
        yield finding("OT2703", b.span, count=len(units), what="办理部门", what_en="department", fix=JOIN)


def basis(analysis: Analysis) -> Iterator[Finding]:
    """OT2704: neither the bundle nor any of its matters cites a document."""
    b = analysis.bundle
    if not b.basis and not any(m.basis for m in b.matters.values()):
        yield finding("OT2704", b.span, fix=Fix("加一行“依据：文号”，没有就写“依据：未载明”", "add 依据 with a document number"))
