"""OT2606: names keep the naming rules of the workspace."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.naming.rules import broken, without
from onething.plan.analysis import Analysis


def against_rules(analysis: Analysis) -> Iterator[Finding]:
    """OT2606: a name that a rule of ``onething.toml`` forbids, with the reason that the rule gives. Names that stand in
    the version that is adapted are told there; names of the catalogue where it is read (``resolve/name_rules.py``)."""
    b = analysis.bundle
    named = {
        "一件事": [(b.name, b.span)],
        "事项": [(m.name, m.span) for m in b.matters.values()],
        "情形": [(q.name, q.span) for q in b.questions.values()],
        "角色": [(r.name, r.span) for r in b.roles.values()],
    }
    for rule in analysis.catalogue.naming_rules:
        for name, span in named.get(rule.of, ()):
            wrong = broken(rule, name) if span.source is b.span.source else None
            if wrong is not None:
                shorter = without(rule, name)
                edits = ((span, shorter),) if shorter and rule.of == "一件事" else ()
                fix = Fix(f"改名为“{shorter}”" if shorter else "改名", f"rename it “{shorter}”" if shorter else "rename it", edits)
                yield finding("OT2606", span, kind=rule.of, name=name, what=wrong[0], what_en=wrong[1], reason=rule.reason, basis=_basis(rule.basis), fix=fix)


def _basis(basis: str) -> str:
    return f"（{basis}）" if basis else ""
