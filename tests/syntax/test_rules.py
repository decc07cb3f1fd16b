"""The rules that keep the language unambiguous: each was a real misreading."""

import pytest

from onething.syntax.tree import Both, Compare, Name, Quantity, Text
from .reading import codes, matter, text, value, wrong


def names(line):
    return [item.head.text for item in value(line).items]


# 1. Word operators count only between blanks, or beside a bracket, quotation or digit.


@pytest.mark.parametrize("name", ["违法行为", "股权被冻结或出质证明", "非公司企业法人登记", "自备材料清单", "当事人身份证明"])
def test_a_word_inside_a_name_is_no_operator(name):
    assert names(f"材料：{name}") == [name]


def test_a_boundary_word_binds_to_a_quantity_glued_or_spaced():
    for line in ("适用：营业面积不满300平方米", "适用：营业面积 不满300平方米", "适用：营业面积 不满 300平方米"):
        compare = value(line)
        assert (compare.subject.text, compare.operator, compare.values[0].number) == ("营业面积", "不满", "300")


def test_a_range_is_two_comparisons_of_one_subject():
    both = value("适用：年龄 60周岁以上不满70周岁")
    assert isinstance(both, Both)
    assert [(part.subject.text, part.operator, part.values[0].number) for part in both.parts] == [("年龄", "以上", "60"), ("年龄", "不满", "70")]


def test_points_of_a_matter_are_names_among_steps():
    assert names("环节：申请、受理、决定、办结") == ["申请", "受理", "决定", "办结"]
    assert value("前置：乙 办结").items[0].link == "办结"


# 2. A bracket belongs to the item before it.


def test_a_bracket_belongs_to_the_item_before_it():
    first, last = value("材料：乙、丙（原件）").items
    assert not first.qualifiers and last.qualifiers[0].word == "原件"


def test_a_bracket_for_the_whole_list_says_so():
    (part,) = value("字段：乙、丙（均 取自 丁）").items[-1].qualifiers
    assert part.every and part.word == "取自" and part.args[0].text == "丁"


def test_a_bracket_glued_inside_a_name_is_part_of_it():
    assert names("材料：社会保障卡（含电子社保卡）申领表（原件）") == ["社会保障卡（含电子社保卡）申领表"]


def test_a_name_that_ends_in_a_bracket_is_quoted():
    assert codes(text("事项 许可（新办）：\n    备注：无\n")) == ["OT1021"]
    assert text("事项 “许可（新办）”：\n    备注：无\n").blocks[0].name.phrase.items[0].head.text == "许可（新办）"


def test_a_document_may_stand_in_title_marks():
    (item,) = value("材料：《出生医学证明》（原件）").items
    assert (item.head.text, item.head.quoted) == ("出生医学证明", "《")


# 3. Inside a bracket every part is a known phrase; free text is quoted.


def test_free_text_in_a_bracket_is_quoted():
    (item,) = value("材料：户口簿（电子证照，“首页和本人页”）").items
    assert item.qualifiers[0].word == "电子证照"
    assert isinstance(item.qualifiers[1].args[0], Text)


def test_an_unknown_bracket_word_is_an_error_with_a_suggestion():
    found = wrong("材料：户口簿（电子征照）")
    assert (found.code, found.span.text) == ("OT1102", "电子征照")
    assert found.fix.edits[0][1] == "电子证照"


# 4. 、 never shares a line with 或 or 当; 且 with 或 needs brackets.


@pytest.mark.parametrize("line", ["材料：乙、丙 当 丁 为 戊", "材料：乙、丙 或 丁"])
def test_a_list_shares_no_line_with_or_and_when(line):
    found = wrong(line)
    assert found.code == "OT1010" and "请分行写" in found.fix.zh


def test_one_of_takes_a_list_in_its_bracket():
    items = value("材料：任选其一（乙（原件）、丙） 当 丁 为 戊")
    assert items.one_of and len(items.items) == 2 and isinstance(items.when, Compare)


def test_and_mixed_with_or_needs_brackets():
    assert wrong("适用：乙 为 丙 且 丁 为 戊 或 己 为 庚").code == "OT1011"
    assert value("适用：乙 为 丙 且 （丁 为 戊 或 己 为 庚）")


