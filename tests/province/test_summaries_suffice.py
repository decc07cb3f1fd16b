"""Coverage from summaries is coverage: what random provinces were made of is what is found, in whatever order, and
through JSON. The expectation is computed from what was drawn, with nothing of the code under test."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from onething.province.coverage import coverage
from onething.province.summary import Summary

from .workspaces import opened, summaries

CITIES = {"东市": ("东一县", "东二县"), "西市": ("西一县",)}
CHOICES = ("没有", "照办", "取消", "改名", "自己写", "自己写少一项", "旧版本")
OWN = "    代码：{code}\n    地区：{place}\n    标准：年度一/新生儿出生{version}\n    牵头部门：公安部门\n    配合部门：医疗保障部门\n    依据：未载明\n    渠道：综合窗口\n"
MATTERS = "事项 户口登记：\n    办理部门：公安部门\n    承诺时限：1个工作日\n事项 {second}：\n    办理部门：医疗保障部门\n    承诺时限：1个工作日\n"
STATE = {"照办": "有", "取消": "部分", "改名": "改名", "自己写": "有", "自己写少一项": "部分", "旧版本": "旧版"}


def drawn(seed: int) -> dict[str, str]:
    """What each city and county does."""
    dice = random.Random(seed)
    return {place: dice.choice(CHOICES) for city, counties in CITIES.items() for place in (city, *counties)}


def text(place: str, choice: str, number: int) -> str:
    head = f"# 文件 {number}.onething\n一件事 {'喜得贵子' if choice == '改名' else '新生儿出生'}：\n"
    if choice in ("照办", "取消", "改名"):
        adopts = f"{head}    地区：{place}\n    沿用：示范省/新生儿出生\n"
        return adopts + ("取消 事项 参保登记：“医院办”\n" if choice == "取消" else "")
    own = OWN.format(code=f"newborn-{number}", place=place, version="（版本 1）" if choice == "旧版本" else "（版本 2）")
    return head + own + MATTERS.format(second="疫苗接种" if choice == "自己写少一项" else "参保登记")


def sample(choices: dict[str, str], order: list[str]) -> str:
    return "".join(text(p, choices[p], order.index(p)) for p in order if choices[p] != "没有")


def expected(choices: dict[str, str]) -> dict[str, tuple[str, str]]:
    """State, and the city that is taken over from."""
    made = {}
    for city, counties in CITIES.items():
        for place in (city, *counties):
            above = city if choices[place] == "没有" and place != city and choices[city] != "没有" else ""
            made[place] = (STATE.get(choices[above or place], "缺"), above)
    return made


@pytest.mark.parametrize("seed", range(12))
def test_what_was_made_is_what_is_found(seed: int, tmp_path: Path):
    choices = drawn(seed)
    order = list(choices)
    random.Random(seed).shuffle(order)
    workspace = opened(tmp_path, sample(choices, order))
    found = summaries(workspace)
    made = coverage(found, workspace.catalogue)
    assert {p: (c.state, c.inherited) for (p, _), c in made.cells.items() if p in choices} == expected(choices)
    again = [Summary.from_json(s.to_json()) for s in found]
    assert again == found
    random.Random(seed).shuffle(again)
    assert coverage(again, workspace.catalogue) == made


def test_the_order_of_files_changes_nothing(tmp_path: Path):
    choices = drawn(3)
    seen = []
    for number, order in enumerate((list(choices), list(choices)[::-1])):
        workspace = opened(tmp_path / str(number), sample(choices, order))
        made = coverage(summaries(workspace), workspace.catalogue)
        seen.append({k: replace(c, path="", line=0, lacks=tuple(replace(l, path="", line=0) for l in c.lacks)) for k, c in made.cells.items()})
    assert seen[0] == seen[1]


def test_several_processes_give_the_same_summaries(tmp_path: Path):
    workspace = opened(tmp_path, sample(drawn(3), list(drawn(3))))
    assert summaries(workspace, jobs=2) == summaries(workspace, jobs=1)


def test_a_summary_is_about_a_kilobyte():
    from onething.workspace import open_workspace

    real = summaries(open_workspace(Path(__file__).parents[2] / "bundles"))
    assert real and all(len(s.to_json().encode("utf-8")) < 1200 for s in real)
