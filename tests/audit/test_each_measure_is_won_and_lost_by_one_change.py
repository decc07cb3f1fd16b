"""Every measure: one change of a bundle that has all points loses the points of that measure and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from compiling import compile_text

from onething.audit import audit
from onething.audit.degrees import MEASURES

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
# Even in the full bundle: an original is wanted on paper, and its licence is no e-licence.
NEVER = {"可网上交": ["房产证明"], "电子结果": ["经营许可证"]}

# measure: (old text, new text, the thing that is lost then)
CHANGES = {
    "应含事项": ("应含事项：资格核验、", "应含事项：公章刻制、资格核验、", "公章刻制"),
    "办理部门": ("    办理部门：税务部门\n", "", "涉税备案"),
    "事项依据": ("    种类：备案\n    依据：示范发〔2024〕1号\n", "    种类：备案\n", "涉税备案"),
    "办理时限": ("    承诺时限：1个工作日\n", "", "涉税备案"),
    "办理结果": ("    产出：备案凭证（寄递）\n", "", "涉税备案"),
    "情形有用": ("参数 小店面积", "情形 招牌 “挂招牌吗？”：挂、不挂\n\n参数 小店面积", "招牌"),
    "选项有别": ("临街、商场", "临街、商场、市场", "店面 市场"),
    "分支载明": ("其余：审批", "其余：未载明", "经营许可的形式"),
    "边界有场景": ("面积：100平方米\n    信用", "面积：101平方米\n    信用", "面积恰好100平方米"),
    "回答有场景": ("场景 “临街，99平方米”：\n    店面：临街", "场景 “商场，99平方米”：\n    店面：商场", "店面 临街"),
    "拦下有场景": ("事项 资格核验：", "不予联办 大店 当 面积 超过 小店面积 且 信用 为 正常：“不办大店。”\n\n事项 资格核验：", "大店"),
    "免于提交": ("    材料：营业执照（电子证照）\n", "    材料：营业执照（自备，电子）\n", "营业执照"),
    "可网上交": ("平面图（自备，电子）", "平面图（自备，纸质，复印件）", "平面图"),
    "数据源接通": ("    提供：税务部门\n", "    提供：税务部门\n    接通：无\n", "信用库"),
    "网上渠道": ("渠道：网上大厅、综合窗口", "渠道：综合窗口", "渠道"),
    "电子结果": ("    签发：税务部门\n    电子证照：示范省\n", "    签发：税务部门\n", "备案凭证"),
    "少填": ("    字段：名称\n    产出：备案凭证", "    字段：名称、电话\n    产出：备案凭证", "电话"),
    "只填必要": ("    字段：名称\n    产出：备案凭证", "    字段：名称、电话（选填，取自 登记库）\n    产出：备案凭证", "电话"),
    "申请表不另交": ("许可申请书（系统生成）", "许可申请书（自备，电子）", "许可申请书"),
    "要求一致": ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，复印件）", "房产证明"),
    "先后有理由": ("资格核验（因 “核过才能申请”）", "资格核验", "资格核验 → 经营许可"),
    "并行省时": ("    承诺时限：1个工作日", "    前置：经营许可（因 “有证才能备案”）\n    承诺时限：1个工作日", "经营许可 → 涉税备案"),
    "承诺快于法定": ("    承诺时限：5个工作日", "    承诺时限：10个工作日", "经营许可"),
    "总时限载明": ("    总时限：5个工作日\n", "", "总时限"),
    "环节载明": ("    环节：受理、备案\n", "", "涉税备案"),
    "一口受理": ("渠道：网上大厅、综合窗口", "渠道：专业窗口", "渠道"),
    "不用跑": ("    跑动：无\n    材料：房产证明", "    跑动：1次（“交原件”）\n    材料：房产证明", "涉税备案"),
    "最多跑一次": ("    跑动：无\n    材料：房产证明", "    跑动：2次（“交原件”，“领证”）\n    材料：房产证明", "到场次数"),
    "告知要素": ("    咨询：12345\n", "", "咨询"),
    "材料说清": ("房产证明（自备，纸质，原件）", "房产证明（自备，纸质）", "房产证明"),
    "送达载明": ("    产出：经营许可证（寄递）", "    产出：经营许可证", "经营许可证"),
}
# Who comes twice comes at all; a window for one matter is not the net either.
WITH = {"最多跑一次": {"不用跑"}, "一口受理": {"网上渠道"}}


def scores(text: str) -> dict:
    made = compile_text(text, checked=False)
    assert not made.findings, [(f.code, f.message(), f.span and f.span.position) for f in made.findings]
    return {s.measure.name: s for d in audit(made.analysis).degrees for s in d.measures}


def lost(text: str) -> dict[str, list[str]]:
    return {name: [item.thing for item in s.lost] for name, s in scores(text).items() if s.lost}


def test_the_full_bundle_uses_every_measure_and_has_all_its_points():
    assert [name for name, s in scores(FULL).items() if not s.items] == []
    assert lost(FULL) == NEVER


def test_there_is_a_change_for_every_measure():
    assert list(CHANGES) == list(MEASURES)


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_loses_the_points_of_one_measure(name: str):
    old, new, thing = CHANGES[name]
    assert old in FULL
    changed = lost(FULL.replace(old, new))
    assert thing in changed[name] and thing not in NEVER.get(name, [])
    others = {n: things for n, things in changed.items() if n != name and n not in WITH.get(name, ())}
    assert others == {n: things for n, things in NEVER.items() if n != name}


@pytest.mark.parametrize("name", CHANGES)
def test_a_lost_point_says_where_why_and_what_would_win_it(name: str):
    old, new, thing = CHANGES[name]
    item = next(i for i in scores(FULL.replace(old, new))[name].lost if i.thing == thing)
    assert item.lost and item.repair and item.span.text
