"""Applicants for tests: states drawn from a seed, walked through the page, and judged by the conditions."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

from onething.emit.conditions import Frame, State, evaluate
from onething.emit.web.decisions import options_of
from onething.plan.ir import BundleIR, Question

Answers = dict[str, Any]


def values(q: Question) -> list[Any]:
    """Answers on every side of what the question is compared with."""
    if options_of(q):
        return list(options_of(q))
    around = [c + d for c in q.cuts for d in (-1, 0, 1) if c + d >= 0]
    return sorted(set(around)) or [1.0]


def draw(ir: BundleIR, seed: int, skip: float = 0.0) -> dict[str, Any]:
    """An applicant: answers to questions (some left out), choices, finished matters, matters in progress."""
    chance = random.Random(seed)
    answers: Answers = {}
    for q in ir.questions:
        if chance.random() >= skip:
            answers[q.name] = chance.choice(values(q))
    optional = [m.name for m in ir.matters if m.participation == "选办"]
    names = [m.name for m in ir.matters]
    done = [n for n in names if chance.random() < 0.15]
    doing = [n for n in names if n not in done and chance.random() < 0.15]
    return {"answers": answers, "choose": [n for n in optional if chance.random() < 0.6], "done": done, "doing": doing}


def completions(ir: BundleIR, answers: Answers) -> Iterator[Answers]:
    missing = [q for q in ir.questions if q.name not in answers]
    for picked in itertools.product(*map(values, missing)):
        yield answers | {q.name: v for q, v in zip(missing, picked, strict=True)}


def judged(ir: BundleIR, who: dict[str, Any]) -> dict[str, Any]:
    """What the conditions say, over every completion of the answers: what is certain, and what may be."""
    frame = Frame.of(ir)
    states = [State(frame, a, who["choose"], who["done"], who["doing"]) for a in completions(ir, who["answers"])]

    def certain(condition: Any) -> bool | None:
        truths = {evaluate(condition, s) for s in states}
        return truths.pop() if len(truths) == 1 else None

    lines = {m.id: (certain(m.hand_in), certain(m.later), certain(m.offered)) for m in ir.materials}
    return {
        "blocked": any(g.kind != "提示" and not g.matter and certain(g.when) for g in ir.gates),
        "taken": [m.name for m in ir.matters if certain(["taken", m.name])],
        "bring": sorted(i for i, (hand, _, _) in lines.items() if hand),
        "later": sorted(i for i, (hand, later, _) in lines.items() if later and not hand),
        "offered": sorted(i for i, (hand, later, offer) in lines.items() if offer and not later and not hand),
        "groups": {
            g: sorted(m.id for m in ir.materials if m.group == g and lines[m.id][0])
            for g in {m.group for m in ir.materials if m.group}
        },
    }


def walk(page: Any, ir: BundleIR, who: dict[str, Any]) -> dict[str, Any]:
    """Answers the page as the applicant would, and reads the list it shows."""
    by_id = {q.id: q for q in ir.questions}
    while form := page.query_selector("#asking form"):
        q = by_id[form.get_attribute("data-question")]
        if q.name not in who["answers"]:
            form.query_selector(".skip-it").click()
            continue
        _answer(form, q, who["answers"][q.name])
        form.query_selector("#next").click()
    for m in ir.matters:
        box, status = page.query_selector(f"#choose-{m.id}"), page.query_selector(f"#status-{m.id}")
        if box:
            box.set_checked(m.name in who["choose"])
        if status:
            status.select_option("done" if m.name in who["done"] else "doing" if m.name in who["doing"] else "")
    for q in ir.questions:
        if not q.ask and q.name in who["answers"] and page.query_selector(f"#asking [id^=answer-{q.id}]"):
            _answer(page.query_selector("#asking"), q, who["answers"][q.name])
    page.click("#show-list")
    read = "(s) => [...document.querySelectorAll('#my-' + s + ' [data-material]')].map(e => e.dataset.material).sort()"
    return {
        **{s: page.evaluate(read, s) for s in ("bring", "later", "offered", "pending", "spared")},
        "oneof": page.evaluate(
            "() => [...document.querySelectorAll('.oneof')]"
            ".map(g => [...g.querySelectorAll('[data-material]')].map(e => e.dataset.material).sort())"
        ),
        "matters": page.evaluate("() => [...document.querySelectorAll('#result [data-matter]')].map(e => e.dataset.matter)"),
        "gates": page.evaluate("() => [...document.querySelectorAll('#result [data-gate]')].map(e => e.dataset.gate)"),
    }


def _answer(form: Any, q: Question, value: Any) -> None:
    if options_of(q):
        form.query_selector(f"#answer-{q.id}-{options_of(q).index(value)}").check()
    else:
        form.query_selector(f"#answer-{q.id}").fill(f"{value:g}")
