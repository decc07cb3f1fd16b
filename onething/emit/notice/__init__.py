"""一次性告知单: the one-time notice of a bundle, for everybody and for one applicant."""

from __future__ import annotations

from onething.emit.artefact import Artefact, Emission
from onething.emit.notice.markdown import markdown
from onething.emit.notice.page import page, places
from onething.emit.notice.sections import notice
from onething.plan.ir import BundleIR

__all__ = ["emit"]


def emit(ir: BundleIR) -> Emission:
    """``notice.md`` and ``notice.html``."""
    made = notice(ir)
    text, lines = markdown(made)
    return Emission(
        (
            Artefact("notice.md", text, lines),
            Artefact("notice.html", page(made, ir), places(made)),
        )
    )
