"""Decisions as conditions over answers alone: with everything chosen, with these finished, and at most."""

from __future__ import annotations

import pytest
from applicants import everybody, number_of, sampled, situations
from bundle_maker import make
from compiling import Truth, compile_text
from semantics.small import bundle

from onething.logic.expression import And, Is, Not, Or, State, both, either, holds
from onething.plan.decisions import at_most, everything_chosen, settled

ANSWER = Is("甲", frozenset("一"))
CHOSEN, DONE, DOING, TAKEN = (State(what, "登记") for what in ("chosen", "done", "doing", "taken"))
TAKING = {"登记": both(CHOSEN, Not(DONE), ANSWER)}


def decided(seed: int):
    one = compile_text(make(seed, circles=seed % 4 == 0), checked=False)
    made = one.analysis.decisions
    told = [*made.taken.values(), *made.refused.values(), *(e.when for e in made.edges), *(line.hand_in for line in made.lines)]
    return one, made, list(dict.fromkeys(told))


@pytest.mark.parametrize("seed", range(12))
def test_with_everything_or_nothing_chosen_and_some_finished_they_are_what_that_applicant_gets(seed):
    one, made, told = decided(seed)
    names = frozenset(one.bundle.matters)
    for answers in situations(one.bundle)[:12]:
        for chosen in (True, False):
            for done in (frozenset(), *map(frozenset, ([n] for n in names))):
                truth = Truth(made, answers, names if chosen else (), done)
                for condition in told:
                    assert holds(settled(condition, made.taken, chosen, done, {}), answers) == truth(condition), condition
        truth = Truth(made, answers, names)
        memo: dict = {}
        for condition in told:
            assert holds(everything_chosen(condition, made.taken), answers) == truth(condition)
            assert everything_chosen(condition, made.taken, memo) == everything_chosen(condition, made.taken)


@pytest.mark.parametrize("seed", range(12))
def test_at_most_misses_nobody(seed):
    one, made, told = decided(seed)
    memo: dict = {}
    read = {condition: at_most(condition, made.taken, memo) for condition in told}
    for who in everybody(one.bundle) if number_of(one.bundle) <= 150 else sampled(one.bundle, 150, seed):
        truth = Truth(made, *who)
        for condition in told:
            assert holds(read[condition], who.answers) or not truth(condition), (condition, who)


def test_with_everything_chosen_nothing_is_finished_or_in_progress():
    assert [everything_chosen(s, TAKING) for s in (CHOSEN, DONE, DOING, TAKEN)] == [True, False, False, ANSWER]
    assert everything_chosen(Or((Not(ANSWER), DONE)), TAKING) == Not(ANSWER)


def test_with_nothing_chosen_only_what_is_finished_is_known():
    elsewhere = State("done", "年检")
    read = [settled(s, TAKING, False, frozenset(["登记"]), {}) for s in (CHOSEN, DONE, elsewhere, DOING, TAKEN)]
    assert read == [False, True, False, False, False]


def test_at_most_reads_each_mention_of_a_matter_in_favour_of_the_whole():
    assert [at_most(s, TAKING) for s in (CHOSEN, DONE, DOING)] == [True, True, True]
    assert [at_most(Not(s), TAKING) for s in (CHOSEN, DONE, DOING)] == [True, True, True]
    assert at_most(TAKEN, TAKING) == ANSWER and at_most(Not(TAKEN), TAKING) is True
    assert at_most(And((TAKEN, Not(CHOSEN))), TAKING) == ANSWER
    assert at_most(Or((ANSWER, Not(And((CHOSEN, ANSWER))))), TAKING) is True
    assert at_most(Not(either(Not(ANSWER), DONE)), TAKING) == ANSWER
    assert at_most(False, TAKING) is False


def test_a_hint_beside_a_refusal_does_not_hide_it():
    one = bundle("情形 甲 “？”：一、二\n事项 登记：\n    提示 当 甲 为 二：“带伞。”\n    不予受理 当 甲 为 一：“不。”\n")
    assert one.analysis.decisions.refused == {"登记": Is("甲", frozenset("一"))}


def test_matters_that_call_for_each_other_are_refused_only_for_a_reason_outside_their_circle():
    one = bundle("情形 问 “？”：一、二\n事项 甲：\n    前置：乙\n    不予受理 当 问 为 一：“不。”\n事项 乙：\n    前置：甲\n")
    decisions = one.analysis.decisions
    for answer, refused in (("一", {"甲", "乙"}), ("二", set())):
        truth = Truth(decisions, {"问": answer})
        assert {m for m, e in decisions.refused.items() if truth(e)} == refused == set(one.outcome({"问": answer}).refused)


OPTIONAL = {
    "a circle of optional matters": "事项 {}：\n    参与：选办\n    前置：乙\n事项 乙：\n    参与：选办\n    适用：问 为 一\n    前置：丙\n事项 丙：\n    参与：选办\n    前置：甲\n",
    "several that bring a state about": "事项 {}：\n    参与：选办\n    产出：账户 变为 开立\n事项 乙：\n    参与：选办\n    产出：账户 变为 开立 当 问 为 一\n"
    "事项 丙：\n    参与：选办\n    前置：账户 为 开立\n",
    "a state wanted in one situation": "事项 {}：\n    参与：选办\n    产出：账户 变为 开立\n事项 丙：\n    前置：账户 为 开立 当 问 为 一\n",
}


@pytest.mark.parametrize("case", OPTIONAL)
def test_whoever_is_chosen_finished_or_begun_pulls_in_the_same_matters_as_by_the_reference(case):
    one = bundle("情形 问 “？”：一、二\n" + OPTIONAL[case].format("甲"))
    for who in everybody(one.bundle):
        truth = Truth(one.analysis.decisions, *who)
        assert {m for m, taken in truth.taken.items() if taken} == set(one.outcome(*who).taken), who


def test_one_refused_matter_among_what_a_matter_waits_for_is_enough():
    one = bundle("事项 前：\n    不予受理 当 问 为 一：“不。”\n事项 另\n事项 后：\n    前置：另、前\n情形 问 “？”：一、二\n")
    assert one.analysis.decisions.refused["后"] == both(Not(State("done", "前")), Is("问", frozenset("一")))


CLOCKS = """
情形 问 “？”：一、二、三
事项 先
事项 也先
事项 后：
    承诺时限：
        当 问 为 一：1个工作日（自 先 办结 起）
        当 问 为 二：2个工作日
        其余：未载明
    法定时限：9个工作日（自 也先 受理 起）
"""


def test_the_clock_of_the_law_runs_only_where_nothing_is_promised():
    one = bundle(CLOCKS)
    for answer, since in (("一", {"先"}), ("二", set()), ("三", {"也先"})):
        truth = Truth(one.analysis.decisions, {"问": answer})
        assert {e.before for e in one.analysis.decisions.edges if truth(e.when)} == since == {e.before for e in one.outcome({"问": answer}).edges}
