"""Formatting changes nothing but the writing; both notations say the same, remarks and order included."""

import pytest
from hypothesis import given, settings, strategies as st

from onething.syntax import format_text, format_yaml, yaml_schema
from onething.vocabulary import BLOCKS
from .reading import SAMPLES, again, codes, plain, text, through_yaml, yaml

samples = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@samples
def test_samples_have_no_mistakes(path):
    assert codes(text(path.read_text("utf-8"))) == []


@samples
def test_formatting_twice_is_formatting_once(path):
    tree = text(path.read_text("utf-8"))
    assert format_text(again(tree)) == format_text(tree)


@samples
def test_formatting_changes_nothing_but_the_writing(path):
    tree = text(path.read_text("utf-8"))
    assert plain(again(tree)) == plain(tree)


@samples
def test_text_through_yaml_and_back_is_the_formatted_text(path):
    tree = text(path.read_text("utf-8"))
    assert through_yaml(tree) == format_text(tree)


@samples
def test_yaml_through_text_and_back_is_the_formatted_yaml(path):
    there = yaml(format_yaml(text(path.read_text("utf-8"))))
    assert format_yaml(again(there)) == format_yaml(there)
    assert plain(yaml(format_yaml(there))) == plain(there)


@samples
def test_yaml_samples_fit_the_schema(path):
    import json

    import jsonschema
    import yaml as library

    data = library.load(format_yaml(text(path.read_text("utf-8"))), Loader=library.BaseLoader)
    jsonschema.validate(json.loads(json.dumps(data)), yaml_schema())


def test_every_declared_word_stands_in_a_sample():
    seen = set()

    def walk(block, nodes):
        for node in nodes:
            if node.word is not None:
                seen.add((block, node.word.name))
                seen.update((node.word.name if node.shape == "block" else block, key) for key in node.parts)
                walk(node.word.name if node.shape == "block" else block, node.children)

    for path in SAMPLES:
        for block in text(path.read_text("utf-8")).blocks:
            seen.add((block.word.name, block.word.name))
            seen.update((block.word.name, key) for key in block.parts)
            walk(block.word.name, block.children)
    missing = [
        (block.name, word.name)
        for block in BLOCKS
        for word in (*block.keys, *block.entries)
        if (block.name, word.name) not in seen
    ]
    assert missing == []


def test_remarks_stay_where_they_stand():
    content = "# 一\n\n# 二\n事项 甲：  # 三\n    # 四\n    材料：\n        乙  # 五\n        # 六\n    # 七\n# 八\n事项 丙：\n    备注：丁\n# 九\n"
    tree = text(content)
    assert format_text(tree) == content
    assert through_yaml(tree) == content


# ---- small generated files

NAMES = st.sampled_from(["甲", "居民户口簿", "新生儿的姓名", "2寸照片", "违法行为", "“许可（新办）”", "《出生医学证明》", "卡（含电子卡）申领"])
REMARKS = st.sampled_from(["", "  # 说明", "  # 见 #1"])
BRACKETS = st.sampled_from(["", "（原件）", "（原件，2份）", "（数据共享，取不到的容缺 10个工作日内补）", "（取自 丁，“首页”）", "（依据 国发〔2024〕3号）"])
COMPARES = st.sampled_from(["乙 为 丙", "乙 属于（丙、丁）", "面积 不满 300平方米", "年龄 60周岁以上不满70周岁", "非 乙 为 丙", "面积 不低于 上限", "乙 为 丙（未核）"])
CONDITIONS = st.recursive(
    COMPARES,
    lambda inner: st.tuples(st.lists(inner, min_size=2, max_size=3), st.sampled_from([" 且 ", " 或 "])).map(
        lambda drawn: drawn[1].join(f"（{part}）" for part in drawn[0])
    ),
    max_leaves=5,
)
ITEMS = st.builds("{}{}".format, NAMES, BRACKETS)
LINES = st.one_of(ITEMS, st.builds("{} 当 {}".format, ITEMS, CONDITIONS), st.lists(ITEMS, min_size=2, max_size=3).map(" 或 ".join))
BLANK = st.sampled_from(["", "", "", "\n", "        # 行\n"])
ENTRIES = st.one_of(
    st.builds("    适用：{}{}\n".format, CONDITIONS, REMARKS),
    st.lists(ITEMS, min_size=1, max_size=3).map(lambda items: "    字段：" + "、".join(items) + "\n"),
    st.lists(st.builds("{}        {}{}\n".format, BLANK, LINES, REMARKS), min_size=1, max_size=4).map(lambda lines: "    材料：\n" + "".join(lines)),
    st.builds("    承诺时限：\n        当 {}：1个工作日\n        其余：2个工作日\n".format, CONDITIONS),
    st.builds("    提示 {} 当 {}：“请来”\n".format, NAMES, CONDITIONS),
)
MATTERS = st.builds(
    lambda name, entries: f"事项 {name}：\n" + "".join({entry.split("：")[0]: entry for entry in entries}.values()),
    NAMES, st.lists(ENTRIES, min_size=1, max_size=5),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MATTERS, min_size=1, max_size=3).map("\n".join))
def test_any_file_survives_formatting_and_conversion(content):
    tree = text(content)
    assert codes(tree) == []
    assert plain(again(tree)) == plain(tree)
    assert format_text(again(tree)) == format_text(tree)
    assert through_yaml(tree) == format_text(tree)
