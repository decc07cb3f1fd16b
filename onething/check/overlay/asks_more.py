"""OT2620: a local version asks nobody for more, or stricter, documents than what it adapts."""

from __future__ import annotations

from typing import Iterator

from onething.check.overlay.loosened import loosened
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def asks_more(analysis: Analysis) -> Iterator[Finding]:
    """OT2620: somebody hands in a document that the version adapted does not ask of him, or not so strictly."""
    yield from loosened(analysis, "OT2620", ("材料", "材料要求"))