def test_a_bare_answer_behind_or_is_no_condition():
    found = wrong("适用：身份 为 在职 或 退休")
    assert found.code == "OT1012" and found.fix.edits[0][1] == "属于（在职、退休）"


def test_a_set_stands_in_brackets():
    assert wrong("适用：身份 属于 在职、退休").fix.edits[0][1] == "属于（在职、退休）"


# 5. Prefix 当 chooses, suffix 当 includes.


def test_cases_choose_a_value():
    tree = matter("承诺时限：", "    当 长度 不满 150米：10个工作日", "    其余：3个工作日")
    first, other = tree.blocks[0].children[0].children
    assert not tree.findings and first.shape == other.shape == "case"
    assert "当" in first.parts and not other.parts


def test_only_some_entries_depend_on_the_situation():
    assert codes(matter("种类：", "    当 乙 为 丙：确认", "    其余：登记")) == ["OT1106"]


def test_cases_and_plain_lines_are_not_mixed():
    assert codes(matter("办理部门：", "    当 乙 为 丙：丁", "    戊")) == ["OT1024"]


# 6. A value is inline or a block; a number is a quantity only before a unit.


def test_a_value_is_inline_or_below_never_both():
    assert codes(matter("材料：乙", "    丙")) == ["OT1005"]


@pytest.mark.parametrize("name", ["2寸照片", "3岁以下婴幼儿登记表", "12345热线", "0012"])
def test_a_number_without_a_unit_behind_it_is_a_name(name):
    (item,) = value(f"材料：{name}").items
    assert isinstance(item.head, Name) and item.head.text == name


def test_a_number_before_a_unit_is_a_quantity():
    assert isinstance(value("承诺时限：5个工作日").items[0].head, Quantity)


# 7. Omitted, 未载明, 无 and （未核） are different things.


def test_missing_values_stay_apart():
    assert names("收费：无") == ["无"]
    assert names("承诺时限：未载明") == ["未载明"]
    assert value("承诺时限：5个工作日（未核）").items[0].qualifiers[0].word == "未核"
    assert value("承诺时限：5个工作日（依据 闽民规[2022]13号）").items[0].qualifiers[0].args[0].text == "闽民规〔2022〕13号"


def test_an_entry_without_a_value_is_an_error():
    assert codes(matter("承诺时限：", "材料：乙")) == ["OT1006"]


# Places are exact.


def test_a_finding_points_at_the_word_itself():
    found = wrong("材料：乙", "办里部门：丙")
    assert (found.code, found.span.text, found.span.position) == ("OT1101", "办里部门", (3, 5))
    assert found.fix.edits == ((found.span, "办理部门"),)


def test_a_declared_word_elsewhere_says_where():
    assert wrong("牵头部门：乙").code == "OT1103"


def test_an_entry_at_the_margin_is_told_once():
    assert codes(text("事项 甲：\n材料：乙\n字段：丙\n")) == ["OT1104"]


def test_a_double_entry_shows_both_places():
    found = wrong("材料：乙", "材料：丙")
    assert found.code == "OT1020" and found.notes[0].span.position == (2, 5)


def test_a_repeated_order_is_one_entry():
    tree = text("场景 甲：\n    先后：乙 先于 丙\n    先后：丙 先于 丁\n")
    assert not tree.findings and len(tree.blocks[0].children[0].children) == 2


def test_options_may_stand_on_lines_of_their_own():
    for content in ("情形 甲 “乙？”：\n    丙\n    丁\n", "情形 甲 “乙？”：丙、丁\n", "情形 甲 “乙？”：\n    选项：丙、丁\n"):
        options = text(content).blocks[0].parts["选项"]
        assert [item.head.text for item in options.phrase.items] == ["丙", "丁"]
        assert [options.span(item).text for item in options.phrase.items] == ["丙", "丁"]


def test_a_misspelt_block_still_holds_its_entries():
    tree = text("事象 甲：\n    材料：乙\n事项 丙：\n    材料：丁\n")
    assert codes(tree) == ["OT1101"] and len(tree.blocks) == 2
