"""未能导出: each thing that no column holds is named, with its line; what a list can say is not."""

from pathlib import Path

import pytest

from onething.exchange.give import give
from onething.exchange.sheets import sheets
from onething.syntax import parse
from onething.workspace import open_workspace

PLAIN = """部门 甲局

部门 乙局

证照 身份证

证照 许可证

数据元 姓名

一件事 试一试：
    代码：try
    牵头部门：甲局
    配合部门：乙局
    依据：未载明

角色 申请人（申请人）

事项 事甲：
    别名：事某
    基本编码：000109001000
    办理部门：甲局
    层级：县级
    种类：许可
    依据：《示范法》
    参与：选办
    法定时限：20个工作日
    承诺时限：3个工作日
    环节：受理
    跑动：1次（“签字”）
    申请条件：
        已满十八周岁。
    材料：
        身份证（原件，1份，自备）
    字段：姓名
    产出：许可证
    收费：10元
    单办：
        环节：受理、办结
        跑动：2次
    备注：请预约。

事项 事乙：
    办理部门：乙局
    材料：无
"""
# What is added to the plain bundle: behind which line, what, and what is then listed beside the code, which always is.
MORE = [
    ("    代码：try", "    面向：个人", "面向"), ("    代码：try", "    主题：出生", "主题"), ("    代码：try", "    渠道：移动端", "渠道"), ("    代码：try", "    办理方式：套餐", "办理方式"), ("    代码：try", "    总时限：3个工作日", "总时限"),
    ("    代码：try", "    收费：无", "收费"), ("    代码：try", "    物流：寄递", "物流"), ("    代码：try", "    办理时间：工作日", "办理时间"), ("    代码：try", "    咨询：拨打热线", "咨询"), ("    代码：try", "    申请条件：有房", "申请条件"),
    ("    代码：try", "    备注：说明", "备注"), ("    代码：try", "    参与单位：丙医院", "不办事项的部门和单位"), ("    代码：try", "    成效：\n        材料：由3份减至1份", "成效"),
    ("角色 申请人（申请人）", "\n角色 孩子（办理对象）", "角色"), ("角色 申请人（申请人）", "\n情形 远近 “远吗？”：远、近", "情形"), ("角色 申请人（申请人）", "\n参数 多远：3公里", "参数"),
    ("角色 申请人（申请人）", "\n不予联办 当 远近 为 远：“太远。”\n情形 远近 “远吗？”：远、近", "不予联办 情形"), ("角色 申请人（申请人）", "\n场景 “一个”：\n    应交：无", "场景"),
    ("角色 申请人（申请人）", "\n提醒 来：\n    对象：申请人\n    时间：日子 后 3个自然日\n    内容：来\n\n数据元 日子：\n    类型：日期", "提醒"),
    ("    办理部门：乙局", "    前置：事甲", "前置"), ("    办理部门：乙局", "    形式：备案", "形式"), ("    办理部门：乙局", "    未通过时：终止联办", "未通过时"), ("    办理部门：乙局", "    提示：“慢慢来。”", None),
    ("    办理部门：乙局", "    承诺时限：3个工作日（未核）", "承诺时限的出处"), ("    办理部门：乙局", "    法定时限：3个工作日（依据 《示范法》）", "法定时限的出处"), ("    办理部门：乙局", "    层级：县级（未核）", "层级的出处"),
    ("    办理部门：乙局", "    收费：3元（未核）", "收费的出处"), ("    办理部门：乙局", "    字段：姓名（选填）", "字段的填法"), ("    办理部门：乙局", "    字段：姓名（未核）", "字段的出处"), ("    办理部门：乙局", "    产出：许可证（寄递）", "产出的寄递"),
    ("    办理部门：乙局", "    产出：许可证（未核）", "产出的出处"), ("    办理部门：乙局", "    产出：姓名", "产出的号码"), ("    办理部门：乙局", "    产出：账户 变为 开立", "产出的状态"), ("    办理部门：乙局", "    实施编码：11350200MB1234567T300010900100001（未核）", "编码的出处"),
    ("    办理部门：乙局", "    单办：\n        时限：3个工作日（法定）", "单办的时限"), ("    办理部门：乙局", "    单办：\n        材料：身份证", "单办的材料"),
    ("        身份证（原件，1份，自备）", "        许可证（数据共享，取不到的交原件）", "取不到时"), ("        身份证（原件，1份，自备）", "        许可证（“两面”）", "材料的说明"), ("        身份证（原件，1份，自备）", "        许可证（容缺 5个工作日内补）", "补交的期限"),
    ("        身份证（原件，1份，自备）", "        许可证（未核）", "材料的出处"), ("        身份证（原件，1份，自备）", "        任选其一（许可证、身份证）", "任选其一 任选其一"),
]  # fmt: skip
SITUATION = "\n情形 远近 “远吗？”：远、近\n"
GUARDED = [
    ("    办理部门：乙局", "    适用：远近 为 远", "适用"), ("        身份证（原件，1份，自备）", "        许可证 当 远近 为 远", "材料的条件"), ("    办理部门：乙局", "    字段：姓名 当 远近 为 远", "字段的条件"), ("    办理部门：乙局", "    产出：许可证 当 远近 为 远", "产出的条件"),
    ("    办理部门：乙局", "    承诺时限：\n        当 远近 为 远：3个工作日\n        其余：即办", "承诺时限（随情形不同） 承诺时限（随情形不同）"), ("    办理部门：乙局", "    跑动：\n        当 远近 为 远：1次\n        其余：无", "跑动（随情形不同） 跑动（随情形不同）"),
    ("    办理部门：乙局", "    不予受理 当 远近 为 远：“太远。”", "不予受理"), ("    办理部门：乙局", "    提示 当 远近 为 远：“慢慢来。”", "提示"),
]  # fmt: skip


