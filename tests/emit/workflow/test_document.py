"""workflow.spiff.bpmn as a document: valid, ASCII ids, all flows listed, no code in it, drawn completely."""

from __future__ import annotations

import json
import re

from engines.spiff import Process
from fixture_ir import CERTIFICATE, bundle
from lxml import etree

from onething.emit.workflow import emit

IR = bundle()
EMISSION = emit(IR)
FILES = {a.path: a for a in EMISSION.artefacts}
XML = FILES["workflow.spiff.bpmn"].text
TREE = etree.fromstring(XML.encode())
B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
NODES = [e for e in TREE.iter() if isinstance(e.tag, str) and re.search("Event$|Task$|Gateway$|subProcess$", e.tag)]


def test_it_is_valid_against_the_schema_and_loads():
    Process(XML)


def test_ids_are_ascii_ncnames_and_unique():
    ids = [e.get("id") for e in TREE.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", i) for i in ids)


def test_the_process_carries_code_and_version():
    ids = [p.get("id") for p in TREE.iter(f"{B}process")]
    assert ids == [f"onething_{IR.code}_{IR.version}", f"onething_{IR.code}_{IR.version}_reminders"]


def test_every_sequence_flow_is_listed_at_both_ends():
    into, out = {}, {}
    for n in NODES:
        into.update({i.text: n.get("id") for i in n.findall(f"{B}incoming")})
        out.update({o.text: n.get("id") for o in n.findall(f"{B}outgoing")})
    flows = {f.get("id"): f for f in TREE.iter(f"{B}sequenceFlow")}
    assert set(into) == set(out) == set(flows)
    assert all(out[i] == f.get("sourceRef") and into[i] == f.get("targetRef") for i, f in flows.items())


def test_there_are_no_inclusive_gateways_and_no_scripts():
    tags = {etree.QName(e).localname for e in TREE.iter() if isinstance(e.tag, str)}
    assert not tags & {"scriptTask", "script", "inclusiveGateway", "serviceTask", "extensionElements"}


def test_expressions_use_ascii_names_only():
    for tag in ("conditionExpression", "timeDuration", "timeDate"):
        for e in TREE.iter(f"{B}{tag}"):
            assert e.text.isascii() and "__" not in e.text
            known = re.sub(r"'[^']*'", "", e.text)
            words = set(re.findall(r"[A-Za-z_]\w*", known)) - {"and", "or", "not", "in", "is", "None", "result", "get", "if", "else"}
            assert all(re.match("(q|chosen_m|done_m|doing_m|limit_[mr]|at_t)_", w) for w in words), words


def test_exclusive_choices_have_a_default_and_conditions_on_all_other_flows():
    flows = {f.get("id"): f for f in TREE.iter(f"{B}sequenceFlow")}
    for gateway in TREE.iter(f"{B}exclusiveGateway"):
        out = [o.text for o in gateway.findall(f"{B}outgoing")]
        bare = [i for i in out if flows[i].find(f"{B}conditionExpression") is None]
        assert bare == [gateway.get("default")]


def test_everything_is_drawn_once():
    drawn = [s.get("bpmnElement") for s in TREE.iter(f"{DI}BPMNShape", f"{DI}BPMNEdge")]
    wanted = {n.get("id") for n in NODES} | {e.get("id") for e in TREE.iter(f"{B}sequenceFlow", f"{B}lane", f"{B}participant")}
    assert len(drawn) == len(set(drawn)) and set(drawn) == wanted


def test_each_office_has_a_lane_in_order_of_first_use_and_every_node_one_lane():
    lanes = list(TREE.iter(f"{B}lane"))
    assert [lane.get("name") for lane in lanes] == [
        "申请人", "综合窗口", "助产机构", "公安部门", "医疗保障部门", "人力资源社会保障部门", "疾病预防控制机构"]  # fmt: skip
    refs = [r.text for r in TREE.iter(f"{B}flowNodeRef")]
    main = TREE.find(f"{B}process")
    assert sorted(refs) == sorted(n.get("id") for n in NODES if n.getparent() is main)


def test_a_matter_with_several_departments_stands_in_the_lane_of_the_first_and_names_the_others():
    department = [{"when": ["is", "父母户籍", [o]], "text": t, "place": {"file": "f", "line": 1, "column": 1}}
                  for o, t in (("双方本省", "甲局"), ("一方本省", "乙局"))]  # fmt: skip
    ir = IR.model_dump()
    ir["matters"][0]["departments"] = department
    tree = etree.fromstring(emit(type(IR).model_validate(ir)).artefacts[0].text.encode())
    lane = next(lane for lane in tree.iter(f"{B}lane") if lane.get("name") == "甲局")
    assert "matter_m_certificate" in [r.text for r in lane]
    box = next(s for s in tree.iter(f"{B}subProcess") if s.get("id") == "matter_m_certificate")
    assert box.get("name") == f"{CERTIFICATE}（按情形：乙局）"


def test_places_point_to_elements_of_the_document():
    ids = {e.get("id") for e in TREE.iter()}
    assert FILES["workflow.spiff.bpmn"].places
    assert all(where.startswith("#") and where[1:] in ids for where, _ in FILES["workflow.spiff.bpmn"].places)


def test_labels_name_every_variable_and_every_named_element():
    content = json.loads(FILES["labels.json"].text)
    assert content["process"] == f"onething_{IR.code}_{IR.version}"
    assert content["start"]["questions"]["q_hukou"] == {
        "name": "父母户籍", "values": {"hukou_1": "双方本省", "hukou_2": "一方本省", "hukou_3": "均非本省"}}
    assert {e.get("id") for e in NODES if e.get("name")} <= set(content["elements"])
    assert [g["message"] for g in content["gates"].values()] == [g.message for g in IR.gates[:2]]


def test_the_same_bundle_gives_the_same_bytes():
    assert emit(bundle()) == EMISSION
