"""OT2401: a promise is longer than the legal limit that holds for the same applicant."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import both
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def promise_beyond_law(analysis: Analysis) -> Iterator[Finding]:
    """OT2401: a promise is longer than the legal limit that holds for the same applicant."""
    for m in analysis.bundle.matters.values():
        for promise in m.promise:
            for legal in m.legal:
                if promise.value is None or legal.value is None or promise.value.time.length <= legal.value.time.length:
                    continue
                where = analysis.where(both(m.applies, promise.when, legal.when))
                if where:
                    yield finding(
                        "OT2401", promise.span, promise=promise.value.time.text(), legal=legal.value.time.text(),
                        notes=[Note(legal.span, "法定时限", "the legal limit")],
                        fix=Fix(
                            f"承诺时限改为不超过{legal.value.time.text()}", f"promise at most “{legal.value.time.text()}”",
                            () if "（" in promise.span.text or "(" in promise.span.text else ((promise.span, legal.value.time.text()),),
                        ),
                        witness=() if promise.when is True else applicant(analysis.bundle, analysis.space.witness(where)),
                    )  # fmt: skip
