"""Change words in text and YAML: one form, the same tree; slips are told where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from syntax.reading import again, codes, plain, text, through_yaml, yaml

from onething.syntax import format_text, format_yaml
from onething.vocabulary import CHANGES

NAMES = st.sampled_from(["甲", "居民户口簿", "“许可（新办）”", "《出生医学证明》", "卡（含电子卡）申领"])
REASONS = st.sampled_from(["“不用了”", "“查得到：系统里有”", "“省里说：“照办””", "“见 #1 号文”"])
CONDITION = st.sampled_from(["乙 为 丙", "面积 不满 300平方米 且 乙 为 丙"])
ENTRIES = st.one_of(
    st.builds("    增加 材料：\n        {}（原件）\n        {} 当 {}\n".format, NAMES, NAMES, CONDITION),
    st.builds("    取消 材料 {}：{}\n".format, NAMES, REASONS),
    st.builds("    取消 材料 {}、{}：{}\n".format, NAMES, NAMES, REASONS),
    st.builds("    取消 适用：{}\n".format, REASONS),
    st.builds("    改为 字段：{}、{}  # 说明\n".format, NAMES, NAMES),
    st.just("    承诺时限：\n        当 乙 为 丙：1个工作日\n        其余：2个工作日\n"),
    st.builds("    单办：\n        跑动：1次\n        增加 环节：{}\n        取消 环节 {}：{}\n".format, NAMES, NAMES, REASONS),
    st.builds("    增加 提示 {} 当 {}：“请来”\n".format, NAMES, CONDITION),
    st.builds("    修改 提示 {}：“请来”\n".format, NAMES),
    st.builds("    # 先说一句\n    取消 不予受理 当 {}：{}\n".format, CONDITION, REASONS),
)
BLOCKS = st.one_of(
    st.builds(lambda name, entries: f"修改 事项 {name}：\n" + "".join({e.split("：")[0]: e for e in entries}.values()), NAMES, st.lists(ENTRIES, min_size=1, max_size=4)),
    st.builds("取消 事项 {}：{}\n".format, NAMES, REASONS),
    st.builds("增加 事项 {}：\n    参与：选办\n".format, NAMES),
    st.builds("修改 参数 {}：3个月\n".format, NAMES),
    st.builds("修改 情形 {}：\n    增加 选项：戊、己\n    取消 选项 庚：{}\n".format, NAMES, REASONS),
    st.builds("取消 场景 “一句：话”：{}\n".format, REASONS),
    st.builds("取消 不予联办 当 {}：{}\n".format, CONDITION, REASONS),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=4).map("\n".join))
def test_any_local_version_survives_formatting_and_conversion(content):
    tree = text(content)
    assert codes(tree) == []
    assert plain(again(tree)) == plain(tree)
    assert format_text(again(tree)) == format_text(tree)
    assert through_yaml(tree) == format_text(tree)
    assert plain(yaml(format_yaml(tree))) == plain(tree)


@pytest.mark.parametrize("written, name", [(w, c.name) for c in CHANGES for w in (c.english, *c.aliases)])
def test_other_spellings_of_a_change_word_are_written_as_it_is_called(written, name):
    entry = "改为 材料：丙" if name == "改为" else f"{name} 材料 丙：“理由”" if name == "取消" else f"{name} 材料：丙"
    tree = text(f"修改 事项 甲：\n    {entry.replace(name, written, 1)}\n")
    assert codes(tree) == []
    assert format_text(tree) == f"修改 事项 甲：\n    {entry}\n"


def where(tree) -> list[tuple[str, str, int]]:
    return [(f.code, f.span.text, f.span.position[0]) for f in tree.findings]


@pytest.mark.parametrize(
    "content, found",
    [
        ("修改事项 甲：\n    备注：乙\n", ("OT1009", "修改事项", 1)),
        ("修改 事项 甲：\n    增加材料：乙\n", ("OT1009", "增加材料", 2)),
        ("修攺 事项 甲：\n    备注：乙\n", ("OT1101", "修攺", 1)),
        ("修改 事项 甲：\n    曾加 材料：乙\n", ("OT1101", "曾加", 2)),
        ("修改 事项 甲：\n    增加 村料：乙\n", ("OT1101", "村料", 2)),
        ("修改 事 甲：\n    备注：乙\n", ("OT1101", "事", 1)),
        ("修改 事项：\n    备注：乙\n", ("OT1007", "事项", 1)),
        ("取消 事项：“不要”\n", ("OT1007", "事项", 1)),
        ("取消 事项 甲\n", ("OT1507", "取消 事项 甲", 1)),
        ("取消 事项 甲：“不要”\n    材料：乙\n        丙\n    备注：丁\n", ("OT1508", "材料：乙", 2)),
        ("修改 事项 甲：\n    取消 材料 乙\n", ("OT1507", "取消 材料 乙", 2)),
        ("修改 事项 甲：\n    增加 材料\n        乙\n", ("OT1002", "材料", 2)),
        ("修改 事项 甲：\n    增加 材料：\n", ("OT1006", "材料", 2)),
        ("修改 事项 甲：\n    增加 材料：乙\n    增加 材料：丙\n", ("OT1020", "材料", 3)),
    ],
)
def test_slips_in_the_text_are_told_where_they_stand(content, found):
    assert where(text(content))[0] == found


@pytest.mark.parametrize(
    "content, found",
    [
        ("- 取消 事项: 甲\n", ("OT1507", "取消 事项: 甲")),
        ("- 取消 事项: 甲\n  理由: 不要\n  备注: 乙\n", ("OT1508", "备注")),
        ("- 修改 事项: 甲\n  取消 材料 乙: [丙]\n", ("OT1507", "取消 材料 乙: [丙]")),
        ("- 修改 事项: 甲\n  增加 材料 乙: 丙\n", ("OT1101", "增加 材料 乙")),
        ("- 修改 事项: 甲\n  取消 提示:\n    - 名称: 乙\n", ("OT1507", "取消 提示")),
        ("- 修攺 事项: 甲\n  备注: 乙\n", ("OT1101", "修攺")),
        ("- 修改 事项: 甲\n  曾加 材料: 乙\n", ("OT1101", "曾加")),
        ("- 修改 事项: 甲\n  单办:\n    增加 村料: 乙\n", ("OT1101", "增加 村料")),
    ],
)
def test_slips_in_yaml_are_told_where_they_stand(content, found):
    tree = yaml(content)
    assert [(code, span) for code, span, _ in where(tree)] == [found]
