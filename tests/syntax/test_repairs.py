"""Slips of people who type Chinese: each has one finding of its own, and a repair after which nothing is left."""

from pathlib import Path

import pytest

from onething.source import Source
from onething.syntax import format_text, parse
from .reading import codes, repaired, text

CHARACTERS = [line.split("\t") for line in (Path(__file__).parent / "characters.tsv").read_text("utf-8").splitlines()[1:]]
CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(("typed", "written", "code"), CHARACTERS, ids=[row[0] for row in CHARACTERS])
def test_a_character_is_accepted_or_repaired_for_certain(typed, written, code):
    content = f"事项 甲：\n    {typed}\n"
    findings = text(content).findings
    if code != "-":
        (found,) = findings
        assert found.code == code and found.fix.safe
        content = repaired(content, found)
    assert codes(text(content)) == []
    assert written in [line.strip() for line in format_text(text(content)).splitlines()]


def test_the_table_has_the_characters_an_input_method_types():
    wide = {char for typed, _, _ in CHARACTERS for char in typed if not char.isascii() and not "\u4e00" <= char <= "\u9fff"}
    assert len(wide) >= 60


def test_a_file_typed_wholly_full_width_is_the_file_typed_half_width():
    wide = "＃　说明\n一件事　出生：\n　　代码：ｎｅｗ－ｂｏｒｎ１\n　　总时限：５个工作日（不含　制证，依据　闽民规【２０２２】１３号）\n情形　甲　＂乙？＂：丙，丁\n场景　“戊”：\n　　甲：丙\n"
    half = '# 说明\n一件事 出生:\n    代码:new-born1\n    总时限:5个工作日(不含 制证,依据 闽民规[2022]13号)\n情形 甲 "乙？":丙,丁\n场景 "戊":\n    甲:丙\n'
    assert codes(text(wide)) == codes(text(half)) == []
    assert format_text(text(wide)) == format_text(text(half))


# what is typed in a matter → code → what the repair writes → whether it is certain
SLIPS = [
    ("材料：任选其一 甲、乙", "OT1025", "材料：任选其一（甲、乙）", True),
    ("材料：任选其二（甲、乙）", "OT1111", "材料：任选其一（甲、乙）", False),
    ("材料：甲（原件、2份）", "OT1018", "材料：甲（原件，2份）", True),
    ("材料：甲（原件，2份、“首页”）", "OT1018", "材料：甲（原件，2份，“首页”）", True),
    ("材料：甲（原件1份）", "OT1018", "材料：甲（原件，1份）", True),
    ("承诺时限：5个工作日（不含 制证、送达，公示）", "OT1018", "承诺时限：5个工作日（不含 制证、送达、公示）", True),
    ("材料：甲（“首页，2份）", "OT1016", "材料：甲（“首页”，2份）", False),
    ("材料：“甲", "OT1016", "材料：“甲”", True),
    ("备注：“甲", "OT1016", "备注：“甲”", True),
    ("材料：甲（原件", "OT1014", "材料：甲（原件）", True),
    ("材料：甲（原件、乙", "OT1014", "材料：甲（原件、乙）", False),
    ("材料：甲、乙 或 丙", "OT1010", "材料：任选其一（甲、乙、丙）", False),
    ("材料：甲、乙 当 丙 为 丁", "OT1010", "材料：\n        甲 当 丙 为 丁\n        乙 当 丙 为 丁", False),
    ("适用：甲 为 乙 且 丙 为 丁 或 戊 为 己", "OT1011", "适用：（甲 为 乙 且 丙 为 丁） 或 戊 为 己", False),
    ("材料：甲 当 甲 为 乙 或 丙 为 丁 且 戊 为 己", "OT1011", "材料：甲 当 甲 为 乙 或 （丙 为 丁 且 戊 为 己）", False),
    ("适用：婚姻状况 婚内", "OT1018", "适用：婚姻状况 为 婚内", False),
    ("适用：婚姻状况 爲 婚内", "OT1018", "适用：婚姻状况 为 婚内", True),
    ("适用：面积不低于上限", "OT1203", "适用：面积 不低于 上限", True),
    ("适用：甲 为 乙 且丙 为 丁", "OT1203", "适用：甲 为 乙 且 丙 为 丁", True),
    ("材料：甲 当丙 为 丁", "OT1203", "材料：甲 当 丙 为 丁", True),
    ("材料：户口簿 结婚证", "OT1013", "材料：户口簿、结婚证", False),
    ("材料：身份证、户口簿……", "OT1036", "材料：身份证、户口簿", False),
    ("材料：身份证、…", "OT1036", "材料：身份证", False),
    ("承诺时限：1O个工作日", "OT1041", "承诺时限：10个工作日", True),
    ("材料：甲（容缺 10个工作日）", "OT1107", "材料：甲（容缺 10个工作日内补）", True),
    ("材料：甲（", "OT1014", "材料：甲", False),
    ("材料：甲（原", "OT1014", "材料：甲（原件）", False),
    ("材料：\n        甲\t1\t原件", "OT1038", "材料：\n        甲（1份，原件）", False),
    ("适用：甲 为 乙；丙 为 丁", "OT1018", "适用：甲 为 乙 且 丙 为 丁", False),
    ("办理部", "OT1023", "办理部门：", False),
    ("材料：甲（取自）", "OT1107", "材料：甲", False),
    ("材料：甲（電子证照）", "OT1102", "材料：甲（电子证照）", True),
    ("办理 部门：甲", "OT1039", "办理部门：甲", True),
    ("办理 部门 甲", "OT1039", "办理部门：甲", True),
    ("办理部门=甲", "OT1002", "办理部门：甲", True),
    ("办理部门\t甲", "OT1002", "办理部门：甲", True),
    ("办里部门：甲", "OT1101", "办理部门：甲", False),
    ("牵头部门：甲", "OT1103", "办理部门：甲", False),
    ("材料：\n        1. 甲\n        2、乙\n        （三）丙", "OT1035", "材料：\n        甲\n        乙\n        丙", False),
    ("材料：\n        • 甲\n        - 乙", "OT1035", "材料：\n        甲\n        乙", True),
    ("材料：\n        甲\t原件\t1份\n        乙\t复印件", "OT1038", "材料：\n        甲（原件，1份）\n        乙（复印件）", False),
    ("字段：\n        甲\t乙", "OT1038", "字段：\n        甲、乙", False),
    ("材料：\n        当 甲 为 乙：丙（原件）、丁\n        其余：\n            戊", "OT1106", "材料：\n        丙（原件） 当 甲 为 乙\n        丁 当 甲 为 乙\n        戊 当 非 甲 为 乙", False),
    ("材料：甲\n        乙", "OT1005", "材料：\n        甲\n        乙", False),
    ("承诺时限：", "OT1006", "承诺时限：未载明", False),
    ("备注：甲\n    备注：乙", "OT1020", "备注：甲", False),
    ("备注：甲\n        种类：登记\n        层级：街道", "OT1004", "备注：甲\n    种类：登记\n    层级：街道", True),
    ("备注：甲\n  种类：登记\n  层级：街道", "OT1003", "备注：甲\n    种类：登记\n    层级：街道", False),
]


