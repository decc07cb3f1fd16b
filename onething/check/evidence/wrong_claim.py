"""OT2701: a claim that the specification contradicts."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.figures import judged


def wrong_claim(analysis: Analysis) -> Iterator[Finding]:
    """OT2701: after rounding to the decimals of the claim."""
    for claim, verdict, computed, english in judged(analysis):
        if verdict == "不符":
            fix = Fix("核对各事项的单办和现行规定，或改正成效", "check “单办” and the present rules, or correct the claim")
            yield finding("OT2701", claim.span, claimed=claim.text, computed=computed, computed_en=english, fix=fix)
