"""OT2311: a matter wants a field filled in that it assigns itself: asked before anybody can know it."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.diagnostics.removal import removal
from onething.logic.expression import State, both, either, negate
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant


def field_given_by_itself(analysis: Analysis) -> Iterator[Finding]:
    """OT2311: no other taken matter assigns it earlier. The form leaves it out, and the matter begins without it."""
    b = analysis.bundle
    for field in analysis.decisions.fields:
        makers = b.makers.get(field.thing, ())
        for matter, use, when in field.uses:
            own = [o for m, o in makers if m == matter]
            if not own:
                continue
            known = either(*(both(State("taken", m), o.when) for m, o in makers if m != matter))
            here = analysis.where(both(when, either(*(o.when for o in own)), negate(known)))
            if here:
                yield finding(
                    "OT2311", use.span, matter=matter, name=field.thing.label,
                    notes=[Note(own[0].span, "又由它自己产出", "and it assigns it itself")],
                    witness=applicant(b, analysis.space.witness(here)) if here != analysis.space.valid else (),
                    fix=Fix("办结才有的，从字段里删去；办理前就有的，从产出里删去",
                            "remove it from “字段” if it is only known afterwards, from “产出” if it is known before", removal(use.span)),
                )  # fmt: skip
