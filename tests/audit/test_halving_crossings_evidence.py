"""双减半, the five crossings, the re-engineerings that are named, and what a bundle can show for its values."""

from __future__ import annotations

from pathlib import Path

import pytest
from compiling import codes, compile_text

from onething.audit import audit
from onething.audit.halving import reached

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
ALONE = ("    产出：备案凭证（寄递）\n", "    产出：备案凭证（寄递）\n    单办：\n        时限：{}\n")


def full(*changes: tuple[str, str], said: set[str] = frozenset()):
    text = FULL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = compile_text(text, checked=False)
    assert codes(made.findings) == said, [(f.code, f.message()) for f in made.findings]
    return audit(made.analysis)


def half(what: str, *changes: tuple[str, str]):
    return next(h for h in full(*changes).halves if h.what == what)


def alone(limit: str) -> tuple[str, str]:
    return ALONE[0], ALONE[1].format(limit)


def test_materials_at_most_half_of_before_agree():
    """Before: licence, form, deed, plan, and the deed again; now the deed and the plan, for the joint form fills itself in. A check
    that the bundle invented did not exist before."""
    h = half("材料")
    assert (h.before, h.after, h.verdict, h.why) == ("5", "2", "相符", "")
    more = half("材料", ("营业执照（电子证照）", "营业执照（自备，电子）"), ("许可申请书（系统生成）", "许可申请书（自备，电子）"))
    assert (more.before, more.after, more.verdict, more.why) == ("5", "4", "不符", "多于一半")
    assert [words for words, _ in more.places] == ["营业执照", "许可申请书", "房产证明", "平面图"]


def test_half_is_still_half():
    exact = half("时限", alone("0个工作日"))
    assert (exact.before, exact.after, exact.verdict) == ("10个工作日", "5个工作日", "相符")
    less = half("时限", alone("0个工作日"), ("承诺时限：5个工作日", "承诺时限：6个工作日"))
    assert (less.verdict, [words for words, _ in less.places]) == ("不符", ["资格核验", "经营许可"])


def test_a_sum_that_is_at_least_so_much_decides_where_more_changes_nothing():
    before_open = half("时限")  # 涉税备案 has no limit of before
    assert (before_open.before, before_open.after, before_open.verdict) == ("至少10个工作日", "5个工作日", "相符")
    slower = half("时限", ("承诺时限：5个工作日", "承诺时限：6个工作日"))
    assert (slower.verdict, slower.why, [words for words, _ in slower.places]) == ("推不出", "改革前的数不全", ["涉税备案"])
    after_open = half("时限", alone("1个工作日"), ("    承诺时限：1个工作日\n", ""))
    assert (after_open.after, after_open.verdict, after_open.why) == ("至少5个工作日", "推不出", "改革后的数不全")


def test_what_nobody_states_is_not_halved():
    none = half("时限", ("    法定时限：10个工作日\n", ""))
    assert (none.before, none.verdict, none.why) == ("未载明", "推不出", "缺改革前的数")
    nothing = half("时限", ("    法定时限：10个工作日\n", "    法定时限：即办\n"), alone("即办"))
    assert (nothing.before, nothing.verdict, nothing.why) == ("即办", "推不出", "改革前就没有，无所谓减半")


@pytest.mark.parametrize(("verdicts", "whole"), [("相符 相符", "相符"), ("相符 推不出", "推不出"), ("推不出 不符", "不符")])
def test_the_goal_is_reached_if_both_are(verdicts: str, whole: str):
    halves = [h.__class__(h.what, h.before, h.after, v, "") for h, v in zip(full().halves, verdicts.split())]
    assert reached(halves) == whole


def crossing(name: str, *changes: tuple[str, str]):
    return next(j for j in full(*changes).crossings if j.name == name)


def test_which_of_the_five_are_crossed_and_by_which_lines():
    made = full()
    assert [(j.name, j.verdict) for j in made.crossings] == [
        ("跨层级", "推不出"), ("跨部门", "跨"), ("跨系统", "跨"), ("跨业务", "跨"), ("跨地域", "推不出"),
    ]  # fmt: skip
    assert [s.words for s in crossing("跨部门").shown] == ["资格核验（市场监管部门）", "经营许可（公安部门）", "涉税备案（税务部门）"]


def test_a_bundle_of_one_department_crosses_none():
    one = ("    办理部门：公安部门\n", "    办理部门：市场监管部门\n"), ("    办理部门：税务部门\n", "    办理部门：市场监管部门\n")
    assert crossing("跨部门", *one).verdict == "不跨"
    silent = crossing("跨部门", one[0], ("    办理部门：税务部门\n", ""))
    assert (silent.verdict, silent.why) == ("推不出", "办理部门未载明：涉税备案")


def test_levels_are_crossed_by_two_levels():
    levels = [(f"事项 {m}：\n", f"事项 {m}：\n    层级：{level}\n") for m, level in (("资格核验", "市级"), ("经营许可", "县级"), ("涉税备案", "市级"))]
    assert [s.words for s in crossing("跨层级", *levels).shown] == ["资格核验（市级）", "经营许可（县级）"]
    assert crossing("跨层级", levels[0], levels[2], ("事项 经营许可：\n", "事项 经营许可：\n    层级：市级\n")).verdict == "不跨"
    assert crossing("跨层级", levels[0]).why == "层级未载明：经营许可、涉税备案"


