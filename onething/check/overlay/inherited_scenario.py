"""OT1516: what the adapted version expects of its applicants comes out in the local version, too."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding
from onething.plan.analysis import Analysis
from onething.scenario.run import inherited, run


def inherited_scenario(analysis: Analysis) -> Iterator[Finding]:
    """OT1516: run the scenarios of the adapted version again, if this version changes anything."""
    bundle = analysis.bundle
    if not any(c.place == bundle.place for c in bundle.changes):
        return
    for scenario in bundle.scenarios:
        if inherited(bundle, scenario.span):
            found = [f for f in run(analysis, scenario)[1] if f.code == "OT1516"]
            if found and not _fails_there(analysis.parent, scenario.name):
                yield from found


def _fails_there(parent: Analysis | None, name: str) -> bool:
    """Whether a scenario does not even come out in the adapted version itself."""
    there = [s for s in parent.bundle.scenarios if s.name == name] if parent is not None else []
    return any(run(parent, s)[1] for s in there)
