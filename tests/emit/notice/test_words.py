"""Conditions in a citizen's words: short, and true for the same applicants."""

from __future__ import annotations

import random
from typing import Any

import pytest
from fixture_ir import QUESTIONS, bundle

from onething.emit.conditions import Frame, State, evaluate
from onething.emit.notice.fresh import Fresh
from onething.emit.notice.phrases import Phrases, close_up
from onething.emit.notice.tidy import Tidy
from onething.plan.ir import BundleIR

from .applicants import draw, values


def random_condition(ir: BundleIR, chance: random.Random, depth: int = 3) -> Any:
    if depth == 0 or chance.random() < 0.25:
        q = chance.choice(ir.questions)
        kind = chance.random()
        if kind < 0.15:
            return [chance.choice(["taken", "done", "doing", "chosen"]), chance.choice(ir.matters).name]
        if q.cuts:
            return ["cmp", q.name, chance.choice(["<", "<=", ">", ">="]), chance.choice([3, 6, 12])]
        return ["is", q.name, chance.sample(values(q), chance.randint(1, len(values(q))))]
    head = chance.choice(["and", "or", "not"])
    count = 1 if head == "not" else chance.randint(2, 3)
    return [head, *(random_condition(ir, chance, depth - 1) for _ in range(count))]


@pytest.mark.parametrize("seed", range(300))
def test_a_tidied_condition_is_true_for_the_same_applicants(seed: int) -> None:
    ir, chance = bundle(), random.Random(seed)
    condition = random_condition(ir, chance)
    tidied, fresh = Tidy(ir).of(condition), Fresh(ir).of(condition)
    for n in range(30):
        who = draw(ir, seed * 100 + n)
        state = State(Frame.of(ir), who["answers"], who["choose"], who["done"], who["doing"])
        assert evaluate(tidied, state) == evaluate(condition, state)
        beginner = State(Frame.of(ir), who["answers"], who["choose"])
        assert evaluate(fresh, beginner) == evaluate(condition, beginner)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (True, ""),
        (["is", "婚姻状况", ["婚内", "非婚生"]], ""),
        (["not", ["is", "出生证", ["未领取"]]], "出生证为“已领取”"),
        (["and", ["is", "父母户籍", ["双方本省"]], ["not", ["and", ["is", "父母户籍", ["双方本省"]],
         ["is", "父母户籍", ["一方本省", "均非本省"]]]]], "父母户籍为“双方本省”"),
        (["and", ["is", "出生证", ["已领取"]], ["is", "出生证", ["未领取"]]], "不适用"),
        (["not", ["or", ["cmp", "新生儿的月龄", "<", 6], ["and", ["cmp", "新生儿的月龄", ">=", 6], ["is", "出生证", ["已领取"]]]]],
         "新生儿的月龄不低于6个月，且出生证为“未领取”"),
        (["taken", "出生登记"], ""),
        (["taken", "社会保障卡申领"], "办理“社会保障卡申领”"),
        (["taken", "出生医学证明签发"], "出生证为“未领取”"),
    ],
)  # fmt: skip
def test_conditions_read_like_a_notice(condition: Any, words: str) -> None:
    ir = bundle()
    assert Phrases(ir).of(Fresh(ir).of(condition)) == words


def test_a_question_that_is_not_always_asked_keeps_its_negation() -> None:
    ir = bundle()
    assert next(q for q in QUESTIONS if q["name"] == "鉴定情况")["open"] is not True
    assert Phrases(ir).of(Fresh(ir).of(["not", ["is", "鉴定情况", ["已做"]]])) == "鉴定情况不为“已做”"


def test_words_close_up_only_between_chinese_characters() -> None:
    assert close_up("2个工作日（自 出生登记 办结 起）") == "2个工作日（自出生登记办结起）"
    assert close_up("Hello world 12 个") == "Hello world 12 个"


@pytest.mark.parametrize("seed", range(200))
def test_what_is_said_beside_a_fact_means_the_same_with_it(seed: int) -> None:
    ir, chance = bundle(), random.Random(seed)
    tidy = Tidy(ir)
    fact, condition = tidy.of(random_condition(ir, chance, 2)), tidy.of(random_condition(ir, chance))
    rest = tidy.beside(condition, fact)
    for n in range(30):
        who = draw(ir, seed * 100 + n)
        state = State(Frame.of(ir), who["answers"], who["choose"], who["done"], who["doing"])
        assert evaluate(["and", fact, rest], state) == evaluate(["and", fact, condition], state)
