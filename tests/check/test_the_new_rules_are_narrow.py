"""What looks like a finding and is none."""

from __future__ import annotations

import pytest

from check.finding import HEAD, TWO, codes

OWNER = "\n角色 店主（申请人）\n\n"
SHOP = "\n情形 店面 “店面是谁的？”：自有、租用\n\n"
SIZE = "\n情形 营业面积 “店面多大？”：\n    类型：面积\n\n"
REMIND = "\n提醒 年检：\n    对象：店主\n    时间：{} 后 30个自然日\n    渠道：短信\n    内容：请按时年检。\n"

SILENT = {
    "a role that another role stands for": ("OT2220", OWNER + "角色 房东\n角色 担保：店主 或 房东\n    备注：担保的人。\n\n" + TWO.format("", "")),
    "a role that is reminded": ("OT2220", OWNER + "角色 房东\n\n" + TWO.format("    字段：出生日期\n", "") + REMIND.format("出生日期").replace("店主", "房东")),
    "a role of whom something is asked": ("OT2220", OWNER + "角色 房东\n\n情形 房东的年龄 “房东多大？”：\n    类型：年龄\n\n" + TWO.format("    适用：房东的年龄 超过 18周岁\n", "")),
    "a role that had to bring something before": ("OT2220", OWNER + "角色 房东\n\n" + TWO.format("    单办：\n        材料：房东的居民身份证\n", "")),
    "a role whose account must be open": ("OT2220", OWNER + "角色 房东\n\n" + TWO.format("    产出：房东的账户 变为 开立\n", "    前置：房东的账户 为 开立\n")),
    "a subject": ("OT2220", OWNER + "角色 门店（办理对象）\n\n" + TWO.format("", "")),
    "a parameter that a message mentions": ("OT2219", SHOP + "参数 上限：300平方米\n\n提示 大小 当 店面 为 租用：“不超过｛ 上限 ｝。”\n\n" + TWO.format("", "")),
    "a parameter that nobody has stated": ("OT2219", "\n参数 上限：未载明\n\n" + TWO.format("", "")),
    "an anchor that one may choose": ("OT2404", "\n" + TWO.format("    参与：选办\n", "    承诺时限：3个工作日（自 设立登记 受理 起）\n")),
    "an anchor that is handled only by those who finished another": ("OT2404", SHOP + TWO.format("    前置：核名（因 “先核名”）\n", "    适用：店面 为 租用\n    承诺时限：3个工作日（自 设立登记 受理 起）\n") + "\n事项 核名：\n    办理部门：公安部门\n    不予受理 租来 当 店面 为 租用：“租来的不办。”\n"),
    "an anchor of a limit that nobody has anyway": ("OT2404", SHOP + TWO.format("    适用：店面 为 自有\n", "    适用：店面 为 自有\n    承诺时限：\n        当 店面 为 租用：3个工作日（自 设立登记 受理 起）\n        其余：1个工作日\n")),
    "a procedure outside the legal limit": ("OT2405", "    特别程序：公告\n\n" + TWO.format("    法定时限：3个工作日（不含 公告）\n", "")),
    "a procedure outside the limit of the whole": ("OT2405", "    特别程序：公告\n    总时限：9个工作日（不含 公告）\n\n" + TWO.format("    承诺时限：3个工作日\n", "    承诺时限：即办\n")),
    "a procedure outside the limit of before": ("OT2405", "    特别程序：公告\n\n" + TWO.format("    单办：\n        时限：3个工作日（不含 公告）\n", "")),
    "a date that a situation asks for": ("OT2406", OWNER + "情形 出生日期 “满月了吗？”：满月、没有\n\n" + TWO.format("    适用：出生日期 为 满月\n", "") + REMIND.format("出生日期")),
    "a date that a matter produces": ("OT2406", OWNER + TWO.format("    产出：出生日期\n", "") + REMIND.format("出生日期")),
    "no date for those who are turned away": ("OT2406", OWNER + SHOP + "不予联办 租来 当 店面 为 租用：“租来的不办。”\n\n" + TWO.format("    适用：店面 为 自有\n    字段：出生日期\n", "") + REMIND.format("出生日期")),
    "a question whose answer turns people away": ("OT2215", SHOP + "情形 租期 “租多久？”：长期、短期\n    当：店面 为 租用\n\n不予联办 短租 当 租期 属于（长期、短期）：“租来的不办。”\n\n" + TWO.format("", "")),
    "two remarks of one name": ("OT2216", SHOP + "提示 店面 当 店面 为 租用：“带合同。”\n\n提示 店面 当 店面 为 自有：“带房产证。”\n\n" + TWO.format("", "")),
    "a package": ("OT2217", "    办理方式：套餐\n\n" + TWO.format("", "")),
    "somebody exactly on the line": ("OT2807", SIZE + TWO.format("    适用：营业面积 超过 50平方米\n", "") + "\n场景 “小”：\n    营业面积：20平方米\n    应办：刻章备案\n\n场景 “界上”：\n    营业面积：50平方米\n    应办：刻章备案\n"),
    "somebody who chose otherwise": ("OT2807", "\n" + TWO.format("    参与：选办\n", "") + "\n场景 “选”：\n    选办：设立登记\n    应办：设立登记、刻章备案\n\n场景 “不选”：\n    应办：刻章备案\n"),
    "somebody who has finished something": ("OT2807", "\n" + TWO.format("", "") + "\n场景 “都办”：\n    应办：设立登记、刻章备案\n\n场景 “办过”：\n    已办：设立登记\n    应办：刻章备案\n"),
    "somebody who is in the middle of it": ("OT2807", "\n" + TWO.format("    字段：姓名\n", "").replace("事项 设", "角色 店主（申请人）\n\n事项 设") + "\n场景 “都办”：\n    应办：设立登记、刻章备案\n\n场景 “在办”：\n    在办：设立登记\n    应办：设立登记、刻章备案\n"),
    "somebody of whom not all is known": ("OT2807", SHOP + TWO.format("    适用：店面 为 自有\n", "") + "\n场景 “不知道”：\n    应办：刻章备案\n\n场景 “租的”：\n    店面：租用\n    应办：刻章备案\n"),
    "a prerequisite that is a state": ("OT2108", OWNER + TWO.format("    产出：账户 变为 开立\n", "    前置：账户 为 开立\n")),
    "a prerequisite that a document explains to some": ("OT2108", SHOP + TWO.format("    产出：营业执照\n", "    材料：营业执照 当 店面 为 自有\n    前置：设立登记\n")),
}  # fmt: skip


@pytest.mark.parametrize("case", SILENT)
def test_silent(case):
    code, body = SILENT[case]
    found = codes(HEAD + body)
    assert code not in found
    assert not {c for c in found if c < "OT2"}, found
