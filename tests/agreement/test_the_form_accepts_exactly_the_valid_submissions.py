"""form.schema.json against submissions built from the reference outcome, and against seeded mutations of them."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from functools import cache

import pytest
from agreement.subjects import cases, ir, json_answers, keys, names, optional, subject
from jsonschema import Draft202012Validator

from onething.emit.form import emit
from onething.logic.expression import holds

LIMIT, RANDOM = 500, 40
VALUES = {
    "文字": "某处", "姓名": "王小明", "身份证号": "11010519491231002X", "手机号": "13800000000",
    "统一社会信用代码": "91350100M000100Y43", "日期": "2024-02-29", "整数": 3, "金额": 8200.5, "面积": 90,
}  # fmt: skip


@cache
def valid(key: str):
    schema = json.loads(next(a.text for a in emit(ir(key)).artefacts if a.path == "form.schema.json"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema).is_valid


@cache
def fields(key: str) -> dict:
    return {f.name: f for f in ir(key).fields}


def value(key: str, name: str):
    field = fields(key)[name]
    return field.options[0] if field.type == "选项" else VALUES[field.type]


def submission(key: str, who, right, only_required: bool = False) -> dict:
    name_of = names(key)["field"]
    filled = [f for f in right.fields if f.required or not only_required]
    return {
        "情形": json_answers(right), "选办": sorted(who.choose), "已办": sorted(who.done), "在办": sorted(who.doing),
        "填写": {name_of[f.thing]: value(key, name_of[f.thing]) for f in filled},
    }  # fmt: skip


def acceptable(key: str, who, right) -> bool:
    """A choice is among the optional matters that apply; no gate of the bundle holds; a menu is not left empty."""
    bundle = subject(key).bundle
    offered = {m for m in optional(bundle) if holds(bundle.matters[m].applies, right.answers)}
    return who.choose <= offered and not right.blocked and (bool(right.taken) or not bundle.at_least_one)


def mutations(key: str, who, right, dice: random.Random):
    """One of each kind that the submission allows, with its name."""
    whole, bundle = submission(key, who, right), subject(key).bundle

    def changed(part: str, name: str, new):
        s = deepcopy(whole)
        if new is None:
            del s[part][name]
        else:
            s[part][name] = new
        return s

    name_of = names(key)["field"]
    required = [name_of[f.thing] for f in right.fields if f.required]
    hidden = sorted(set(fields(key)) - set(whole["填写"]))
    closed = [q for q in bundle.questions if q not in right.answers]
    if required:
        yield "required field missing", changed("填写", dice.choice(required), None)
    if hidden:
        name = dice.choice(hidden)
        yield "field that is not asked", changed("填写", name, value(key, name))
    yield "field unknown", changed("填写", "别的", "甲")
    if whole["填写"]:
        yield "value of a wrong type", changed("填写", dice.choice(sorted(whole["填写"])), {})
    if right.answers:
        yield "open question unanswered", changed("情形", dice.choice(sorted(right.answers)), None)
        yield "option that there is not", changed("情形", dice.choice(sorted(right.answers)), "没有这一项")
    if closed:
        q = bundle.questions[dice.choice(closed)]
        yield "closed question answered", changed("情形", q.name, q.options[0] if q.options else 1)
    fixed = [m for m in bundle.matters if m not in optional(bundle)]
    if fixed:
        yield "choice of what is no choice", whole | {"选办": [*whole["选办"], dice.choice(fixed)]}
    m = dice.choice(list(bundle.matters))
    yield "finished and in progress", whole | {"已办": sorted({*who.done, m}), "在办": sorted({*who.doing, m})}
    yield "twice in a list", whole | {"已办": [m, m], "在办": sorted(who.doing - {m})}
    yield "part unknown", whole | {"另外": {}}
    yield "part missing", {k: v for k, v in whole.items() if k != "填写"}


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT, RANDOM))
def test_it_accepts_the_complete_submission_of_everybody_whom_the_bundle_accepts_and_of_nobody_else(key, limit):
    for n, (who, right) in enumerate(cases(key, limit)):
        assert valid(key)(submission(key, who, right)) is acceptable(key, who, right), who
        if n % 3 == 0:
            assert valid(key)(submission(key, who, right, only_required=True)) is acceptable(key, who, right), who


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT // 5, RANDOM // 4))
def test_it_refuses_every_mutation(key, limit):
    dice = random.Random(5)
    seen = set()
    for who, right in cases(key, limit):
        if acceptable(key, who, right):
            for what, wrong in mutations(key, who, right, dice):
                seen.add(what)
                assert not valid(key)(wrong), (what, who)
    assert not seen or {"field unknown", "part missing"} <= seen


@pytest.mark.parametrize(("key", "limit"), keys(LIMIT // 5, RANDOM // 4))
def test_changing_one_answer_leaves_a_valid_form_only_where_the_reference_says_so(key, limit):
    """The same fields under another answer: valid exactly when the outcome there asks for these fields."""
    from applicants import values

    dice, offered = random.Random(6), values(subject(key).bundle)
    for who, right in cases(key, limit):
        if not right.answers:
            continue
        question = dice.choice(sorted(right.answers))
        other = dice.choice(offered[question])
        answers = right.answers | {question: other}
        there = subject(key).outcome(answers, *who[1:])
        s = submission(key, who, right) | {"情形": {q: a if isinstance(a, str) else float(a) for q, a in answers.items()}}
        shown = {names(key)["field"][f.thing]: f.required for f in there.fields}
        complete = there.answers.keys() == answers.keys() and not there.unanswered
        fits = set(s["填写"]) <= set(shown) and {n for n, needed in shown.items() if needed} <= set(s["填写"])
        assert valid(key)(s) is (complete and fits and acceptable(key, who, there)), (who, question, other)
