"""form.schema.json accepts every valid complete submission and nothing that misses, adds or contradicts."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from fixture_ir import CARD, VACCINE, bundle
from form.applicants import applicants
from jsonschema import Draft202012Validator

from onething.emit.form import emit

IR = bundle()
EMISSION = emit(IR)
FILES = {a.path: a for a in EMISSION.artefacts}
SCHEMA = json.loads(FILES["form.schema.json"].text)
VALID = Draft202012Validator(SCHEMA).is_valid
SAMPLE = applicants(IR, 240)
FREE = [a for a in SAMPLE if not a.stopped]


def test_the_schema_is_valid_2020_12():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_sample_reaches_every_field_and_every_matter():
    assert {f for a in FREE for f in a.visible} == {f.name for f in IR.fields}
    assert {m for a in FREE for m in a.taken} == {m.name for m in IR.matters}
    assert any(a.stopped for a in SAMPLE) and any(a.done for a in FREE) and any(a.doing for a in FREE)


def test_accepts_the_complete_submission_of_every_applicant_and_none_that_a_gate_stops():
    for a in SAMPLE:
        assert VALID(a.submission()) is not a.stopped, a.submission()


def test_optional_fields_may_stay_empty_and_empty_lists_may_be_left_out():
    for a in FREE:
        s = a.submission()
        s["填写"] = {k: v for k, v in s["填写"].items() if k in a.required}
        for key in ("选办", "已办", "在办"):
            if not s[key]:
                del s[key]
        assert VALID(s), s


def test_rejects_every_submission_with_one_required_field_missing():
    for a in FREE[:60]:
        for name in a.required:
            s = a.submission()
            del s["填写"][name]
            assert not VALID(s), name


def test_rejects_every_field_that_does_not_show():
    everything = {k: v for a in FREE for k, v in a.submission()["填写"].items()}
    for a in FREE[:60]:
        for name in set(everything) - set(a.visible):
            s = a.submission()
            s["填写"][name] = everything[name]
            assert not VALID(s), name
        s = a.submission()
        s["填写"]["别的"] = "x"
        assert not VALID(s)


def test_rejects_unanswered_open_questions_and_answers_to_closed_ones():
    closed = 0
    for a in FREE[:60]:
        for q in IR.questions:
            s = a.submission()
            if q.name in s["情形"]:
                del s["情形"][q.name]
            else:
                closed += 1
                s["情形"][q.name] = q.options[0].name
            assert not VALID(s), q.name
    assert closed


def test_rejects_the_choice_of_a_matter_that_does_not_apply_or_is_not_optional():
    seen = 0
    for a in FREE:
        if not a.holds(next(m for m in IR.matters if m.name == VACCINE).applies):
            s = a.submission()
            s["选办"].append(VACCINE)
            seen += 1
            assert not VALID(s)
    assert seen
    s = FREE[0].submission()
    s["选办"].append("出生登记")
    assert not VALID(s)


def test_rejects_a_matter_that_is_both_finished_and_in_progress():
    s = FREE[0].submission()
    s["已办"], s["在办"] = [CARD], [CARD]
    assert not VALID(s)


WRONG = {
    "身份证号": ["", "110105194912310021x", "11010519491331002X", "110105200102290021", "11010519491231002x", 5, "１１０１０５19491231002X"],
    "统一社会信用代码": ["", "91350100M000100Y4", "9135010OM000100Y43", "91350100M000100Y43\n"],
    "日期": ["", "2024-13-01", "2023-02-29", "2024-1-1", "2024-01-01\n", "2024/01/01", 20240101],
    "手机号": ["", "12800000000", "1380000000", 13800000000],
    "金额": ["8200", -1, None, True],
    "选项": ["", "其他", 1],
    "姓名": ["", "   ", 7],
}  # fmt: skip


@pytest.mark.parametrize("type_", WRONG)
def test_rejects_values_of_the_wrong_type(type_):
    field = next(f for f in IR.fields if f.type == type_)
    a = next(a for a in FREE if field.name in a.visible)
    for wrong in WRONG[type_]:
        s = deepcopy(a.submission())
        s["填写"][field.name] = wrong
        assert not VALID(s), wrong


def test_a_menu_of_matters_needs_at_least_one():
    menu = bundle(
        at_least_one=True,
        matters=[m.model_dump() | {"taken": ["and", ["chosen", m.name], m.applies]} for m in IR.matters if m.participation == "选办"],
        taking_order=[CARD, VACCINE], edges=[], materials=[], fields=[], questions=[], gates=[],
    )  # fmt: skip
    menu = menu.model_copy(update={"matters": [m.model_copy(update={"applies": True}) for m in menu.matters]})
    valid = Draft202012Validator(json.loads(emit(menu).artefacts[0].text)).is_valid
    assert valid({"情形": {}, "选办": [CARD], "填写": {}})
    assert not valid({"情形": {}, "选办": [], "填写": {}})


def test_what_the_schema_cannot_say_is_listed_with_its_line_and_marked():
    said = {c.what: c.place.line for c in EMISSION.cannot}
    assert said == {
        "新生儿的出生日期：出生日期不晚于填写当天": 51,
        "母亲的公民身份号码：身份证号的校验位": 24,
        "父亲的公民身份号码：身份证号的校验位": 70,
        "用人单位的统一社会信用代码：统一社会信用代码的校验位": 97,
    }
    marks = {k: v["x-check"] for k, v in SCHEMA["properties"]["填写"]["properties"].items() if "x-check" in v}
    assert set(marks.values()) == {"gb11643", "gb32100", "not-after-today"} and len(marks) == 4


def test_every_property_says_whose_it_is_what_for_and_where_the_specification_says_so():
    for field in IR.fields:
        value = SCHEMA["properties"]["填写"]["properties"][field.name]
        assert value["title"] == field.name and value["x-owner"] == field.owner and value["x-element"] == field.element
        assert value["x-prefill"] == field.prefill and value["x-for"] == [n.matter for n in field.needs]
        assert value["x-place"] == {"file": field.place.file, "line": field.place.line, "column": 5, "basis": ""}
    asked = SCHEMA["properties"]["情形"]["properties"]["新生儿的月龄"]
    assert asked["readOnly"] is True and asked["x-source"] == "出生信息库"


@pytest.mark.parametrize("path", ["form.schema.json", "form.ui.json"])
def test_source_places_are_pointers_that_lead_somewhere(path):
    whole = json.loads(FILES[path].text)
    assert FILES[path].places
    for pointer, _ in FILES[path].places:
        here = whole
        for part in pointer.split("/")[1:]:
            part = part.replace("~1", "/").replace("~0", "~")
            here = here[int(part)] if isinstance(here, list) else here[part]
        assert here


def test_output_is_the_same_every_time():
    assert emit(bundle()) == EMISSION
