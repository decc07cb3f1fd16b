"""``form.ui.json``: what a front end needs beside the schema – sections, order, widgets, visible-when, messages."""

from __future__ import annotations

from typing import Any

from onething.emit.form.schema import pointer
from onething.emit.form.values import MESSAGES, WHOLE, WIDGETS, is_birth_date
from onething.emit.web.decisions import options_of
from onething.emit.words import Words
from onething.plan.ir import BundleIR, Field, Place, Question


def by_owner(ir: BundleIR) -> list[tuple[str, list[Field]]]:
    """Fields grouped by owner, owners in the order of their first field."""
    groups: dict[str, list[Field]] = {}
    for field in ir.fields:
        groups.setdefault(field.owner, []).append(field)
    return list(groups.items())


def signers(ir: BundleIR) -> list[tuple[str, str]]:
    """Who signs, with the time they have: the applicants, and the roles that sign with them."""
    found = []
    for role in ir.roles:
        if "申请人" in role.kinds or "共同签字" in role.kinds:
            found.append((role.name, role.sign_within.text if role.sign_within else ""))
    return found or [("申请人", "")]


def form_ui(ir: BundleIR, words: Words) -> tuple[dict[str, Any], list[tuple[str, Place]]]:
    """The layout and the source places of its items."""
    places: list[tuple[str, Place]] = []
    sections: list[dict[str, Any]] = []

    def section(id: str, title: str, items: list[tuple[dict[str, Any], Place]]) -> None:
        if items:
            at = ("sections", str(len(sections)), "items")
            places.extend((pointer(*at, str(i)), place) for i, (_, place) in enumerate(items))
            sections.append({"id": id, "title": title, "items": [item for item, _ in items]})

    section("situation", "您的情况", [(_question(q, words), q.place) for q in ir.questions])
    choices = [m for m in ir.matters if m.participation == "选办"]
    section("choice", "选择办理的事项", [
        ({"scope": "#/properties/选办", "value": m.name, "widget": "checkbox", **_shown(words, m.applies)}, m.place)
        for m in choices
    ])  # fmt: skip
    section("progress", "已经办过的事项", [
        ({"scopes": ["#/properties/已办", "#/properties/在办"], "value": m.name, "widget": "progress"}, m.place)
        for m in ir.matters
    ])  # fmt: skip
    for i, (owner, fields) in enumerate(by_owner(ir), 1):
        section(f"owner-{i}", f"{owner}的信息" if owner else "申请信息", [(_field(f, words), f.place) for f in fields])
    signing = {name: within for name, within in signers(ir)}
    section("signatures", "签字", [
        ({"role": r.name, "widget": "signature", "within": signing[r.name]}, r.place) for r in ir.roles if r.name in signing
    ])  # fmt: skip
    gates = [
        {"id": g.id, "kind": g.kind, "matter": g.matter, "when": g.when, "message": g.message,
         "stops": not g.matter and g.kind != "提示"}
        for g in ir.gates
    ]  # fmt: skip
    places += [(pointer("gates", str(i)), g.place) for i, g in enumerate(ir.gates)]
    ui = {
        "title": ir.name,
        "version": ir.version,
        "schema": "form.schema.json",
        "sections": sections,
        "gates": gates,
        "taken": {m.name: m.taken for m in ir.matters},
        "taking_order": list(ir.taking_order),
        "messages": {"required": "请填写", "unanswered": "请回答", "at_least_one": "请至少选择一项办理", **MESSAGES},
    }
    return ui, places


def _shown(words: Words, condition: Any) -> dict[str, Any]:
    """When the item shows, as a condition and in words; nothing where it always does."""
    return {} if condition is True else {"visible": condition, "visible_words": words.of(condition)}


def _question(q: Question, words: Words) -> dict[str, Any]:
    widget = "radio" if options_of(q) else "integer" if q.type in WHOLE else "number"
    item = {"scope": f"#{pointer('properties', '情形', 'properties', q.name)}", "label": q.ask or q.name, "widget": widget}
    if q.source:
        item |= {"read_only": True, "source": q.source}
    return item | _shown(words, q.open)


def _field(f: Field, words: Words) -> dict[str, Any]:
    item: dict[str, Any] = {
        "scope": f"#{pointer('properties', '填写', 'properties', f.name)}",
        "label": f.name,
        "widget": WIDGETS.get(f.type, "text"),
        **_shown(words, f.visible),
        "required": f.required,
    }
    if f.prefill:
        item |= {"prefill": f.prefill, "prefill_when": f.prefill_when}
    if is_birth_date(f):
        item["latest"] = "today"
    if f.type in MESSAGES:
        item["message"] = MESSAGES[f.type]
    return item
