"""decide.js and conditions.py agree on random conditions, and both with a plain reading of complete answers."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from fixture_ir import CARD, CERTIFICATE, bundle
from form.applicants import applicants, values_of

import onething.emit.web
from onething.emit.conditions import Frame, State, evaluate, simplify, walk
from onething.emit.web.decisions import decisions
from onething.emit.words import Words

NODE = shutil.which("node")
if not NODE and os.environ.get("ONETHING_REQUIRE_ALL") != "1":
    pytest.skip("node is not installed", allow_module_level=True)

IR = bundle()
DECIDE = (Path(onething.emit.web.__file__).parent / "decide.js").read_text(encoding="utf-8")
RUN = DECIDE + """
;const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(input.map(function (one) {
  const out = onething.decide(input_data(one), one.state);
  const truth = (one.conditions || []).map(out.truth);
  delete out.truth;
  return { out: out, truth: truth };
})));
function input_data(one) { return one.data || DATA; }
"""


def decide(ones: list[dict]) -> list[dict]:
    """What decide.js says for each ``{"state": …, "conditions": […]}``."""
    script = f"const DATA = {json.dumps(decisions(IR), ensure_ascii=False)};" + RUN
    done = subprocess.run([NODE, "-e", script], input=json.dumps(ones), capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def random_condition(dice: random.Random, depth: int):
    if depth and dice.random() < 0.7:
        head = dice.choice(["and", "or", "not"])
        parts = [random_condition(dice, depth - 1) for _ in range(1 if head == "not" else dice.randint(1, 3))]
        return [head, *parts]
    q, m = dice.choice(IR.questions), dice.choice(IR.matters).name
    if dice.random() < 0.1:
        return dice.random() < 0.5
    if q.cuts:
        return dice.choice([["cmp", q.name, dice.choice(["<", "<=", ">", ">="]), 6], ["taken", m]])
    return dice.choice([["is", q.name, dice.sample(values_of(q), dice.randint(1, 2))], [dice.choice(["taken", "chosen", "done", "doing"]), m]])


def state_of(a, drop=()):
    answers = {k: v for k, v in a.answers.items() if k not in drop}
    return {"answers": answers, "choose": a.choice, "done": a.done, "doing": a.doing}


def python_truth(condition, state):
    return evaluate(condition, State(Frame.of(IR), state["answers"], state["choose"], state["done"], state["doing"]))


def test_complete_answers_have_one_truth_everywhere_also_after_simplifying():
    dice = random.Random(3)
    sample = applicants(IR, 60, seed=5)
    ones = [{"state": state_of(a), "conditions": [random_condition(dice, 3) for _ in range(20)]} for a in sample]
    for a, one, got in zip(sample, ones, decide(ones), strict=True):
        for condition, browser in zip(one["conditions"], got["truth"], strict=True):
            assert browser is a.holds(condition) is python_truth(condition, one["state"]), condition
            assert python_truth(simplify(condition), one["state"]) is browser, condition


def test_partial_answers_the_browser_knows_at_least_what_python_knows_and_never_otherwise():
    dice = random.Random(4)
    ones = []
    for a in applicants(IR, 40, seed=6):
        drop = dice.sample(sorted(a.answers), dice.randint(1, 3))
        ones.append({"state": state_of(a, drop), "conditions": [random_condition(dice, 2) for _ in range(20)]})
    unknown = 0
    for one, got in zip(ones, decide(ones), strict=True):
        for condition, browser in zip(one["conditions"], got["truth"], strict=True):
            python = python_truth(condition, one["state"])
            assert python is None or python is browser, condition
            unknown += browser is None
    assert unknown


def test_what_holds_in_every_completion_is_stated_though_no_answer_is_there():
    married = ["is", "婚姻状况", ["婚内"]]
    either = ["or", married, ["is", "婚姻状况", ["非婚生"]]]
    assert decide([{"state": {}, "conditions": [married, either]}])[0]["truth"] == [None, True]


def test_answers_to_closed_questions_do_not_count():
    got = decide([{"state": {"answers": {"婚姻状况": "婚内", "鉴定情况": "未做"}}, "conditions": [["is", "鉴定情况", ["未做"]]]}])[0]
    assert got["out"]["dropped"] == ["鉴定情况"] and got["truth"] == [False]
    state = State(Frame.of(IR), {"婚姻状况": "婚内", "鉴定情况": "未做"})
    assert state.dropped() == ["鉴定情况"] and evaluate(["is", "鉴定情况", ["未做"]], state) is False


def test_outcomes_agree_with_a_plain_reading():
    sample = applicants(IR, 80, seed=7)
    for a, got in zip(sample, decide([{"state": state_of(a)} for a in sample]), strict=True):
        out = got["out"]
        assert set(out["taken"]) == a.taken and out["blocked"] is a.stopped
        assert [f for f, o in out["fields"].items() if o["visible"]] == a.visible
        assert [f for f, o in out["fields"].items() if o["visible"] and o["required"]] == a.required
        by_hand = {m.name for m in IR.materials if a.holds(m.hand_in)}
        assert {m["name"] for m in out["materials"] if m["how"] == "自备"} == by_hand
        assert all(m["how"] != "视结果" for m in out["materials"])


BASE = {"父母户籍": "双方本省", "婚姻状况": "婚内", "出生证": "未领取", "母亲参保": "否", "新生儿的月龄": 1}


def test_time_is_the_longest_path_in_its_own_units():
    states = [
        {"answers": BASE, "choose": [CARD]},
        {"answers": BASE | {"母亲参保": "是"}, "choose": [CARD]},
        {"answers": BASE | {"出生证": "已领取"}},
        {"answers": BASE, "choose": ["预防接种证办理"]},
        {"answers": {k: v for k, v in BASE.items() if k != "母亲参保"}},
        {"answers": BASE, "done": [CERTIFICATE, "出生登记"]},
    ]
    texts = [got["out"]["time"]["text"] for got in decide([{"state": s} for s in states])]
    assert texts == [
        "5个工作日", "20个自然日", "2个工作日", "至少 3个工作日（未载明：预防接种证办理）", "3个工作日 至 20个自然日", "即办",
    ]  # fmt: skip


def test_a_clock_that_starts_at_an_acceptance_counts_from_there():
    data = decisions(IR)
    data["edges"] = [{"before": CERTIFICATE, "after": "出生登记", "when": True, "kind": "起算", "holds": "受理", "what": "受理", "reason": ""}]
    got = decide([{"state": {"answers": BASE}, "data": data}])[0]["out"]["time"]
    assert got["text"] == "2个工作日" and got["waves"] == [["出生医学证明签发", "出生登记", "城乡居民基本医疗保险参保登记"]]


def test_alternatives_of_which_one_is_enough_stand_together():
    got = decide([{"state": {"answers": BASE | {"婚姻状况": "非婚生", "鉴定情况": "已做"}}}])[0]["out"]
    assert got["groups"] == [["亲子鉴定意见书", "非婚生育说明"]]


def test_an_alternative_that_asks_nothing_makes_the_others_vanish():
    data = decisions(IR)
    report = next(m for m in data["materials"] if m["name"] == "亲子鉴定意见书")
    report["hand_in"], report["needs"][0]["how"] = False, "数据共享"
    next(m for m in data["materials"] if m["name"] == "非婚生育说明")["hand_in"] = False
    got = decide([{"state": {"answers": BASE | {"婚姻状况": "非婚生", "鉴定情况": "已做"}}, "data": data}])[0]["out"]
    assert {m["name"]: m["how"] for m in got["materials"] if m["group"]} == {"亲子鉴定意见书": "数据共享"}


def test_conditions_read_like_an_official_would_write_them():
    words = Words(IR)
    unclaimed, months = ["is", "出生证", ["未领取"]], ["cmp", "新生儿的月龄", ">=", 6]
    asked = ["and", ["taken", "出生登记"], ["not", ["doing", "出生登记"]]]
    assert words.of(["and", unclaimed, months]) == "出生证 为 未领取 且 新生儿的月龄 不低于 6个月"
    assert words.of(["or", ["not", months], ["and", unclaimed, ["chosen", CARD]]]) == (
        "新生儿的月龄 不满 6个月 或 （出生证 为 未领取 且 选办 社会保障卡申领）"
    )
    assert words.of(["not", ["is", "父母户籍", ["双方本省", "一方本省"]]]) == "父母户籍 不属于（双方本省、一方本省）"
    assert words.when(asked, "填写") == "当 办理 出生登记 时填写"
    assert words.when(["or", asked, ["taken", CARD]], "填写") == "当 办理 出生登记 或 社会保障卡申领 时填写"
    assert words.when(True, "填写") == ""


def test_walk_gives_every_part():
    parts = list(walk(["and", ["not", ["done", "a"]], True]))
    assert parts == [["and", ["not", ["done", "a"]], True], ["not", ["done", "a"]], ["done", "a"], True]