def unsaid(folder: Path, text: str):
    (folder / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (folder / "件.onething").write_text(text, encoding="utf-8")
    workspace = open_workspace(folder)
    examined = next(workspace.examine())
    return give(examined.bundle, [parse(workspace.source_at(examined.path))], workspace.catalogue)


def test_what_a_list_can_say_is_not_listed(tmp_path):
    given = unsaid(tmp_path, PLAIN)
    assert [(u.what, u.text) for u in given.unsaid] == [("代码", "try")]
    assert given.rows[1]["材料名称"] == "无"


@pytest.mark.parametrize("behind, line, what", [m for m in MORE if m[2]], ids=lambda each: str(each).strip()[:20])
def test_each_thing_that_it_cannot_say_is_listed_with_its_line(behind, line, what, tmp_path):
    text = ("部门 丙医院：\n    种类：单位\n\n" + PLAIN).replace(behind, f"{behind}\n{line}", 1)
    found = [u for u in unsaid(tmp_path, text).unsaid if u.what != "代码"]
    assert sorted(u.what for u in found) == sorted(what.split())
    assert all(u.text and u.span.source.path == "件.onething" for u in found)


@pytest.mark.parametrize("behind, line, what", GUARDED, ids=lambda each: str(each).strip()[:20])
def test_conditions_are_listed(behind, line, what, tmp_path):
    text = PLAIN.replace(behind, f"{behind}\n{line}", 1).replace("角色 申请人（申请人）", "角色 申请人（申请人）\n" + SITUATION)
    found = [u for u in unsaid(tmp_path, text).unsaid if u.what not in ("代码", "情形")]
    assert [u.what for u in found] == what.split()


def test_whose_a_material_is_is_listed_where_it_is_not_the_applicants(tmp_path):
    text = PLAIN.replace("角色 申请人（申请人）", "角色 申请人（申请人）\n\n角色 孩子（办理对象）").replace("    材料：无", "    材料：孩子的身份证、申请人的许可证")
    found = [(u.what, u.text) for u in unsaid(tmp_path, text).unsaid if u.what.startswith("材料")]
    assert found == [("材料是谁的", "孩子的身份证")]


def test_it_is_a_sheet_of_its_own_with_file_and_line(tmp_path):
    listed, other = sheets(unsaid(tmp_path, PLAIN))
    assert listed.name == "实施清单" and other.name == "未能导出"
    assert other.rows == (("", "代码", "try", "件.onething", PLAIN[: PLAIN.index("一件事 试一试")].count("\n") + 1),)
