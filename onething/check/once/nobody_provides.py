"""OT2301: a required state that nothing brings about and no situation asks for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.model.bundle import Prerequisite
from onething.plan.analysis import Analysis
from onething.source import Span


def nobody_provides(analysis: Analysis) -> Iterator[Finding]:
    """OT2301: what requires it can never be accepted. A state of a like name may be meant."""
    b = analysis.bundle
    made = {o.thing for m in b.matters.values() for o in m.outputs}
    for m in b.matters.values():
        for p in m.prerequisites:
            if p.state is not None and p.state not in made and p.state.label not in b.questions:
                said = f"{p.state.label} 为 {p.state.value}"
                known = [f"{t.label} 为 {t.value}" for t in made if t.kind == "状态"]
                known += [f"{q.name} 为 {option}" for q in b.questions.values() for option in q.options]
                near = get_close_matches(said, sorted(known), n=1, cutoff=0.7)
                yield finding(
                    "OT2301", p.span, name=said,
                    reason="没有事项产出它，也没有同名的情形可问", reason_en="no matter brings it about and no situation of that name asks for it",
                    fix=_meant(p, near[0]) if near else
                        Fix(f"写“情形 {p.state.label} …”，或在某个事项的产出里写“{p.state.label} 变为 {p.state.value}”",
                            f"declare “情形 {p.state.label}”, or let the “产出” of a matter bring it about"),
                )  # fmt: skip


def _meant(p: Prerequisite, near: str) -> Fix:
    """Did you mean: the words in front of the bracket said otherwise."""
    words = p.span.text.split("（")[0].split("(")[0].rstrip()
    place = Span(p.span.source, p.span.start, p.span.start + len(words))
    return Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((place, near),))
