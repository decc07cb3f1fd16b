"""Claims: what was computed, or is missing, in Chinese and in English; English holds no Chinese but names."""

from __future__ import annotations

import pytest
from check.finding import HEAD, TWO, only

ALONE = "    单办：\n        时限：{}\n        跑动：{}\n"


def bundle(claim: str, *alone: tuple[str, str]) -> str:
    kept = [ALONE.format(*a) if a else "" for a in alone]
    return HEAD + f"    成效：\n        {claim}\n\n" + TWO.format(*(f"    承诺时限：1个工作日\n{k}" for k in kept))


STATED = (("3个工作日", "2次"), ("1个工作日", "1次"))
HALF = (("3个工作日", "2次"), ("", ""))


@pytest.mark.parametrize(
    ("claim", "alone", "code", "zh", "en"),
    [
        ("跑动：由9次减至 未载明", STATED, "OT2701", "算得 改革前3次", "before 3 visits is computed"),
        ("时限：由9个工作日减至 未载明", STATED, "OT2701", "算得 改革前4个工作日", "before 4 working days is computed"),
        ("时限：由9天减至 未载明", STATED, "OT2702", "改革前4个工作日，单位不同", "before 4 working days, in another unit"),
        ("跑动：由9次减至 未载明", HALF, "OT2702", "改革前至少2次，缺 刻章备案", "before at least 2 visits, missing “刻章备案”"),
        ("跑动：由1次减至 未载明", HALF, "OT2701", "改革前至少2次，缺 刻章备案", "before at least 2 visits, missing “刻章备案”"),
        ("跑动：由 未载明 减至3次", STATED, "OT2702", "改革后未载明", "after not stated"),
    ],
)
def test_claims(claim: str, alone, code: str, zh: str, en: str):
    text = bundle(claim, alone[0], alone[1] if alone is STATED else ())
    found = only(text, code)
    assert zh in found.message("zh") and en in found.message("en")


@pytest.mark.parametrize(
    ("source", "field", "reason"),
    [("接通：邻省", "取自 备案库", "“备案库” is not connected in “示范省”"), ("共享：不予共享", "取自 备案库", "“备案库” is not shared")],
)
def test_why_a_source_cannot_be_used(source: str, field: str, reason: str):
    text = HEAD + f"\n数据源 备案库：\n    提供：公安部门\n    {source}\n\n" + TWO.format(f"    字段：住址（{field}）\n", "")
    assert only(text, "OT2305").message("en") == f"“住址” says “{field}”, but {reason}"
