"""What is found in one bundle file."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.diagnostics import Finding, Severity
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis
from onething.resolve import Effective


@dataclass(slots=True)
class Examined:
    """One bundle file examined. ``analysis`` is None when there is no bundle to analyse; ``suppressed`` are the
    findings that a remark beside the line suppresses, each with its reason; ``effective`` its blocks as they hold."""

    path: str
    findings: list[Finding]
    analysis: Analysis | None = None
    suppressed: list[tuple[Finding, str]] = field(default_factory=list)
    effective: Effective | None = field(default=None, repr=False)

    @property
    def bundle(self) -> Bundle | None:
        return self.analysis.bundle if self.analysis else None

    @property
    def sound(self) -> bool:
        """Whether nothing stands in the way of emission."""
        return self.analysis is not None and not has_errors(self.findings)


def has_errors(findings: list[Finding]) -> bool:
    """Whether a finding blocks emission."""
    return any(f.severity is Severity.ERROR for f in findings)
