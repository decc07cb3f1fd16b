"""Texts of the specification are names and notes: whatever they contain, nothing of it runs or breaks the file."""

from __future__ import annotations

import builtins
import os

import pytest
from engines.spiff import REMINDERS, Process
from fixture_ir import bundle
from lxml import etree
from workflow.cases import Case, check_run

from onething.emit.workflow import emit
from onething.plan.ir import BundleIR

PAYLOADS = (
    "${runtime.exec('id')}", "#{ T(java.lang.Runtime).getRuntime() }", "= f()", "{{ 7*7 }}", "{% raw %}",
    "__import__('os').system('touch /tmp/pwned')", "]]>", "<script>alert(1)</script>", "&amp;&lt;&#10;", "a\" onclick='x'",
    "'+open('/etc/passwd').read()+'", "名\u0001字", "\ufffe", "\u202e倒", "--><!--", "%s{0}", "\\x27", "0) or (1",
    "result", "None", "True", "q_hukou", "a\nb\tc\rd",
)  # fmt: skip


def _hostile(payload: str) -> BundleIR:
    """The fixture with the payload in every text that reaches the workflow."""
    swap = {}

    def name(text: str) -> str:
        return swap.setdefault(text, f"{payload}{len(swap)}")

    ir = bundle().model_dump()
    for kind in ("matters", "questions", "roles", "reminders", "gates"):
        for thing in ir[kind]:
            name(thing["name"])
    for q in ir["questions"]:
        for o in q["options"]:
            name(o["name"])

    def replace(value):  # type: ignore[no-untyped-def]
        if isinstance(value, dict):
            return {k: v if k in ("kind", "participation", "on_refusal", "id", "holds", "type", "how", "op") else replace(v)
                    for k, v in value.items()}  # fmt: skip
        if isinstance(value, (list, tuple)):
            return [replace(v) for v in value]
        return swap.get(value, value) if isinstance(value, str) else value

    ir = replace(ir)
    ir["name"] = ir["remark"] = payload
    for thing in (*ir["matters"], *ir["roles"]):
        thing["remark"] = payload
    for m in ir["matters"]:
        m["departments"][0]["text"] = payload
        for limit in m["promise"]:
            limit["limit"]["text"] = payload
    for g in ir["gates"]:
        g["message"] = payload
    for r in ir["reminders"]:
        r["text"] = r["channel"] = payload
    return BundleIR.model_validate(ir)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_runs_and_the_workflow_does_the_same(payload, monkeypatch):
    ir = _hostile(payload)
    files = {a.path: a.text for a in emit(ir).artefacts}
    xml = files["workflow.spiff.bpmn"]
    for word in ("system", "popen"):
        monkeypatch.setattr(os, word, lambda *_: pytest.fail("ran"))
    monkeypatch.setattr(builtins, "open", lambda *_a, **_k: pytest.fail("ran"))
    process = Process(xml)
    monkeypatch.undo()
    options = [[o.name for o in q.options] for q in ir.questions]
    answers = {q.name: o[0] if o else 1 for q, o in zip(ir.questions, options, strict=True)}
    answers[ir.questions[4].name] = "是"
    for seed in range(3):
        case = Case(ir, answers, tuple(m.name for m in ir.matters if m.participation == "选办"))
        check_run(case, process.run(case.data(), seed=seed))
    Process(xml, REMINDERS).run(case.data())
    etree.fromstring(files["workflow.svg"].encode())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_expressions_and_ids_are_the_same_as_with_harmless_names(payload):
    def machine(ir: BundleIR) -> list[str | None]:
        tree = etree.fromstring(emit(ir).artefacts[0].text.encode())
        found = []
        for e in tree.iter("{*}conditionExpression", "{*}timeDuration", "{*}timeDate"):
            found.append(e.text)
        return found + [e.get("id") for e in tree.iter("{*}userTask", "{*}sequenceFlow", "{*}process")]

    assert machine(_hostile(payload)) == machine(bundle())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_names_come_through_unchanged_but_for_characters_xml_cannot_hold(payload):
    tree = etree.fromstring(emit(_hostile(payload)).artefacts[0].text.encode())
    expected = payload.replace("\u0001", "\\u0001").replace("\ufffe", "\\ufffe")
    assert tree.find("{*}process").get("name") == expected
    assert tree.find("{*}process/{*}documentation").text == expected
