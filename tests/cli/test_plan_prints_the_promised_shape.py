"""The language sample, planned for its full scenario, is the JSON that outside programs were promised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "language-sample"
ANSWERS = {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "新生儿的月龄": "1个月"}


@pytest.fixture
def body(onething) -> dict:
    given = [part for q, a in ANSWERS.items() for part in ("--answers", f"{q}={a}")]
    result = onething("plan", "newborn", "-w", SAMPLE, *given, "--choose", "社会保障卡申领", "--format", "json")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_identity_answers_and_nothing_open(body) -> None:
    assert body["bundle"] == "示范省/新生儿出生" and body["code"] == "newborn"
    assert body["answers"] == ANSWERS
    assert body["blocked"] == body["open_questions"] == body["pending"] == body["offer"] == []


def test_matters_in_order_with_department_wave_and_time(body) -> None:
    rows = [(m["name"], m["department"], m["after"], m["wave"], m["time"]) for m in body["matters"]]
    assert rows == [
        ("出生医学证明签发", "助产机构", [], 1, {"working_days": 1}),
        ("出生登记", "公安部门", ["出生医学证明签发"], 2, {"working_days": 2}),
        ("城乡居民基本医疗保险参保登记", "医疗保障部门", ["出生登记"], 3, {"working_days": 0}),
        ("社会保障卡申领", "人力资源社会保障部门", ["出生登记"], 3, {"working_days": 2}),
    ]


def test_beside_the_department_stands_who_it_is_at_the_place(body) -> None:
    organs = {m["department"]: m["organ"] for m in body["matters"]}
    assert organs["公安部门"] == "示范省公安厅" and organs["助产机构"] == "助产机构"


def test_a_field_is_asked_once_for_all_its_matters(body) -> None:
    name = next(f for f in body["fields"] if f["name"] == "新生儿的姓名")
    assert name["for"] == ["出生医学证明签发", "出生登记"] and name["prefill"] == "出生信息库"


def test_a_certificate_issued_inside_is_not_handed_in(body) -> None:
    line = next(m for m in body["materials"] if m["name"] == "出生医学证明")
    assert (line["for"], line["how"], line["reason"]) == (["出生登记"], "内部流转", "由 出生医学证明签发 产出")
    assert body["hand_in"] == []
    assert {"what": "材料", "name": "出生医学证明", "for": "出生登记", "reason": "内部流转"} in body["saved"]


def test_time_visits_and_fees(body) -> None:
    time = {k: body["time"][k] for k in ("working_days", "natural_days", "hours", "at_least", "not_stated")}
    assert time == {"working_days": 5, "natural_days": 0, "hours": 0, "at_least": False, "not_stated": []}
    assert body["visits"] == {"value": 0, "at_least": False} and body["fees"] is None


def test_before_and_after(body) -> None:
    assert body["before"] == {
        "materials": {"value": 8, "at_least": False},
        "time": {"working_days": 18, "at_least": True},
        "approval_steps": {"value": 4, "at_least": True},
        "visits": {"value": 2, "at_least": True},
    }
    assert {k: body["after"][k] for k in body["before"]} == {
        "materials": {"value": 0, "at_least": False},
        "time": {"working_days": 5, "at_least": False},
        "approval_steps": {"value": 4, "at_least": True},
        "visits": {"value": 0, "at_least": False},
    }
