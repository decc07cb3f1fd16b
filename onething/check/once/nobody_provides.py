"""OT2301: a required state that nothing brings about and no situation asks for."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def nobody_provides(analysis: Analysis) -> Iterator[Finding]:
    """OT2301, OT2305: a state that nothing brings about; a way of obtaining that the catalogue does not have."""
    b = analysis.bundle
    made = {o.thing for m in b.matters.values() for o in m.outputs}
    for m in b.matters.values():
        for p in m.prerequisites:
            if p.state is not None and p.state not in made and p.state.label not in b.questions:
                yield finding(
                    "OT2301", p.span, name=f"{p.state.label} 为 {p.state.value}",
                    reason="没有事项产出它，也没有同名的情形可问", reason_en="no matter brings it about and no situation of that name asks for it",
                    fix=Fix(f"写“情形 {p.state.label} …”，或在某个事项的产出里写“{p.state.label} 变为 {p.state.value}”",
                            f"declare 情形 {p.state.label}, or let a matter's 产出 bring it about"),
                )  # fmt: skip
