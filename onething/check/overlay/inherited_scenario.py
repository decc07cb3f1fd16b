"""OT1516: what the adapted version expects of its applicants comes out in the local version, too."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding
from onething.model.bundle import LocalChange, Scenario
from onething.plan.analysis import Analysis
from onething.scenario.run import inherited, run

# Entries that no expectation looks at, and those that only some do: what they change need not be tried with each scenario.
SILENT = ("依据", "主题", "物流", "办理时间", "咨询", "申请条件", "备注", "牵头部门", "配合部门", "参与单位", "办理部门", "层级", "收费", "成效")
TOUCHED = {**dict.fromkeys(SILENT, ()), "承诺时限": ("时限",), "法定时限": ("时限",)}


def inherited_scenario(analysis: Analysis) -> Iterator[Finding]:
    """OT1516: run the scenarios of the adapted version again that the changes of this version can touch."""
    bundle = analysis.bundle
    own = [c for c in bundle.changes if c.place == bundle.place]
    for scenario in bundle.scenarios:
        if inherited(bundle, scenario.span) and any(_touches(c, scenario) for c in own):
            found = [f for f in run(analysis, scenario)[1] if f.code == "OT1516"]
            if found and not _fails_there(analysis.parent, scenario.name):
                yield from found


def _touches(change: LocalChange, scenario: Scenario) -> bool:
    """Whether a change may be seen in the outcome of a scenario."""
    block, name = change.path[0]
    if block == "场景":
        return name == scenario.name
    words = TOUCHED.get(change.path[-1][0])
    return words is None or any(e.word in words for e in scenario.expectations)


def _fails_there(parent: Analysis | None, name: str) -> bool:
    """Whether a scenario does not even come out in the adapted version itself."""
    there = [s for s in parent.bundle.scenarios if s.name == name] if parent is not None else []
    return any(run(parent, s)[1] for s in there)
