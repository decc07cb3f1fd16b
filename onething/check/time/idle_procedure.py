"""OT2405: a special procedure that no limit leaves out."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis


def idle_procedure(analysis: Analysis) -> Iterator[Finding]:
    """OT2405: it is printed as not counted, and no limit says that it is not."""
    b = analysis.bundle
    limits = [c.value for m in b.matters.values() for c in (*m.promise, *m.legal)]
    limits += [f.value for f in (b.limit, *(m.alone.time for m in b.matters.values())) if f]
    left_out = {name for limit in limits if limit for name in limit.excluding}
    for procedure in b.special_procedures:
        if procedure.value not in left_out:
            fix = Fix(f"在含它的时限后写“（不含 {procedure.value}）”，或删去", f"write （不含 {procedure.value}） behind the limit, or remove it")
            yield finding("OT2405", procedure.span, procedure=procedure.value, fix=fix)
