"""OT2220: a role that does nothing and owns nothing."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis


def idle_role(analysis: Analysis) -> Iterator[Finding]:
    """OT2220: neither applicant nor subject nor co-signer, and nothing is anybody's of this name. A remark is reason
    enough to keep it: the notice prints it."""
    b = analysis.bundle
    used = _owners(b) | {r for role in b.roles.values() for r in role.any_of} | {r for x in b.reminders for r in x.to}
    for role in b.roles.values():
        asked = any(q.startswith(f"{role.name}的") for q in b.questions)
        if not role.kinds and not role.remark and role.name not in used and not asked:
            fix = Fix(f"删去，或写明“{role.name}的…”", f"remove it, or say what is {role.name}的…")
            yield finding("OT2220", role.span, role=role.name, fix=fix)


def _owners(bundle: Bundle) -> set[str]:
    """The roles that something belongs to (a state that is required is produced or asked for somewhere, too)."""
    return {
        each.thing.owner
        for m in bundle.matters.values()
        for each in (*m.needs, *m.fields, *m.outputs, *(m.alone.needs or ()))
    }
