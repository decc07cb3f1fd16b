"""OT2808: a scenario chooses a matter that nobody has to choose."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics.removal import removal
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def choice_of_compulsory(analysis: Analysis) -> Iterator[Finding]:
    """OT2808: 选办 names a matter that is 必办 or 自动."""
    b = analysis.bundle
    for s in b.scenarios:
        for name in s.choose:
            kind = b.matters[name].participation
            if kind != "选办":
                span = s.places[name]
                notes = [Note(b.matters[name].span, f"{kind}，不用选", "not to be chosen")]
                yield finding(
                    "OT2808", span, scenario=s.name, matter=name, kind=kind, notes=notes,
                    fix=Fix("删去它，或把事项改为“参与：选办”", "remove it, or make the matter 选办", removal(span)),
                )  # fmt: skip
