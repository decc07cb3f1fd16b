"""The rules are narrow: what is said elsewhere already, or would be a guess, is left alone."""

from __future__ import annotations

import pytest
from check.finding import HEAD, TWO, codes, findings, mended, only


def test_a_unit_that_leads_and_is_listed_again_is_one_finding():
    text = HEAD.replace("牵头部门：市场监管部门", "牵头部门：供水企业").replace("配合部门：公安部门", "配合部门：公安部门、供水企业")
    found = codes(text + "\n" + TWO.replace("市场监管部门", "供水企业").format("", ""))
    assert "OT2506" in found and "OT2507" not in found


def test_a_situation_that_goes_by_another_name_of_the_element_is_renamed_by_people():
    text = HEAD + "\n数据元 手机号码：\n    别名：手机号\n\n角色 店主（申请人）\n\n情形 店主的手机号 “手机号？”：有、没有\n\n" + TWO.format("    字段：店主的手机号码\n", "")
    found = only(text, "OT2312")
    assert not found.fix.edits and "情形改名为“店主的手机号码”" in found.fix.text("zh")


def test_a_department_that_is_said_to_be_unknown_is_not_guessed():
    text = HEAD + "\n事项 设立登记：\n    办理部门：市场监管部门\n\n事项 刻章备案：\n    办理部门：未载明\n"
    assert not only(text, "OT2505").fix.edits


def test_a_block_without_lines_gets_no_line():
    text = HEAD + "\n事项 设立登记：\n    办理部门：市场监管部门\n\n事项 刻章备案\n"
    assert not only(text, "OT2505").fix.edits


def test_of_two_standards_of_one_name_none_is_chosen():
    found = only(HEAD + "\n标准 省清单/开办餐饮店：\n    应含事项：设立登记\n\n" + TWO.format("", ""), "OT2603")
    assert not found.fix.edits and len(found.notes) == 2


def test_a_standard_is_stated_behind_the_code():
    text = HEAD + "\n" + TWO.format("", "")
    assert "代码：open-restaurant\n    标准：国家2024-1/开办餐饮店\n    地区" in mended(only(text, "OT2603"))


@pytest.mark.parametrize("claim", ["由2份减至1份", "由2份减至2份", "由 未载明 减至9份", "由5份减至 未载明", "由1个工作日减至3小时"])
def test_a_claim_that_is_not_larger_in_one_unit(claim: str):
    what = "时限" if "小时" in claim else "材料"
    assert "OT2707" not in codes(HEAD + f"    成效：\n        {what}：{claim}（实测）\n\n" + TWO.format("", ""))


@pytest.mark.parametrize(
    "elements",
    [
        "数据元 企业名称：\n    类型：姓名\n\n数据元 名称",
        "数据元 企业名称：\n    来源：人口库\n\n数据元 名称",
        "数据元 企业名称：\n    选项：甲、乙\n\n数据元 名称：\n    选项：丙、丁",
    ],
)
def test_elements_that_differ_in_more_than_the_owner(elements: str):
    text = HEAD + f"\n{elements}\n\n角色 企业（申请人）\n\n" + TWO.format("    字段：企业的企业名称\n", "    字段：企业的名称\n")
    assert "OT2313" not in codes(text)


def test_a_basis_that_was_looked_for_in_vain_is_not_asked_for_again():
    text = HEAD.replace("依据：未载明", "依据：国发〔2024〕3号") + "\n" + TWO.format("    依据：未载明\n", "")
    assert dict(only(text, "OT2705").values)["matters"] == "刻章备案"


def test_nothing_at_all_cited_is_one_finding():
    found = codes(HEAD.replace("    依据：未载明\n", "") + "\n" + TWO.format("", ""))
    assert "OT2704" in found and "OT2705" not in found


@pytest.mark.parametrize(("line", "count"), [("备注：现行（未核）  # 记忆（未核）", 1), ("备注：未核的不写", 0), ("# （未核）", 0), ("法定时限：1个工作日（依据 国发〔2024〕3号，未核）", 1)])
def test_which_marks_are_counted(line: str, count: int):
    found = [f for f in findings(HEAD + "\n" + TWO.format(f"    {line}\n", "")) if f.code == "OT2706"]
    assert sum(int(dict(f.values)["count"]) for f in found) == count


def test_other_names_of_one_thing_may_look_alike():
    assert "OT2320" not in codes(HEAD + "\n证照 健康证：\n    别名：健康證\n    签发：公安部门\n\n" + TWO.format("    材料：健康证\n", ""))


@pytest.mark.parametrize("material", ["结婚证", "居民身份证", "居民户口簿", "公章（系统生成）", "公司章程"])
def test_what_is_known_of_a_document(material: str):
    text = HEAD + "\n证照 公司章程\n\n" + TWO.format("    产出：公司章程\n", f"    材料：{material}\n")
    assert "OT2310" not in codes(text)


def test_what_is_not_insisted_on_settles_no_choice():
    text = HEAD + "\n" + TWO.format("    材料：\n        完税证明（非必要）\n        健康证明 或 完税证明\n", "")
    assert "OT2309" not in codes(text)


def test_a_fallback_that_is_there_is_not_written_again():
    text = HEAD + "\n" + TWO.format("    材料：居民身份证（原件，取不到的交原件）\n", "")
    assert "居民身份证（取不到的交原件）\n" in mended(only(text, "OT2307"))
