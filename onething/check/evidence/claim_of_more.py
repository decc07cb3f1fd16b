"""OT2707: a claim that says reduced and states more than before."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def claim_of_more(analysis: Analysis) -> Iterator[Finding]:
    """OT2707: the two sides are in one unit, and the second is larger: most likely they were exchanged."""
    for claim in analysis.bundle.claims:
        if claim.before is None or claim.after is None or claim.before_unit != claim.after_unit or claim.after <= claim.before:
            continue
        fix = Fix("多半写反了，对照文件核一遍", "they were most likely exchanged: look at the document")
        yield finding("OT2707", claim.span, what=claim.what, claimed=claim.text, fix=fix)
