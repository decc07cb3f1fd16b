"""Inputs that once made the compiler fall over, as small as they get."""

from __future__ import annotations

from pathlib import Path

import pytest

from robustness import blown
from robustness.trial import of_text, workspace_with

NAMELESS = "提醒 接种』提醒：\n    对象：人\n    时间：生日 后 30天\n数据元 生日：\n    类型：日期\n"
WHOLE = "情形 数 “几？”：\n    类型：整数\n"
FELL = {
    "a reminder whose name cannot be read": (blown.HEAD + NAMELESS, "OT1016"),
    "the same without a time": (blown.HEAD + "提醒 接种』提醒：\n    对象：人\n", "OT1016"),
    "an answer without a question": (blown.HEAD + "场景 “甲”：\n   ：是\n", "OT1019"),
    "a condition with a number of 5000 digits": (blown.HEAD + WHOLE + f"提示 话 当 数 不满 {'9' * 5000}：“好。”\n", "OT0120"),
    "an answer of 5000 digits": (blown.HEAD + WHOLE + f"场景 “甲”：\n    数：{'9' * 5000}\n", "OT0120"),
}


@pytest.mark.parametrize("what", FELL)
def test_it_is_a_finding_now(what: str, tmp_path: Path):
    text, code = FELL[what]
    assert code in {f.code for f in of_text(workspace_with(tmp_path, blown.CATALOGUE), "件.onething", text)}
