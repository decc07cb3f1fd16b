"""How deep the online service is: what nobody states is never a yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from onething.province.table import depth_of

from .workspaces import covered

BUNDLE = """\
# 文件 西市.onething
一件事 新生儿出生：
    代码：newborn-west
    地区：西市
    标准：年度一/新生儿出生（版本 2）
    牵头部门：公安部门
    配合部门：医疗保障部门
    依据：未载明
{channels}
角色 家长（申请人）
情形 户籍 “在哪里？”：本省、外省
事项 户口登记：
    办理部门：公安部门
    承诺时限：1个工作日
{visits}
事项 参保登记：
    办理部门：医疗保障部门
    参与：自动
    承诺时限：1个工作日
    跑动：2次
"""
ONLINE, COUNTER = "    渠道：网上大厅、综合窗口", "    渠道：综合窗口"
NEVER, ONCE, SOME = "    跑动：无", "    跑动：1次", "    跑动：\n        当 户籍 为 外省：1次\n        其余：无"
UNSAID = "    跑动：\n        当 户籍 为 外省：未载明\n        其余：无"


@pytest.mark.parametrize(
    ("channels", "visits", "online", "no_visit"),
    [
        (ONLINE, NEVER, "是", "是"),
        (ONLINE, ONCE, "否", "否"),
        (ONLINE, SOME, "否", "否"),
        (ONLINE, UNSAID, "未载明", "未载明"),
        (ONLINE, "", "未载明", "未载明"),
        (COUNTER, NEVER, "否", "是"),
        (COUNTER, "", "否", "未载明"),
        ("", NEVER, "未载明", "是"),
    ],
)
def test_one_matter_that_people_apply_for(tmp_path: Path, channels, visits, online, no_visit):
    """The automatic matter beside it counts nowhere."""
    made = covered(tmp_path, BUNDLE.format(channels=channels, visits=visits))
    cell = made.cells["西市", "年度一/新生儿出生"]
    answers = {"是": (1, 0, 0), "否": (0, 1, 0), "未载明": (0, 0, 1)}
    assert (cell.online.yes, cell.online.no, cell.online.unstated) == answers[online]
    assert (cell.no_visit.yes, cell.no_visit.no, cell.no_visit.unstated) == answers[no_visit]


def test_what_a_county_takes_over_counts_once(tmp_path: Path):
    made = covered(tmp_path, BUNDLE.format(channels=ONLINE, visits=NEVER))
    assert made.cells["西一县", "年度一/新生儿出生"].inherited == "西市"
    assert depth_of(made.asked(made.lists[0])) == ("100%", "100%")


def test_a_share_where_nothing_is_stated_is_not_stated(tmp_path: Path):
    made = covered(tmp_path, BUNDLE.format(channels="", visits=""))
    assert depth_of(made.asked(made.lists[0])) == ("未载明", "未载明")
