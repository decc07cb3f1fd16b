"""Rules that speak of everybody, whatever is chosen and finished before, against plain enumeration of all of it."""

from __future__ import annotations

from functools import cache
from itertools import chain, combinations

import pytest
from bundle_maker import make
from check.finding import codes, mended
from compiling import Compiled, compile_text

from onething.check.graph import circle_once_finished
from onething.check.pages import page_of
from onething.check.situations.unreachable_matter import unreachable_matter

SEEDS = [(seed, circles) for seed in range(150) for circles in (False, True)]


def subsets(names) -> list[frozenset[str]]:
    names = list(names)
    return [frozenset(s) for s in chain.from_iterable(combinations(names, n) for n in range(len(names) + 1))]


@cache
def compiled(seed: int, circles: bool) -> Compiled | None:
    """A bundle of at most four matters (then all subsets of them are looked at); None if it is larger."""
    made = compile_text(make(seed, circles))
    return made if made.analysis and len(made.bundle.matters) <= 4 else None


def said(made: Compiled, code: str, value: str) -> set[str]:
    return {dict(f.values)[value] for f in made.findings if f.code == code}


def everybody(made: Compiled, choice=None):
    """Each kind of applicant with each set of finished matters: what was finished, and what happens."""
    choice = made.bundle.matters if choice is None else choice
    for cell in made.analysis.cells:
        for finished in subsets(made.bundle.matters):
            yield finished, made.outcome(cell.answers, choice, finished)


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_circles(seed, circles):
    made = compiled(seed, circles)
    if made is None:
        return
    met = {bool(finished) for finished, o in everybody(made) if o.circle}
    assert ("OT2103" in {f.code for f in made.findings}) == (False in met)
    assert ("OT2105" in {f.code for f in made.findings}) == (met == {True})
    for f in made.findings:
        if f.code == "OT2105":
            finished = dict(f.values)["finished"].split("、")
            assert any(made.outcome(c.answers, made.bundle.matters, finished).circle for c in made.analysis.cells)


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_matters_that_nobody_reaches(seed, circles):
    made = compiled(seed, circles)
    if made is None:
        return
    reached = {m for _, o in everybody(made) for m in o.taken}
    found = {dict(f.values)["matter"] for f in unreachable_matter(made.analysis)}
    assert found == set(made.bundle.matters) - reached


@pytest.mark.parametrize(("seed", "circles"), SEEDS)
def test_matters_that_one_chooses_in_vain(seed, circles):
    made = compiled(seed, circles)
    if made is None:
        return
    rows = [(made.outcome(c.answers, made.bundle.matters), made.outcome(c.answers)) for c in made.analysis.cells]
    vain = {
        m.name for m in made.bundle.matters.values()
        if m.participation == "选办" and any(m.name in a.taken for a, _ in rows)
        and all((m.name in a.taken) == (m.name in b.taken) for a, b in rows)
    }  # fmt: skip
    assert said(made, "OT2218", "matter") == vain


def plain(outcome) -> tuple:
    brought = [(line.thing, line.how, line.copies) for line in outcome.lines]
    return outcome.taken, list(outcome.refused), outcome.wave, brought, [f.thing for f in outcome.fields], outcome.limit.time


@pytest.mark.parametrize("seed", range(60))
def test_without_an_implied_prerequisite_everything_is_the_same(seed):
    name = {0: "", 1: " 当 问0 为 一"}[seed % 2]
    text = make(seed).split("情形 问0")[0] + f"""情形 问0 “问？”：一、二
事项 先：
    办理部门：甲局
    {'适用：问0 为 一' if seed % 3 else '形式：审批'}
    承诺时限：{seed % 5}个工作日
    产出：许可甲{name if seed % 5 else ''}
事项 后：
    办理部门：乙局
    参与：{'选办' if seed % 7 else '必办'}
    材料：许可甲{name}
    前置：先{' 当 问0 为 一' if seed % 4 else ''}
"""
    made = compile_text(text)
    found = [f for f in made.findings if f.code == "OT2107"]
    for f in found:
        without = compile_text(mended(f))
        for cell in made.analysis.cells:
            for finished in subsets(made.bundle.matters):
                for choice in ((), ("后",)):
                    assert plain(made.outcome(cell.answers, choice, finished)) == plain(without.outcome(cell.answers, choice, finished))


# --- one mistake, one finding; and broken files end ----------------------------------------------

FROM_ABSENCE = (
    "OT2107", "OT2108", "OT2214", "OT2215", "OT2217", "OT2218", "OT2219", "OT2220", "OT2404", "OT2405", "OT2406",
    "OT2804", "OT2805", "OT2806", "OT2807",
)  # fmt: skip


@pytest.mark.parametrize("code", FROM_ABSENCE)
def test_nothing_is_concluded_from_what_could_not_be_read(code):
    shown = page_of(code).read_text(encoding="utf-8").split("## 反例")[1].split("```")[1].removeprefix("onething\n")
    assert code in codes(shown)
    assert code not in codes(shown + "\n事物 核名：\n    办理部门：公安部门\n")


def test_of_a_knot_of_opposite_orders_not_every_circle_is_looked_at(monkeypatch):
    looked = []
    monkeypatch.setattr(circle_once_finished, "CIRCLES", 5)
    monkeypatch.setattr(circle_once_finished, "met", lambda *given: looked.append(given))
    names = "甲乙丙丁戊"
    body = "情形 向 “哪边？”：左、右\n" + "".join(
        f"事项 {m}：\n    办理部门：甲局\n    前置：\n" + "".join(f"        {o} 当 向 为 {'左' if o < m else '右'}\n" for o in names if o != m)
        for m in names
    )
    made = compile_text(make(0).split("情形 ")[0] + body)
    assert "OT2102" in {f.code for f in made.findings} and len(looked) % 5 == 0 and len(looked) <= 10
