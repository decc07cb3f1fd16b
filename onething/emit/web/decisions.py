"""The decision data of a bundle: what ``decide.js`` needs to answer for an applicant in a browser."""

from __future__ import annotations

from typing import Any

from onething.plan.ir import BundleIR, Duration, DurationCase, Field, Material, Matter, Question, TextCase


def decisions(ir: BundleIR) -> dict[str, Any]:
    """A JSON value, a subset of the IR, in the author's order."""
    return {
        "name": ir.name,
        "version": ir.version,
        "at_least_one": ir.at_least_one,
        "limit": _duration(ir.limit),
        "questions": [_question(q) for q in ir.questions],
        "gates": [
            {"id": g.id, "kind": g.kind, "name": g.name, "matter": g.matter, "when": g.when, "message": g.message}
            for g in ir.gates
        ],
        "matters": [_matter(m) for m in ir.matters],
        "taking_order": list(ir.taking_order),
        "edges": [
            {"before": e.before, "after": e.after, "when": e.when, "kind": e.kind, "holds": e.holds,
             "what": e.what, "reason": e.reason}
            for e in ir.edges
        ],
        "fields": [_field(f) for f in ir.fields],
        "materials": [_material(m) for m in ir.materials],
    }  # fmt: skip


def _question(q: Question) -> dict[str, Any]:
    return {
        "name": q.name, "id": q.id, "type": q.type, "options": options_of(q), "cuts": list(q.cuts),
        "unit": q.unit, "source": q.source, "asked": bool(q.ask), "open": q.open,
    }  # fmt: skip


def options_of(q: Question) -> list[str]:
    """The answers a question offers; [] for a number."""
    if q.options:
        return [o.name for o in q.options]
    return ["是", "否"] if q.type == "是否" else []


def _matter(m: Matter) -> dict[str, Any]:
    return {
        "name": m.name, "id": m.id, "participation": m.participation,
        "applies": m.applies, "taken": m.taken, "blocked": m.blocked, "limit_free": m.limit_free,
        "promise": [_limit(c) for c in m.promise], "legal": [_limit(c) for c in m.legal],
        "departments": _texts(m.departments), "forms": _texts(m.forms), "fees": _texts(m.fees),
    }  # fmt: skip


def _limit(case: DurationCase) -> dict[str, Any]:
    return {"when": case.when, "limit": _duration(case.limit)}


def _duration(d: Duration | None) -> dict[str, Any] | None:
    if d is None:
        return None
    return {
        "working_days": d.working_days, "natural_days": d.natural_days, "hours": d.hours,
        "excluding": list(d.excluding), "since": d.since, "point": d.point, "text": d.text,
    }  # fmt: skip


def _texts(cases: list[TextCase]) -> list[dict[str, Any]]:
    return [{"when": c.when, "text": c.text} for c in cases]


def _field(f: Field) -> dict[str, Any]:
    return {
        "name": f.name, "id": f.id, "element": f.element, "owner": f.owner, "type": f.type,
        "visible": f.visible, "required": f.required, "prefill": f.prefill, "prefill_when": f.prefill_when,
        "needs": [{"matter": n.matter, "when": n.when} for n in f.needs],
    }  # fmt: skip


def _material(m: Material) -> dict[str, Any]:
    return {
        "name": m.name, "id": m.id, "original": m.original, "medium": m.medium, "copies": m.copies,
        "later_text": m.later_text, "notes": list(m.notes), "group": m.group,
        "hand_in": m.hand_in, "later": m.later, "offered": m.offered,
        "needs": [
            {"matter": n.matter, "when": n.when, "inside": n.inside, "issuers": list(n.issuers), "how": n.how,
             "reason": n.reason, "fallback": n.fallback, "optional": n.optional}
            for n in m.needs
        ],
    }  # fmt: skip
