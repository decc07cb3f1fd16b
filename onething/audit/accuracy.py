"""情形精准度: does the split ask only what decides something, leave no branch open, and is it tried out?"""

from __future__ import annotations

from typing import Iterator

from onething.audit.item import Item, silent
from onething.audit.measure import Degree, Measure
from onething.audit.told_apart import answers, comparisons, groups, pattern
from onething.logic.expression import holds
from onething.model.bundle import Question
from onething.model.time import number_text
from onething.plan.analysis import Analysis
from onething.semantics import open_answers


def _deciding(analysis: Analysis) -> list[Question]:
    """The questions that some condition looks at."""
    return [analysis.bundle.questions[d.question] for d in analysis.space.dimensions]


def _filled_in(analysis: Analysis) -> set[str]:
    """What the form asks for: a question of that name is its field."""
    return {use.thing.label for m in analysis.bundle.matters.values() for use in m.fields}


def useful(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    needed = {q.name for q in _deciding(analysis)} | _filled_in(analysis) | {r.anchor for r in b.reminders}
    for q in b.questions.values():
        yield Item(q.name, q.span, "" if q.name in needed else "怎样回答都一样", "删去这个情形，或写出它决定什么")


def different(analysis: Analysis) -> Iterator[Item]:
    """Options of a question that is on the form as well are content, not a split."""
    looked, filled = comparisons(analysis), _filled_in(analysis)
    for q in _deciding(analysis):
        if q.name in filled:
            continue
        for options in groups(q.options, looked[q.name]).values():
            for option in options:
                span = q.option_spans[q.options.index(option)] if q.option_spans else q.span
                lost = "" if option is options[0] else f"同“{options[0]}”没有区别"
                yield Item(f"{q.name} {option}", span, lost, "合成一个选项，或写出它们哪里不同；只为让人看明白的，留着也可以")


def branches(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    for p in b.parameters.values():
        yield Item(p.name, p.span) if p.number is not None else silent(p.name, p.span, "写出这个数")
    for m in b.matters.values():
        for word, cases in (("办理部门", m.departments), ("形式", m.forms), ("法定时限", m.legal), ("承诺时限", m.promise), ("跑动", m.visits), ("收费", m.fees)):
            for case in cases if len(cases) > 1 else ():
                name = f"{m.name}的{word}"
                yield Item(name, case.span) if case.value is not None else silent(name, case.span, "写出这种情形下的值")


def boundaries(analysis: Analysis) -> Iterator[Item]:
    b, deciding, seen = analysis.bundle, {q.name for q in _deciding(analysis)}, set()
    for c in b.comparisons:
        if c.number is None or c.question not in deciding or (c.question, c.number) in seen:
            continue
        seen.add((c.question, c.number))
        tried = any(s.answers.get(c.question) == c.number for s in b.scenarios)
        name = f"{c.question}恰好{number_text(c.number)}{b.questions[c.question].unit or '个'}"
        yield Item(name, c.span, "" if tried else "没有场景", "补一个恰好是这个数的场景")


def tried(analysis: Analysis) -> Iterator[Item]:
    b, looked = analysis.bundle, comparisons(analysis)
    for q in _deciding(analysis):
        seen = {pattern(s.answers[q.name], looked[q.name]) for s in b.scenarios if q.name in s.answers}
        for kind, same in groups(answers(analysis, q), looked[q.name]).items():
            said = same[0] if isinstance(same[0], str) else f"{number_text(same[0])}{q.unit or '个'}"
            yield Item(f"{q.name} {said}", q.span, "" if kind in seen else "没有场景", "补一个这样回答的场景")


def refusals(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    people = [open_answers(b, s.answers)[0] for s in b.scenarios]
    for gate in (*b.gates, *(g for m in b.matters.values() for g in m.gates)):
        if gate.kind != "提示":
            met = any(holds(gate.when, answers) for answers in people)
            yield Item(gate.name or gate.message, gate.span, "" if met else "没有场景", "补一个被它拦下的场景")


ACCURACY = Degree(
    "情形精准度",
    "accuracy of the split",
    (
        Measure("情形有用", useful, "情形", "回答决定什么，或者就是表上的一项", "不会未载明"),
        Measure("选项有别", different, "有用的情形的选项；同时是表上一项的不计", "同前面的选项至少有一处不同", "不会未载明"),
        Measure("分支载明", branches, "参数；分情形写的部门、形式、时限、跑动、收费，每条算一个", "写了值", "失分：分到那一条的人得不到答复"),
        Measure("边界有场景", boundaries, "条件里比较的数，每个数算一个", "有场景恰好是这个数", "失分：以上以下最容易写反"),
        Measure("回答有场景", tried, "分得开的回答，没有区别的算一个", "有场景这样回答", "失分：没有试过"),
        Measure("拦下有场景", refusals, "不予联办、不予受理", "有场景被它拦下", "失分：没有试过"),
    ),
)
