"""The workflow, run in SpiffWorkflow: it completes, performs exactly the taken matters, respects every edge."""

from __future__ import annotations

import random

import pytest
from engines.spiff import Process
from fixture_ir import CARD, CERTIFICATE, REGISTER, VACCINE, bundle
from workflow.graphs import random_bundle
from workflow.cases import Case, check_run, covering, everybody

from onething.emit.workflow import emit

IR = bundle()
PROCESS = Process(emit(IR).artefacts[0].text)
ANSWERS = {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "是", "新生儿的月龄": 1}
USUAL = Case(IR, ANSWERS, (CARD, VACCINE))


def test_every_situation_and_every_choice_in_adversarial_orders():
    cases = list(everybody(IR))
    assert len(cases) == 576
    for seed, case in enumerate(cases):
        check_run(case, PROCESS.run(case.data(), seed=seed))


def test_finished_and_running_matters_on_a_covering_set():
    for seed, case in enumerate(covering(IR, 250)):
        check_run(case, PROCESS.run(case.data(), seed=seed))


@pytest.mark.parametrize("number", range(12))
def test_random_orders_on_a_covering_set(number):
    ir = random_bundle(random.Random(number))
    process = Process(emit(ir).artefacts[0].text)
    for seed, case in enumerate(covering(ir, 25, number)):
        check_run(case, process.run(case.data(), seed=seed))


def test_the_engines_own_loop_gives_the_same_set():
    trace = PROCESS.run(USUAL.data(), plain=True)
    check_run(USUAL, trace)


def test_a_blocked_bundle_ends_at_once():
    trace = PROCESS.run(Case(IR, {**ANSWERS, "新生儿的月龄": 6}).data())
    assert trace.completed and trace.log == ["start", "gate", "blocked"]


def test_unanswered_questions_block_nothing_and_break_nothing():
    trace = PROCESS.run(Case(IR, {}).data())
    assert trace.completed and "handle_m_register" in trace and "handle_m_certificate" not in trace


def test_an_answer_to_a_question_that_is_not_open_does_not_count():
    case = Case(IR, {**ANSWERS, "鉴定情况": "未做"})
    assert "handle_m_certificate" in PROCESS.run(case.data())


def test_a_matter_that_may_not_be_accepted_is_left_out_and_the_rest_goes_on():
    trace = PROCESS.run(Case(IR, {**ANSWERS, "婚姻状况": "非婚生", "鉴定情况": "未做"}, (CARD,)).data())
    assert trace.completed and "barred_m_certificate" in trace and "barred_m_register" in trace
    assert "handle_m_certificate" not in trace and "handle_m_card" in trace


def test_a_running_matter_is_not_accepted_again():
    trace = PROCESS.run(Case(IR, ANSWERS, doing=(REGISTER,)).data())
    assert "accept_m_register" not in trace and "handle_m_register" in trace


def test_a_finished_matter_is_skipped():
    trace = PROCESS.run(Case(IR, ANSWERS, done=(CERTIFICATE,)).data())
    assert "skip_m_certificate" in trace and "accept_m_certificate" not in trace and trace.completed


def test_supplements_send_the_case_back_to_the_applicant_until_complete():
    script = {"accept": ["supplement", "supplement", "accept"], "accept_m_register": ["supplement", "accept"],
              "handle_m_register": ["supplement", "pass"]}  # fmt: skip
    trace = PROCESS.run(USUAL.data(), script)
    log = trace.log
    assert trace.completed and log.count("supplement") == 2 and log.count("accept") == 3
    assert log.count("supplement_m_register") == 1 and log.count("accept_m_register") == 2
    assert log.count("more_m_register") == 1 and log.count("handle_m_register") == 2
    assert "handle_m_insurance" in trace


def test_the_one_window_can_refuse():
    trace = PROCESS.run(USUAL.data(), {"accept": "refuse"})
    assert trace.completed and trace.log[-1] == "refused" and "handle_m_register" not in trace


def test_co_signatures_come_before_the_acceptance():
    trace = PROCESS.run(USUAL.data())
    assert 0 <= trace.at("sign_task_r_father") < trace.at("accept")


def test_the_end_of_a_matter_waits_for_what_may_follow_later():
    for seed in range(10):
        log = PROCESS.run(USUAL.data(), seed=seed).log
        assert log.index("matter_m_register") < log.index("finish_m_benefit")
    assert any(
        (log := PROCESS.run(USUAL.data(), seed=seed).log).index("handle_m_benefit") < log.index("handle_m_register")
        for seed in range(10)
    )


def test_special_procedures_are_a_step_of_their_own_behind_the_decision():
    trace = PROCESS.run(USUAL.data())
    assert trace.at("handle_m_card") < trace.at("special_m_card")


def test_tasks_stand_in_the_lane_of_their_office():
    lanes = PROCESS.run(USUAL.data()).lanes
    assert lanes["accept"] == lanes["issue"] == "综合窗口"
    assert lanes["handle_m_register"] == "公安部门" and lanes["handle_m_insurance"] == "医疗保障部门"


def test_a_barred_matter_ends_as_barred_also_where_taken_leaves_it_out():
    first, bar = IR.matters[0], ["is", "鉴定情况", ["未做"]]
    first = first.model_copy(update={"taken": ["and", first.taken, ["not", bar]], "blocked": bar})
    ir = IR.model_copy(update={"matters": [first, *IR.matters[1:]]})
    trace = Process(emit(ir).artefacts[0].text).run(Case(ir, {**ANSWERS, "婚姻状况": "非婚生", "鉴定情况": "未做"}).data())
    assert "barred_m_certificate" in trace and "skip_m_certificate" not in trace and trace.completed
