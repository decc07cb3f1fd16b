"""Time limits and reminders: timers stand where the bundle states a limit, they fire, and they hold nothing up."""

from __future__ import annotations

from datetime import date

import pytest
from engines.spiff import MAIN, REMINDERS, Process
from fixture_ir import CARD, bundle, case, days
from workflow.cases import Case

from onething.emit.workflow import emit, limits
from onething.emit.workflow.data import due, start_data
from onething.plan.ir import Duration

IR = bundle()
XML = emit(IR).artefacts[0].text
PROCESS, REMIND = Process(XML, MAIN), Process(XML, REMINDERS)
ANSWERS = {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "是", "新生儿的月龄": 1}
USUAL = Case(IR, ANSWERS, (CARD,))
LIMITED = ("certificate", "register", "insurance", "card", "benefit")


def test_only_stated_limits_have_a_timer():
    assert {m for m in LIMITED if f'id="limit_m_{m}"' in XML} == set(LIMITED)
    assert 'id="limit_m_vaccine"' not in XML


@pytest.mark.parametrize("matter", LIMITED)
def test_a_limit_that_ends_leads_to_a_reminder_and_the_matter_goes_on(matter):
    fired = set()
    for seed in range(12):
        trace = PROCESS.run(USUAL.data(**{f"limit_m_{matter}": "PT0S"}), timers=True, seed=seed)
        assert trace.completed and trace.log[-1] == "end" and f"handle_m_{matter}" in trace
        fired |= {n for n in trace.log if n.startswith("urge_")}
    assert fired == {f"urge_m_{matter}"}


def test_no_reminder_before_the_limit_ends():
    assert not [n for n in PROCESS.run(USUAL.data(), timers=True).log if n.startswith("urge_")]


def test_a_signature_is_urged_when_its_term_ends():
    trace = PROCESS.run(USUAL.data(limit_r_father="PT0S"), timers=True)
    assert "urge_sign_r_father" in trace and trace.completed and "sign_task_r_father" in trace


def test_a_supplement_starts_the_limit_anew():
    script = {"handle_m_register": ["supplement", "pass"]}
    trace = PROCESS.run(USUAL.data(), script, timers=True)
    assert trace.completed and trace.log.count("handle_m_register") == 2


def test_working_days_become_days_at_seven_for_five_rounded_up():
    assert [limits.iso(Duration(working_days=n, text="")) for n in (1, 2, 5, 20)] == ["P2D", "P3D", "P7D", "P28D"]
    assert limits.iso(Duration(natural_days=20, text="")) == "P20D"
    assert limits.iso(Duration(working_days=5, hours=4, text="")) == "P7DT4H"
    assert limits.iso(Duration(text="即办")) == "P1D"


def test_a_limit_by_situation_is_chosen_by_its_condition():
    ir = bundle().model_dump()
    ir["matters"][1]["promise"] = [case(days(1), 1, ["is", "婚姻状况", ["婚内"]]), case(days(9), 2, ["is", "婚姻状况", ["非婚生"]])]
    ir["matters"][1]["legal"] = []
    xml = emit(type(IR).model_validate(ir)).artefacts[0].text
    assert "limit_m_register or ('P2D' if (q_marriage == 'marriage_1') else 'P13D' if" in xml
    assert Process(xml).run(USUAL.data(), timers=True).completed


def test_a_reminder_fires_at_its_date():
    data = start_data(IR, ANSWERS, dates={"新生儿的出生日期": date(2020, 1, 1)})
    assert data["at_t_remind_vaccine"] == "2020-01-31T09:00:00+08:00"
    trace = REMIND.run(data, timers=True, patience=1)
    assert trace.completed and "remind_t_remind_vaccine" in trace


def test_a_reminder_waits_for_its_date():
    data = start_data(IR, ANSWERS, dates={"新生儿的出生日期": date(2990, 1, 1)})
    trace = REMIND.run(data, timers=True)
    assert not trace.completed and "remind_t_remind_vaccine" not in trace


def test_a_reminder_before_its_date_is_counted_back():
    assert due(date(2026, 3, 1), -1).startswith("2026-02-28T09:00:00")


def test_reminders_never_hold_the_case_back():
    data = start_data(IR, ANSWERS, dates={"新生儿的出生日期": date(2990, 1, 1)})
    assert PROCESS.run(data, timers=True).log[-1] == "end"


def test_without_a_date_or_in_a_blocked_bundle_nothing_is_sent():
    assert "undated_t_remind_vaccine" in REMIND.run(start_data(IR, ANSWERS))
    assert REMIND.run(start_data(IR, {**ANSWERS, "新生儿的月龄": 7})).log[-1] == "remind_none"
