"""What becomes of lists, line by line; which scenarios of what is adapted are looked at."""

from __future__ import annotations

import pytest
from overlay.versions import CITY, COUNTY, PROVINCE, codes, examined

from onething.workspace.effective_view import effective_text


def needs(folder, listed: str, *changes: str) -> list[tuple]:
    """The materials of 刻章备案 in the city: name, how, under which condition, in which group."""
    up = PROVINCE.replace("    材料：健康证明\n", f"    材料：{listed}\n")
    city = CITY + "修改 事项 刻章备案：\n" + "".join(f"    {line}\n" for line in changes)
    one = examined(folder, up, city)["市.onething"]
    assert not [c for c in codes(one) if c < "OT1516"], [f.message() for f in one.findings]
    return [(n.thing.name, n.how, n.when is not True, n.group) for n in one.bundle.matters["刻章备案"].needs]


def test_what_is_taken_out_goes_before_what_is_added_wherever_it_stands(tmp_path):
    assert needs(tmp_path, "健康证明", "增加 材料：健康证明（自备）", "取消 材料 健康证明：“换一种说法”") == [("健康证明", "自备", False, 0)]


def test_the_rest_of_a_line_stays(tmp_path):
    assert needs(tmp_path, "健康证明、租赁合同", "取消 材料 健康证明：“不要”") == [("租赁合同", "", False, 0)]


def test_of_two_alternatives_the_other_is_alone(tmp_path):
    assert needs(tmp_path, "健康证明 或 租赁合同", "取消 材料 健康证明：“不要”") == [("租赁合同", "", False, 0)]


def test_of_three_alternatives_two_are_left(tmp_path):
    listed = "任选其一（健康证明、租赁合同、居民身份证）"
    assert [n[0::3] for n in needs(tmp_path, listed, "取消 材料 健康证明：“不要”")] == [("租赁合同", 1), ("居民身份证", 1)]


LINES = "\n        健康证明（自备） 当 营业面积 不满 50平方米\n        健康证明 当 营业面积 超过 250平方米"


def test_without_a_condition_every_line_of_a_thing_goes(tmp_path):
    assert needs(tmp_path, LINES, "取消 材料 健康证明：“不要”") == []


def test_with_a_condition_only_the_line_with_it_goes(tmp_path):
    assert needs(tmp_path, LINES, "取消 材料 健康证明 当 营业面积 超过 250平方米：“不要”") == [("健康证明", "自备", True, 0)]


def test_the_same_thing_may_be_added_for_other_applicants(tmp_path):
    assert len(needs(tmp_path, LINES, "增加 材料：健康证明 当 营业面积 为 100平方米".replace(" 为 ", " 超过 "))) == 3


@pytest.mark.parametrize("nothing", ["无", "未载明"])
def test_what_is_added_takes_the_place_of_nothing(tmp_path, nothing):
    assert needs(tmp_path, nothing, "增加 材料：健康证明") == [("健康证明", "", False, 0)]
    up = PROVINCE.replace("    材料：健康证明\n", f"    材料：{nothing}\n")
    one = examined(tmp_path, up, CITY + "修改 事项 刻章备案：\n    增加 材料：健康证明\n")["市.onething"]
    assert "    材料：\n        健康证明\n" in effective_text(one.effective)


def test_a_thing_is_known_by_its_other_names_too(tmp_path):
    named = PROVINCE.replace("# 文件 省", "证照 卫生许可证：\n    别名：卫生证\n# 文件 省").replace("    材料：健康证明\n", "    材料：卫生许可证\n")
    one = examined(tmp_path, named, CITY + "修改 事项 刻章备案：\n    取消 材料 卫生证：“不要”\n")["市.onething"]
    assert "OT1505" not in codes(one) and one.bundle.matters["刻章备案"].needs == ()


def test_two_gates_without_names_under_one_condition_both_stay(tmp_path):
    """取消 takes the first of them."""
    tips = "提示 当 营业面积 超过 250平方米：“一。”\n提示 当 营业面积 超过 250平方米：“二。”\n"
    said = lambda city: [g.message for g in examined(tmp_path, PROVINCE + tips, city)["市.onething"].bundle.gates][2:]  # noqa: E731
    assert said(CITY) == ["一。", "二。"]
    assert said(CITY + "取消 提示 当 营业面积 超过 250平方米：“不用说”\n") == ["二。"]


def test_a_scenario_that_fails_in_what_is_adapted_is_no_news_below(tmp_path):
    broken = PROVINCE.replace("时限：3个工作日\n", "时限：1个工作日\n").replace("承诺时限：1个工作日", "承诺时限：3个工作日")
    assert codes(examined(tmp_path, broken, CITY + "修改 事项 设立登记：\n    承诺时限：2个工作日\n")["市.onething"]) == []


def test_a_scenario_that_is_itself_changed_is_run_again(tmp_path):
    """Nothing else is changed: only its applicant."""
    city = CITY + "修改 场景 “小店”：\n    营业面积：400平方米\n"
    assert "OT1516" in codes(examined(tmp_path, PROVINCE, city)["市.onething"])


def test_a_scenario_that_cannot_be_run_in_the_city_is_none_of_the_county(tmp_path):
    city = CITY + "取消 事项 刻章备案：“随照发放”  # 忽略 OT2623：不用单办\n"
    found = examined(tmp_path, PROVINCE, city, COUNTY)
    assert codes(found["市.onething"]).count("OT1514") == 1 and codes(found["县.onething"]) == []
    assert found["县.onething"].bundle.scenarios == ()
