"""OT2704: neither the bundle nor any of its matters cites a document."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def no_basis(analysis: Analysis) -> Iterator[Finding]:
    """OT2704: neither the bundle nor any of its matters cites a document."""
    b = analysis.bundle
    if not b.basis and not any(m.basis for m in b.matters.values()):
        fix = Fix("加一行“依据：文号”，没有就写“依据：未载明”", "add “依据” with a document number, or “未载明”", entry(b.span, "依据", "未载明"))
        yield finding("OT2704", b.span, fix=fix)
