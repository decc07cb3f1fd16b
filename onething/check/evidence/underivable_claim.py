"""OT2702: a claim that cannot be derived from what is stated."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.figures import judged


def underivable_claim(analysis: Analysis) -> Iterator[Finding]:
    """OT2702: what is missing is named, and on which side."""
    for claim, verdict, computed, english in judged(analysis):
        if verdict == "推不出":
            fix = Fix("改革前缺的写在各事项的“单办”里；改革后缺的写承诺时限、跑动、环节或渠道", "state “单办” for before; “承诺时限”, “跑动”, “环节” or “渠道” for after")
            yield finding("OT2702", claim.span, reason=computed, reason_en=english, fix=fix)
