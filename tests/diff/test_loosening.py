"""A local version is judged by its effect on applicants, not by the kind of its entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.examine import examine_for

STANDARD = """\
# 文件 省/开店.onething
一件事 开店：
    代码：open-shop
    地区：示范省
    牵头部门：市场监管部门
    配合部门：公安部门、税务部门
    依据：未载明
    渠道：网上大厅、综合窗口

情形 场所 “店开在哪里？”：商铺、住宅

事项 设立登记：
    办理部门：市场监管部门
    承诺时限：3个工作日
    材料：住所证明（容缺 5个工作日内补，2份）
    字段：姓名
    产出：营业执照

事项 刻章备案：
    办理部门：公安部门
    承诺时限：2个工作日
    材料：营业执照

事项 领发票：
    办理部门：税务部门
    参与：选办
    适用：场所 为 商铺
    承诺时限：1个工作日
    收费：无
"""
LOCAL = """\
# 文件 市/开店.onething
一件事 开店：
    地区：示范市
    沿用：示范省/开店
"""
CODES = {"OT2620", "OT2621", "OT2622", "OT2623", "OT2624", "OT2625"}
CATALOGUE = (Path(__file__).parents[1] / "corpus" / "目录.onething").read_text(encoding="utf-8") + "\n证照 住所证明\n\n数据元 住所电话：\n    类型：手机号\n"


def found(folder: Path, *local: str, standard: str = STANDARD):
    text = standard + "\n" + LOCAL + "\n".join(local) + "\n"
    everything = examine_for(CODES, folder, "x.onething", text, CATALOGUE)
    assert not [f for f in everything if f.severity.value == "error"], [f.message() for f in everything]
    return [f for f in everything if f.code in CODES]


def line(finding) -> str:
    return finding.span.source.line_text(finding.span.position[0]).strip()


WORSE = [
    ("OT2620", ["修改 事项 设立登记：", "    增加 材料：租赁合同（自备）"], "增加 材料：租赁合同（自备）"),
    ("OT2620", ["修改 事项 设立登记：", "    改为 材料：住所证明（2份）"], "改为 材料：住所证明（2份）"),
    ("OT2620", ["修改 事项 设立登记：", "    改为 材料：住所证明（容缺 5个工作日内补，3份）"], "改为 材料：住所证明（容缺 5个工作日内补，3份）"),
    ("OT2621", ["修改 事项 刻章备案：", "    增加 字段：住所电话"], "增加 字段：住所电话"),
    ("OT2622", ["修改 事项 设立登记：", "    承诺时限：4个工作日"], "承诺时限：4个工作日"),
    ("OT2622", ["修改 事项 设立登记：", "    承诺时限：未载明"], "承诺时限：未载明"),
    ("OT2623", ["取消 事项 领发票：“到税务大厅办”"], "取消 事项 领发票：“到税务大厅办”"),
    ("OT2623", ["修改 事项 领发票：", "    适用：场所 为 住宅"], "适用：场所 为 住宅"),
    ("OT2624", ["增加 不予联办 住宅 当 场所 为 住宅：“住宅不办。”"], "增加 不予联办 住宅 当 场所 为 住宅：“住宅不办。”"),
    ("OT2624", ["修改 事项 刻章备案：", "    增加 不予受理 住宅 当 场所 为 住宅：“不刻。”"], "增加 不予受理 住宅 当 场所 为 住宅：“不刻。”"),
    ("OT2625", ["修改 事项 领发票：", "    收费：5元"], "收费：5元"),
    ("OT2625", ["修改 事项 设立登记：", "    跑动：1次（“核验”）"], "跑动：1次（“核验”）"),
]  # fmt: skip


@pytest.mark.parametrize("code, local, at", WORSE, ids=[f"{c}-{a}" for c, _, a in WORSE])
def test_what_is_worse_for_somebody_is_found_at_its_line(code: str, local: list[str], at: str, tmp_path: Path):
    there = found(tmp_path, *local)
    assert (code, at) in [(f.code, line(f)) for f in there]
    mine = next(f for f in there if f.code == code)
    assert [n.span.source.path for n in mine.notes] == ["省/开店.onething"], "the line of the standard stands beside it"


FINE = [
    ["修改 事项 设立登记：", "    承诺时限：1个工作日"],
    ["修改 事项 设立登记：", "    取消 材料 住所证明：“数据已共享”"],
    ["增加 事项 备案：", "    办理部门：税务部门", "    参与：选办", "    承诺时限：9个工作日", "    材料：租赁合同（原件）"],
    ["增加 事项 告知：", "    办理部门：税务部门", "    种类：告知"],
    ["修改 事项 领发票：", "    适用：场所 属于（商铺、住宅）"],
    ["    增加 渠道：移动端"],
]


@pytest.mark.parametrize("local", FINE, ids=lambda local: local[0].strip() + local[-1].strip())
def test_what_is_worse_for_nobody_is_fine(local: list[str], tmp_path: Path):
    assert found(tmp_path, *local) == []


def test_the_applicant_who_is_worse_off_is_named(tmp_path: Path):
    (one,) = found(tmp_path, "增加 不予联办 住宅 当 场所 为 住宅：“住宅不办。”")
    assert one.witness == (("场所", "住宅"),)


def test_losing_what_was_issued_inside_makes_somebody_bring_it(tmp_path: Path):
    """The cancelled matter is a loss; and its licence is now asked of the applicant."""
    codes = {f.code for f in found(tmp_path, "取消 事项 设立登记：“不办”")}
    assert codes == {"OT2620", "OT2623"}


def test_a_longer_limit_is_not_said_again_of_the_whole(tmp_path: Path):
    (one,) = found(tmp_path, "修改 事项 刻章备案：", "    承诺时限：5个工作日")
    assert dict(one.values)["thing"] == "刻章备案"


def test_a_new_order_makes_the_whole_longer(tmp_path: Path):
    (one,) = found(tmp_path, "修改 事项 领发票：", "    增加 前置：刻章备案（因“先刻章”）")
    assert (one.code, dict(one.values)["new"]) == ("OT2622", "6个工作日")
    assert one.witness == (("场所", "商铺"), ("选办", "领发票")), "who chooses it, and has a shop"


def test_a_place_keeps_its_way_with_a_reason_beside_the_line(tmp_path: Path):
    assert found(tmp_path, "修改 事项 设立登记：", "    承诺时限：4个工作日  # 忽略 OT2622：本市另有公示") == []


def test_a_county_answers_for_its_own_changes_only(tmp_path: Path):
    """The city is found; the county that takes over what the city says is not told again."""
    county = "\n# 文件 县/开店.onething\n一件事 开店：\n    地区：示范县\n    沿用：示范市/开店\n"
    catalogue = "\n# 文件 县.onething\n地区 示范县：\n    代码：990101\n    上级：示范市\n"
    there = found(tmp_path, "修改 事项 设立登记：", "    承诺时限：4个工作日", county, catalogue)
    assert [(f.code, f.span.source.path) for f in there] == [("OT2622", "市/开店.onething")]