def test_systems_are_crossed_by_a_source_of_another_department_or_a_paper_that_is_passed_on():
    none = ("数据元 名称：\n    来源：登记库", "数据元 名称")
    passed = ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，原件）、经营许可证")
    shared = ("    签发：市场监管部门\n    电子证照：示范省", "    签发：市场监管部门\n    数据源：登记库"), ("营业执照（电子证照）\n        许可", "营业执照（数据共享）\n        许可")
    named = ("    字段：名称\n    产出：备案凭证", "    字段：名称（取自 信用库）\n    产出：备案凭证")
    assert [s.words for s in crossing("跨系统").shown] == ["经营许可从登记库取名称", "涉税备案从登记库取名称"]
    assert [s.words for s in crossing("跨系统", none, passed).shown] == ["经营许可证由经营许可传给涉税备案"]
    assert [s.words for s in crossing("跨系统", none, *shared).shown] == ["经营许可从登记库取营业执照"]
    own = crossing("跨系统", none, named)  # 信用库 is of the department that asks
    assert (own.verdict, own.why) == ("推不出", "没有写从哪个系统取数")


def test_what_passes_within_one_department_crosses_no_system():
    none = ("数据元 名称：\n    来源：登记库", "数据元 名称")
    passed = ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，原件）、经营许可证（数据共享）")
    same = ("    办理部门：税务部门\n", "    办理部门：公安部门\n")
    held = ("    签发：公安部门\n", "    签发：公安部门\n    数据源：登记库\n")
    assert crossing("跨系统", none, passed, same, held).verdict == "推不出"
    assert [s.words for s in crossing("跨系统", none, passed, held).shown] == ["经营许可证由经营许可传给涉税备案"], "what is issued inside comes from no source"


def test_regions_are_crossed_by_a_question_that_tells_places_apart():
    places = ("部门 市场监管部门\n", "地区 甲市：\n    代码：990100\n    上级：示范省\n\n地区 乙市：\n    代码：990200\n    上级：示范省\n\n部门 市场监管部门\n")
    asked = ("“开什么店？”：临街、商场", "“在哪里开？”：甲市、乙市"), ("店面：临街", "店面：甲市"), ("店面：商场", "店面：乙市"), ("店面 为 临街", "店面 为 甲市")
    assert [s.words for s in crossing("跨地域", places, *asked).shown] == ["店面：甲市、乙市"]
    one = ("“开什么店？”：临街、商场", "“在哪里开？”：甲市、商场"), *asked[1:2], asked[3]
    assert crossing("跨地域", places, *one).verdict == "推不出"


def test_of_the_seven_re_engineerings_the_five_that_are_named_are_listed():
    made = {j.name: (j.verdict, [s.words for s in j.shown]) for j in full().reengineering}
    assert made == {
        "申请条件": ("写到", ["不予联办 信用异常"]),
        "申报方式": ("写到", ["网上大厅", "综合窗口"]),
        "审核程序": ("写到", ["经营许可（备案）"]),
        "发证方式": ("写到", ["经营许可证（寄递）", "备案凭证（电子证照）"]),
        "管理架构": ("写到", ["市场监管部门（牵头）", "税务部门（配合）", "公安部门（配合）"]),
    }
    fewer = full(("    环节：受理、备案\n", "    环节：备案\n    单办：\n        环节：受理、备案、领证\n"))
    assert "涉税备案环节由3个减至1个" in [s.words for j in fewer.reengineering for s in j.shown]
    silent = full(("（寄递）", ""), ("    电子证照：示范省\n\n标准", "\n标准"))
    assert next(j for j in silent.reengineering if j.name == "发证方式").verdict == "未载明"


def counts(*changes: tuple[str, str]) -> dict[str, int]:
    return {k: v for k, v in full(*changes).evidence.counts.items() if v}


def test_a_value_rests_on_its_own_document_or_on_that_of_its_matter_or_bundle():
    base = counts()
    assert list(base) == ["随事项或整件事的依据"]
    own = counts(("    承诺时限：1个工作日", "    承诺时限：1个工作日（依据 示范发〔2024〕2号）"))
    assert own["自带依据"] == 1 and sum(own.values()) == sum(base.values())
    without = counts(("    依据：示范发〔2024〕1号\n", ""))
    assert list(without) == ["没有依据"]
    assert counts(("    依据：示范发〔2024〕1号\n    渠道", "    渠道"))["没有依据"] < without["没有依据"]


def test_what_nothing_confirms_is_listed_with_its_line():
    made = full(("    承诺时限：1个工作日", "    承诺时限：1个工作日（未核）"), ("其余：审批", "其余：未载明")).evidence
    assert made.counts["未核"] == made.counts["未载明"] == 1
    assert [(kind, words) for kind, words, _ in made.missing] == [("未载明", "未载明"), ("未核", "1个工作日（未核）")]
    assert [span.position[0] for *_, span in made.missing] == [FULL[: FULL.index(t)].count("\n") + 1 for t in ("其余：审批", "承诺时限：1个")]


def test_a_parameter_that_nobody_states_is_not_stated():
    assert full(("小店面积：100平方米", "小店面积：未载明"), said={"OT2211"}).evidence.counts["未载明"] == 1


def test_every_value_counts_once():
    """A bundle with one department that leads and handles, one field, one output and one scenario."""
    text = (
        "部门 甲局\n数据元 名称\n证照 证\n一件事 小：\n    代码：small\n    牵头部门：甲局\n情形 问 “问？”：是、否\n"
        "事项 甲：\n    办理部门：甲局\n    字段：名称\n    产出：证\n场景 “一”：\n    问：是\n    应办：甲\n    应填：名称\n"
    )
    made = audit(compile_text(text, checked=False).analysis).evidence
    assert [words for _, words, _ in made.missing] == ["甲局", "问", "甲局", "名称", "证"] and made.facts == 5


def test_how_it_was_before_counts_as_well():
    assert sum(counts(alone("8个工作日（实测）")).values()) == sum(counts().values()) + 1
