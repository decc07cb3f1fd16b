"""Codes: built as the standards say, and what is wrong with one that is not, in words."""

from __future__ import annotations

import pytest

from onething.naming.codes import (
    Fault,
    MatterCode,
    belongs_to,
    credit_code_check,
    credit_code_fault,
    identity_number_check,
    identity_number_fault,
    lies_within,
    matter_code,
    place_code_fault,
    private_numbers,
)

ORGAN = "11990000" + "000000001"  # an organ of no real place
ORGAN += credit_code_check(ORGAN)


def test_a_credit_code_ends_in_the_character_that_its_first_seventeen_ask_for():
    assert credit_code_fault(ORGAN) is None
    others = [c for c in "0123456789ABCDEFGHJKLMNPQRTUWXY" if c != ORGAN[-1]]
    assert all("校验位" in credit_code_fault(ORGAN[:-1] + c).zh for c in others)


@pytest.mark.parametrize("at", range(17))
def test_one_wrong_character_of_a_credit_code_is_noticed(at: int):
    other = "1" if ORGAN[at] != "1" else "2"
    assert credit_code_fault(ORGAN[:at] + other + ORGAN[at + 1 :])


@pytest.mark.parametrize("code, said", [("1199", "18位"), (ORGAN[:8] + "O" + ORGAN[9:], "O"), ("11A90000" + ORGAN[8:], "区划")])
def test_what_is_wrong_with_a_credit_code_is_said(code: str, said: str):
    assert said in credit_code_fault(code).zh


def test_an_identity_number_has_place_date_and_check_character():
    first = "990000190001010" + "01"
    number = first + identity_number_check(first)
    assert identity_number_fault(number) is None
    assert "校验码" in identity_number_fault(first + ("1" if number[-1] != "1" else "2")).zh
    assert "日期" in identity_number_fault("99000019001301001X").zh
    assert "区划" in identity_number_fault("00000019000101001X").zh
    assert identity_number_fault("1234").zh


@pytest.mark.parametrize("code", ["350000", "350200", "350203", "350203001000", "350203001002", "990100"])
def test_a_place_code_has_six_or_twelve_digits(code: str):
    assert place_code_fault(code) is None


@pytest.mark.parametrize("code", ["35", "3502", "35020a", "350003", "190000", "350200001002"])
def test_what_is_no_place_code(code: str):
    assert isinstance(place_code_fault(code), Fault)


def test_a_place_lies_within_the_one_whose_code_encloses_it():
    assert lies_within("350203", "350200") and lies_within("350203", "350000") and lies_within("350203001000", "350203")
    assert not lies_within("350200", "350200") and not lies_within("350200", "350203") and not lies_within("350203", "360000")


MAIN, SUB, ITEM = "00013112700Y", "000131127004", "00013112700401"  # 企业登记注册, as a county publishes it


def test_main_item_sub_item_and_handled_item():
    assert [matter_code(c).rank for c in (MAIN, SUB, ITEM)] == ["主项", "子项", "业务办理项"]
    assert [matter_code(c).heading for c in (MAIN, SUB, ITEM, "000131127000")] == [True, False, False, False]
    assert matter_code(ORGAN + "4" + SUB) == MatterCode(ORGAN, "4", "00", "01", "31127", "004", "")
    assert matter_code(ORGAN + "4" + ITEM).item == "01" and matter_code(ITEM).basic == SUB


def test_a_handled_item_belongs_to_its_sub_item_and_that_to_its_heading():
    main, sub, item, other = map(matter_code, (MAIN, SUB, ITEM, "000131128004"))
    assert belongs_to(sub, main) and belongs_to(item, sub) and belongs_to(item, main)
    assert not belongs_to(main, sub) and not belongs_to(sub, item) and not belongs_to(other, main) and not belongs_to(sub, sub)


@pytest.mark.parametrize(
    "code, said",
    [("0001", "4位"), ("0001311270X4", "子项"), ("190131127004", "19"), (ORGAN[:-1] + "?" + "4" + SUB, "信用代码"), (ORGAN + "A" + SUB, "层级")],
)
def test_what_is_wrong_with_a_matter_code_is_said(code: str, said: str):
    assert said in matter_code(code).zh


def test_numbers_of_persons_are_found_in_a_text():
    first = "110101190001010" + "01"
    number = first + identity_number_check(first)
    text = f"例：{number}，电话13800000000，编号{first}{'0' if number[-1] != '0' else '1'}"
    assert [(text[a:b], kind) for a, b, kind in private_numbers(text)] == [(number, "公民身份号码"), ("13800000000", "手机号码")]


def test_long_numbers_that_merely_contain_one_are_not_numbers_of_persons():
    assert private_numbers("办件编号 2138000000001 和 A13800000000") == []


@pytest.mark.parametrize("language, told", [("1", False), ("2", True)])
def test_a_workspace_of_the_first_version_is_not_told_of_place_codes(language: str, told: bool, tmp_path):
    from onething.workspace import open_workspace

    (tmp_path / "onething.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    (tmp_path / "目录.onething").write_text("地区 示范省：\n    代码：99\n", encoding="utf-8")
    assert [f.code for f in open_workspace(tmp_path).findings] == ["OT2611"] * told


def test_a_code_is_published_and_printed_in_the_notice():
    from compiling import compile_text

    from onething.emit import emit
    from onething.workspace.build import published

    one = compile_text(
        f"""部门 甲局

部门 乙局

一件事 甲乙：
    代码：both
    牵头部门：甲局
    配合部门：乙局
    依据：未载明

事项 甲：
    基本编码：{SUB}
    实施编码：{ORGAN}4{SUB}
    办理部门：甲局

事项 乙：
    办理部门：乙局
"""
    )
    ir = published(one.analysis)
    assert [(m.basic_code, m.implementing_code) for m in ir.matters] == [(SUB, f"{ORGAN}4{SUB}"), ("", "")]
    notice = next(a.text for a in emit(ir, ("checklist",)) if a.path.endswith("notice.md"))
    assert notice.count(f"{ORGAN}4{SUB}") == 1 and notice.count("基本编码") == 1
