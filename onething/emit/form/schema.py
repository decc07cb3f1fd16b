"""``form.schema.json``: JSON Schema 2020-12 that accepts exactly the valid complete submissions.

A submission is ``{"情形": {question: answer}, "选办": [matter], "已办": [matter], "在办": [matter],
"填写": {field: value}}``; the three lists may be left out when empty.
"""

from __future__ import annotations

from typing import Any

from onething.emit.artefact import CannotExpress
from onething.emit.conditions import simplify
from onething.emit.form.rules import Rules, listed
from onething.emit.form.values import answer_value, field_value
from onething.emit.web.decisions import options_of
from onething.plan.ir import BundleIR, Condition, Place

TARGET = "form.schema.json"
CHECKS = {
    "gb11643": "身份证号的校验位",
    "gb32100": "统一社会信用代码的校验位",
    "not-after-today": "出生日期不晚于填写当天",
}
Places = list[tuple[str, Place]]


def form_schema(ir: BundleIR) -> tuple[dict[str, Any], Places, list[CannotExpress]]:
    """The schema, the source places of its parts, and what it cannot say."""
    rules = Rules(ir)
    places: Places = [("", ir.place_in_source)]
    cannot: list[CannotExpress] = []
    properties = {
        "情形": _situation(ir, places),
        "选办": _list_of([m.name for m in ir.matters if m.participation == "选办"], "选择办理的事项"),
        "已办": _list_of([m.name for m in ir.matters], "已经办结的事项"),
        "在办": _list_of([m.name for m in ir.matters], "正在办理的事项"),
        "填写": _fields(ir, places, cannot),
    }
    demands: list[dict[str, Any]] = []
    _answers_to_open_questions(ir, rules, demands)
    _choices_that_apply(ir, rules, demands, places)
    _not_both_done_and_doing(ir, demands)
    _fields_that_show(ir, rules, demands)
    _gates(ir, rules, demands, places)
    if ir.at_least_one:
        demands.append({"$comment": "至少办理一项", "anyOf": [rules.of(["taken", m.name]) for m in ir.matters] or [False]})
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onething:{ir.folder}:{ir.version}:form",
        "title": f"{ir.name} 联办申请",
        "type": "object",
        "properties": properties,
        "required": ["情形", "填写"],
        "additionalProperties": False,
    }
    if demands:
        schema["allOf"] = demands
    schema["$defs"] = rules.defs
    return schema, places, cannot


def place_value(place: Place) -> dict[str, Any]:
    """A place in the specification as a JSON value."""
    value: dict[str, Any] = {"file": place.file, "line": place.line, "column": place.column, "basis": place.basis}
    if place.unverified:
        value["unverified"] = True
    return value


def pointer(*parts: str) -> str:
    """A JSON pointer."""
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def _situation(ir: BundleIR, places: Places) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for q in ir.questions:
        value = {"title": q.name, **answer_value(q, options_of(q))}
        if q.ask:
            value["description"] = q.ask
        if q.unit:
            value["x-unit"] = q.unit
        if q.source:
            value |= {"readOnly": True, "x-source": q.source}
        properties[q.name] = value | {"x-place": place_value(q.place)}
        places.append((pointer("properties", "情形", "properties", q.name), q.place))
    return {"title": "您的情况", "type": "object", "properties": properties, "additionalProperties": False}


def _list_of(matters: list[str], title: str) -> dict[str, Any]:
    """A list of some of the matters; where there is none to name, the list is empty."""
    value: dict[str, Any] = {"title": title, "type": "array", "uniqueItems": True}
    return value | ({"items": {"enum": matters}} if matters else {"maxItems": 0})


def _fields(ir: BundleIR, places: Places, cannot: list[CannotExpress]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for f in ir.fields:
        value: dict[str, Any] = {"title": f.name, **field_value(f)}
        if f.remark:
            value["description"] = f.remark
        if f.unit:
            value["x-unit"] = f.unit
        if "x-check" in value:
            cannot.append(CannotExpress(TARGET, f"{f.name}：{CHECKS[value['x-check']]}", f.place))
        value |= {"x-owner": f.owner, "x-element": f.element, "x-prefill": f.prefill}
        value |= {"x-for": [n.matter for n in f.needs], "x-place": place_value(f.place)}
        properties[f.name] = value
        places.append((pointer("properties", "填写", "properties", f.name), f.place))
    return {"title": "填写的内容", "type": "object", "properties": properties, "additionalProperties": False}


def _answers_to_open_questions(ir: BundleIR, rules: Rules, demands: list[dict[str, Any]]) -> None:
    for condition, names in _grouped((q.open, q.name) for q in ir.questions):
        demands += _present_or_absent(rules.of(condition), "情形", names, names)


def _choices_that_apply(ir: BundleIR, rules: Rules, demands: list[dict[str, Any]], places: Places) -> None:
    for m in ir.matters:
        applies = rules.of(m.applies)
        if m.participation == "选办" and applies is not True:
            places.append((pointer("allOf", str(len(demands))), m.place))
            demands.append({"$comment": f"选办 {m.name} 要适用", "if": listed("选办", m.name), "then": applies})


def _not_both_done_and_doing(ir: BundleIR, demands: list[dict[str, Any]]) -> None:
    if ir.matters:
        both = [{"allOf": [listed("已办", m.name), listed("在办", m.name)]} for m in ir.matters]
        demands.append({"$comment": "一个事项不能既已办结又正在办理", "not": {"anyOf": both}})


def _fields_that_show(ir: BundleIR, rules: Rules, demands: list[dict[str, Any]]) -> None:
    shown = [(f, simplify(f.visible), simplify(["and", f.visible, f.required])) for f in ir.fields]
    required = {f.name for f, visible, needed in shown if needed == visible}
    for condition, names in _grouped((visible, f.name) for f, visible, _ in shown):
        demands += _present_or_absent(rules.of(condition), "填写", names, [n for n in names if n in required])
    rest = ((needed, f.name) for f, visible, needed in shown if needed != visible and needed is not False)
    for condition, names in _grouped(rest):
        demands.append({"if": rules.of(condition), "then": _require("填写", names)})


def _gates(ir: BundleIR, rules: Rules, demands: list[dict[str, Any]], places: Places) -> None:
    for g in ir.gates:
        if g.kind != "提示" and not g.matter:
            places.append((pointer("allOf", str(len(demands))), g.place))
            demands.append({"$comment": g.message, "not": rules.of(g.when)})


def _grouped(pairs: Any) -> list[tuple[Condition, list[str]]]:
    """Names that share a condition, together."""
    groups: dict[str, tuple[Condition, list[str]]] = {}
    for condition, name in pairs:
        groups.setdefault(repr(condition), (condition, []))[1].append(name)
    return list(groups.values())


def _require(key: str, names: list[str]) -> dict[str, Any]:
    return {"properties": {key: {"required": names}}}


def _present_or_absent(condition: Any, key: str, names: list[str], required: list[str]) -> list[dict[str, Any]]:
    """Where the condition holds the required ones are there; elsewhere none of them is."""
    absent = {"properties": {key: {"properties": {n: False for n in names}}}}
    if condition is False:
        return [absent]
    if condition is True:
        return [_require(key, required)] if required else []
    rule: dict[str, Any] = {"if": condition}
    if required:
        rule["then"] = _require(key, required)
    return [rule | {"else": absent}]
