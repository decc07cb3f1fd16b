"""The numbered standards: data that names measures, and what comes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compiling import compile_text

from onething.audit import audit
from onething.audit.profile import SHIPPED, Unusable, profile, read, shipped

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")
OWN = """\
名称: 两个一
依据: 未载明
各项:
  - 名称: 一网
    说明: 网上能办
    全部: [网上渠道, 不用跑]
  - 名称: 一证
    说明: 结果拿得到
    写明: [办理结果]
    任一: [电子结果, 送达载明]
"""


def decided(name: str, *changes: tuple[str, str], text: str = FULL, folder: Path = Path(".")) -> dict[str, tuple]:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = audit(compile_text(text, checked=False).analysis, [profile(name, folder)])
    return {o.name: (o.verdict, [(measure, item.thing) for measure, item in o.lost]) for o in made.ones[name]}


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "两个一.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_five_and_six_are_shipped_each_with_its_basis_and_what_it_looks_at():
    assert shipped() == ["五个一", "六个一"]
    five, six = (profile(name, Path(".")) for name in shipped())
    assert [o.name for o in five.ones] == ["一次告知", "一表申请", "一套材料", "一窗（端）受理", "一网办理"]
    assert [o.name for o in six.ones] == ["一次告知", "一表申请", "一套材料", "一口受理", "一网通办", "一端口出件"]
    assert all(p.basis and all(o.meaning for o in p.ones) for p in (five, six))


def test_what_has_all_points_is_reached_and_what_has_not_says_which():
    made = decided("六个一")
    assert {name: verdict for name, (verdict, _) in made.items()} == {
        "一次告知": "达到", "一表申请": "达到", "一套材料": "达到", "一口受理": "达到", "一网通办": "未达到", "一端口出件": "达到",
    }  # fmt: skip
    assert made["一网通办"][1] == [("可网上交", "房产证明")]


@pytest.mark.parametrize(
    ("one", "old", "new", "verdict"),
    [
        ("一次告知", "    咨询：12345\n", "", "判断不了"),
        ("一次告知", "（自备，纸质，原件）", "（自备，纸质）", "判断不了"),
        ("一次告知", "    承诺时限：1个工作日\n", "", "判断不了"),
        ("一表申请", "许可申请书（系统生成）", "许可申请书（自备，电子）", "未达到"),
        ("一表申请", "    字段：名称\n", "", "判断不了"),
        ("一套材料", "    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，复印件）", "未达到"),
        ("一口受理", "渠道：网上大厅、综合窗口", "渠道：专业窗口", "未达到"),
        ("一口受理", "    渠道：网上大厅、综合窗口\n", "", "判断不了"),
        ("一网通办", "（自备，纸质，原件）", "（自备，电子）", "达到"),
        ("一网通办", "平面图（自备，电子）", "平面图（自备）", "未达到"),  # what is stated stands in the way already
        ("一端口出件", "    产出：经营许可证（寄递）", "    产出：经营许可证", "判断不了"),
    ],
)
def test_each_of_the_six_is_decided_by_the_specification(one: str, old: str, new: str, verdict: str):
    assert decided("六个一", (old, new))[one][0] == verdict


def test_where_there_is_nothing_to_judge_by_nothing_is_judged():
    bare = "部门 甲局\n一件事 薄：\n    代码：thin\n    牵头部门：甲局\n事项 甲：\n    办理部门：甲局\n"
    made = decided("六个一", text=bare)
    assert {name: verdict for name, (verdict, _) in made.items()} == dict.fromkeys(made, "判断不了")


def test_a_place_writes_its_own(tmp_path: Path):
    own(tmp_path, OWN)
    made = audit(compile_text(FULL, checked=False).analysis, [profile("两个一.yaml", tmp_path)])
    assert [(o.name, o.verdict) for o in made.ones["两个一"]] == [("一网", "达到"), ("一证", "达到")]


def test_one_of_several_measures_is_enough_and_what_is_missing_is_that_of_all(tmp_path: Path):
    own(tmp_path, OWN)
    no_post = [("    产出：经营许可证（寄递）", "    产出：经营许可证")]
    text = FULL.replace(*no_post[0])
    made = audit(compile_text(text, checked=False).analysis, [profile("两个一.yaml", tmp_path)])
    [_, licence] = made.ones["两个一"]
    assert [(m, i.thing) for m, i in licence.lost] == [("电子结果", "经营许可证"), ("送达载明", "经营许可证")]
    e_licence = text.replace("证照 经营许可证：\n", "证照 经营许可证：\n    电子证照：示范省\n")
    assert audit(compile_text(e_licence, checked=False).analysis, [profile("两个一.yaml", tmp_path)]).ones["两个一"][1].verdict == "达到"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("全部: [网上渠道, 不用跑]", "全部: [网上渠道, 不跑]", "“各项”第 1 项里的“不跑”不是指标，有：应含事项、"),
        ("    全部: [网上渠道, 不用跑]\n", "", "“各项”第 1 项没有写看哪些指标"),
        ("全部: [网上渠道, 不用跑]", "全部: 网上渠道", "“各项”第 1 项“全部”要写成列表"),
        ("依据: 未载明\n", "", "“依据”没有写"),
        ("依据: 未载明", "依据: 12", "“依据”要写文字"),
        ("依据: 未载明", "依据: 未载明\n打分: 5", "“打分”不认识"),
        (OWN[OWN.index("各项") :], "各项: []\n", "“各项”是空的"),
        (OWN, "- 甲\n", "要写成“名称: …”这样的几行"),
        ("名称: 两个一", "名称: [", "第 3 行看不懂"),
        ("名称: 两个一", "名称: " + "一" * 70_000, "太长"),
    ],
)
def test_a_profile_that_cannot_be_used_says_why_in_one_line(tmp_path: Path, old: str, new: str, said: str):
    assert old in OWN
    path = own(tmp_path, OWN.replace(old, new))
    with pytest.raises(Unusable) as error:
        read(path)
    assert said in error.value.zh and all("\n" not in words and "两个一.yaml" in words for words in (error.value.zh, error.value.en))
    assert not re.search("[一-龥]", re.sub("“[^”]*”|两个一.yaml", "", error.value.en)), "in English, Chinese stands in quotes only"


def test_a_name_that_is_no_profile_says_which_there_are(tmp_path: Path):
    with pytest.raises(Unusable, match="没有叫“七个一”的提法，有：五个一、六个一"):
        profile("七个一", tmp_path)


def test_every_shipped_file_is_offered():
    assert len(shipped()) == len(list(SHIPPED.iterdir()))