@pytest.mark.parametrize(("typed", "code", "written", "certain"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip_is_one_finding_that_its_repair_mends(typed, code, written, certain):
    content = f"事项 甲：\n    {typed}\n"
    (found,) = text(content).findings
    assert found.code == code and found.fix.safe is certain
    assert repaired(content, found) == f"事项 甲：\n    {written}\n"
    assert code in ("OT1014", "OT1023") and not certain or codes(text(repaired(content, found))) == []


WHOLE = [
    ("一件事 甲：\n    代码：x\n事项 乙：\n    渠道：移动端\n    备注：丙\n", "OT1103", "一件事 甲：\n    渠道：移动端\n    代码：x\n事项 乙：\n    备注：丙\n"),
    ("一件事 甲：\n    渠道：移动端\n事项 乙：\n    渠道：移动端\n    备注：丙\n", "OT1103", "一件事 甲：\n    渠道：移动端\n事项 乙：\n    备注：丙\n"),
    ("示例 “甲”：\n    乙：丙\n    应办：丁\n", "OT1101", "场景 “甲”：\n    乙：丙\n    应办：丁\n"),
    ("角色 子\n事项 甲：\n    字段：子 姓名\n", "OT1013", "角色 子\n事项 甲：\n    字段：子的姓名\n"),
    ("事项 户籍 登记：\n    前置：户籍登记\n", "OT1013", "事项 户籍登记：\n    前置：户籍登记\n"),
    ("事项 甲：\n    材料：乙（原件，当 丙 为 丁）\n", "OT1102", "事项 甲：\n    材料：乙（原件） 当 丙 为 丁\n"),
    ("事项 甲：\n材料：乙\n字段：\n    丙\n", "OT1104", "事项 甲：\n    材料：乙\n    字段：\n        丙\n"),
    ("一件 事 甲：\n    代码：x\n", "OT1039", "一件事 甲：\n    代码：x\n"),
    ("甲登记：\n    办理部门：乙\n    材料：丙\n", "OT1101", "事项 甲登记：\n    办理部门：乙\n    材料：丙\n"),
    ("情形 甲 是否已婚？：是、否\n", "OT1040", "情形 甲 “是否已婚？”：是、否\n"),
    ("场景 “甲”：\n    乙=丙\n", "OT1023", "场景 “甲”：\n    乙：丙\n"),
    ("一、事项 甲：\n    备注：乙\n", "OT1035", "事项 甲：\n    备注：乙\n"),
    ("事项甲：\n    备注：乙\n", "OT1009", "事项 甲：\n    备注：乙\n"),
]


@pytest.mark.parametrize(("content", "code", "written"), WHOLE)
def test_a_slip_outside_a_value_is_mended_too(content, code, written):
    (found,) = text(content).findings
    assert found.code == code and repaired(content, found) == written and codes(text(written)) == []


@pytest.mark.parametrize("name", ["12345热线", "2寸照片", "3岁以下婴幼儿登记表", "一、二、三", "国发〔2024〕3号", "甲[试点]", "A1表", "O型血证明", "3D打印许可"])
def test_what_looks_like_a_slip_and_is_none_stays(name):
    assert codes(text(f"事项 甲：\n    材料：\n        {name}\n")) == []


def test_a_line_cut_off_behind_its_key_is_told_once():
    assert codes(text("事项 甲：\n    办理部门\n    备注：乙\n")) == ["OT1002"]


def test_numbered_lines_of_free_text_stay_as_they_are():
    assert codes(text("事项 甲：\n    申请条件：\n        1. 年满18周岁\n        2. 有住所\n")) == []


def test_a_conflict_is_one_finding_and_the_first_side_is_read():
    tree = text("<<<<<<< HEAD\n事项 甲：\n    办理部门：乙\n||||||| 旧\n事项 子：\n=======\n事项 丑：\n    办里部门：丙\n>>>>>>> 他的\n事项 丁：\n    备注：戊\n")
    assert codes(tree) == ["OT1037"] and [note.span.position[0] for note in tree.findings[0].notes] == [6, 9]
    assert [block.name.phrase.items[0].head.text for block in tree.blocks] == ["甲", "丁"]


WIDE = [
    "－　事项：出生登记\n　　办理部门：公安部门\n　　材料：\n　　　　－　出生医学证明\n　　　　－　结婚证（数据共享）　当　婚姻状况　为　婚内\n　　承诺时限：\n　　　　当　长度　不满　150米：10个工作日\n　　　　其余：3个工作日\n－　情形：出生证\n　　问：“是否已领取？”\n　　选项：【已领取，未领取】\n－　场景：戊\n　　出生证：已领取\n",
    "— 事项：甲\n  办理部门：乙\n",
    "- 事项:甲\n  办理部门:乙\n",
    "-事项: 甲\n",
    "- 事项: 甲\n\t办理部门: 乙\n",
    "- 事项: 甲\n　办理部门：乙\n　不予受理：\n　　- 名称：丙\n　　　当：甲 为 乙\n　　　答复：“丙：丁”\n",
    "- 情形: 甲\n  选项: 【乙，丙】\n",
    "•　事项：甲\n　　办理部门：乙\n",
]


@pytest.mark.parametrize("content", WIDE)
def test_yaml_typed_full_width_is_one_finding_and_one_repair_for_the_whole_file(content):
    (found,) = parse(Source("甲.yaml", content)).findings
    assert found.code == "OT1031" and found.fix.safe
    tree = parse(Source("甲.yaml", repaired(content, found)))
    assert codes(tree) == []
    assert sum(len(block.children) + len(block.parts) for block in tree.blocks) >= content.count("\n") * 0.4 - 1


def test_full_width_signs_inside_yaml_values_and_literal_text_are_left_alone():
    assert codes(parse(Source("甲.yaml", "- 事项: 甲\n  备注: |\n    办理部门：乙\n    备注：丙\n  材料:\n    - “一：二”\n"))) == []


YAML_SLIPS = [
    ("事项: 甲\n材料:\n  - 乙\n情形: 丙\n问: 丁\n", "OT1034", "- 事项: 甲\n  材料:\n    - 乙\n- 情形: 丙\n  问: 丁\n"),
    ("- 事项: 甲\n---\n- 事项: 乙\n", "OT1033", "- 事项: 甲\n- 事项: 乙\n"),
    ("- 事项: 甲\n  备注: 乙: 丙\n", "OT1030", "- 事项: 甲\n  备注: '乙: 丙'\n"),
    ("- 事项: 甲\n  材料: [乙, 丙\n", "OT1030", "- 事项: 甲\n  材料: [乙, 丙]\n"),
    ("- 事项: 甲\n  备注: '乙\n", "OT1030", "- 事项: 甲\n  备注: '乙'\n"),
    ("- 事项: 甲\n  备注: 乙\n  备注: 丙\n", "OT1020", "- 事项: 甲\n  备注: 乙\n"),
    ("- 事项: 甲\n  承诺时限:\n", "OT1006", "- 事项: 甲\n  承诺时限: 未载明\n"),
]


@pytest.mark.parametrize(("content", "code", "written"), YAML_SLIPS)
def test_a_slip_in_yaml_is_mended(content, code, written):
    (found,) = parse(Source("甲.yaml", content)).findings
    assert found.code == code and repaired(content, found) == written
    assert codes(parse(Source("甲.yaml", written))) == []


@pytest.mark.parametrize("path", sorted((CORPUS / "bad").rglob("*.*")), ids=lambda path: path.name)
def test_everything_found_while_reading_says_what_to_do(path):
    if path.suffix in (".onething", ".yaml"):
        for found in parse(Source(path.name, path.read_text("utf-8"))).findings:
            assert found.fix and found.fix.zh and found.fix.en, found.code
