"""What the outputs are held to: every shipped bundle and some random sound ones, with applicants and their outcomes.

``ONETHING_FULL=1`` takes every applicant (situation × choice × finished × in progress), else: all of them where they
are few, a covering set where it is not too long (every kind of situation × {nothing, everything, each single choice}
× {nothing, each single matter finished or in progress}, and a seeded sample), or a seeded sample of that.
"""

from __future__ import annotations

import os
import random
from functools import cache

from applicants import Applicant, covering_of, everybody, number_of, optional, sampled
from bundle_maker import make
from compiling import Compiled, compile_text, ir_of, shipped

from onething.logic.expression import plain
from onething.model.outcome import Outcome
from onething.plan.ir import BundleIR
from onething.workspace.build import published

FULL = os.environ.get("ONETHING_FULL") == "1"
RANDOM = 24  # sound random bundles


# What random bundles seldom have: a result that comes late and holds an end, clocks that start in each other, and a
# choice that is settled by what is handed in anyway.
LATE = """\
部门 甲局
数据元 姓名
证照 许可证
证照 批准书
证照 合同
证照 申请书
一件事 迟来：
    代码：late
    牵头部门：甲局
    渠道：移动端
角色 人（申请人）
事项 发证：
    办理部门：甲局
    参与：选办
    承诺时限：9个工作日
    产出：许可证
事项 用证：
    办理部门：甲局
    承诺时限：2个工作日（自 再用 办结 起）
    材料：
        许可证（容缺 5个工作日内补）
        合同 或 申请书
    产出：批准书
事项 再用：
    办理部门：甲局
    承诺时限：1个工作日
    材料：批准书
    字段：姓名
事项 另办：
    办理部门：甲局
    参与：选办
    材料：合同
    承诺时限：3个自然日（自 用证 受理 起）
"""


@cache
def random_bundles() -> dict[str, Compiled]:
    found: dict[str, Compiled] = {"special:late": compile_text(LATE)}
    assert found["special:late"].sound, [f.message() for f in found["special:late"].findings]
    seed = 1000
    while len(found) <= RANDOM:
        one = compile_text(make(seed))
        if one.sound and len(one.bundle.matters) > 2:
            one.name = f"random:{seed}"
            found[one.name] = one
        seed += 1
    return found


def subject(key: str) -> Compiled:
    return shipped()[key] if key in shipped() else random_bundles()[key]


@cache
def ir(key: str) -> BundleIR:
    return ir_of(key) if key in shipped() else published(random_bundles()[key].analysis)


def people(key: str, limit: int) -> tuple[str, list[Applicant]]:
    """A name for the set, and the applicants."""
    one = subject(key)
    if FULL or number_of(one.bundle) <= limit:
        return "all", list(everybody(one.bundle))
    kinds = [dict(one.analysis.space.situation(i)) for i in _bits(one.analysis.space.valid)]
    cover = list(covering_of(one.bundle, kinds))
    rest = list(sampled(one.bundle, limit // 4, 7))
    if len(cover) + len(rest) <= limit or limit >= 10_000:  # the whole covering set where everybody was asked for
        return "covering", cover + rest
    return "sample", random.Random(7).sample(cover, limit - len(rest)) + rest


def _bits(number: int):
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


@cache
def cases(key: str, limit: int) -> list[tuple[Applicant, Outcome]]:
    one = subject(key)
    for_all = people(key, limit)[1]
    return [(who, one.outcome(_complete(one, who), *who[1:])) for who in for_all]


def _complete(one: Compiled, who: Applicant) -> dict:
    """Questions that no condition looks at have no place in a kind of situation: any answer does."""
    from applicants import values

    rest = {q: v[0] for q, v in values(one.bundle).items() if q not in who.answers}
    return rest | who.answers


def keys(limit: int, of_random: int) -> list:
    """Parameters of a test: (key, limit), with the kind of set in the id."""
    import pytest

    made = []
    for kind, names, size in (("shipped", shipped(), limit), ("random", random_bundles(), of_random)):
        made += [pytest.param(key, size, id=f"{key}-{people(key, size)[0]}") for key in names]
    return made


def json_answers(outcome: Outcome) -> dict:
    return {q: a if isinstance(a, str) else plain(a) for q, a in outcome.answers.items()}


def names(key: str) -> dict[str, dict]:
    """Thing of a field, or (thing, group) of a line → its published name, or id."""
    one, published_form = subject(key), ir(key)
    decisions = one.analysis.decisions
    return {
        "field": {f.thing: p.name for f, p in zip(decisions.fields, published_form.fields, strict=True)},
        "line": {(line.thing, line.group): p.id for line, p in zip(decisions.lines, published_form.materials, strict=True)},
    }


__all__ = ["cases", "ir", "json_answers", "keys", "names", "optional", "subject"]
