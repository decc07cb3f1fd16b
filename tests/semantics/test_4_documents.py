"""Section 4: documents and states, and how each is obtained."""

from __future__ import annotations

import pytest
from semantics.small import bundle, hand_in, line


def one(*materials: str, place: str = "甲省", more: str = ""):
    lines = "".join(f"        {m}\n" for m in materials)
    return bundle(f"事项 登记：\n    材料：\n{lines}{more}", place=place).outcome()


def test_first_of_all_another_taken_matter_issues_it_whatever_the_phrase_says():
    body = "事项 发：\n    参与：选办\n    产出：许可证\n事项 用：\n    材料：许可证（自备，原件）\n"
    taken, alone = bundle(body).outcome({}, {"发"}), bundle(body).outcome()
    assert line(taken, "许可证").how == "内部流转" and hand_in(taken) == set()
    assert line(alone, "许可证").how == "自备" and hand_in(alone) == {"许可证"}


def test_never_from_the_matter_itself():
    got = bundle("事项 换证：\n    材料：许可证\n    产出：许可证\n").outcome()
    assert line(got, "许可证").how == "自备" and got.edges == ()


def test_an_output_under_a_condition_is_issued_only_there():
    body = "情形 甲 “？”：一、二\n事项 发：\n    产出：许可证 当 甲 为 一\n事项 用：\n    材料：许可证\n"
    assert hand_in(bundle(body).outcome({"甲": "一"})) == set() and hand_in(bundle(body).outcome({"甲": "二"})) == {"许可证"}


WAYS = {
    "自备": "自备", "电子证照": "电子证照", "数据共享": "数据共享", "系统生成": "系统生成", "查验不收": "查验不收",
    "内部调阅": "内部调阅", "告知承诺": "告知承诺", "容缺 5个工作日内补": "容缺后补",
}  # fmt: skip


@pytest.mark.parametrize(("written", "how"), WAYS.items())
def test_then_the_phrase_decides_also_against_the_catalogue(written, how):
    got = one(f"身份证（{written}）")  # an e-licence at this place
    assert line(got, "身份证").how == how
    assert bool(got.hand_in) == (how in ("自备", "容缺后补"))


def test_a_fallback_is_kept_and_does_not_count():
    for written in ("取不到的交原件", "取不到的容缺 10个工作日内补"):
        got = one(f"身份证（电子证照，{written}）")
        assert not got.hand_in and line(got, "身份证").met[0].need.fallback.startswith(written[:4])


def test_then_an_e_licence_of_the_place_or_of_what_it_lies_in():
    assert line(one("身份证"), "身份证").how == "电子证照"
    assert line(one("身份证", place="乙市"), "身份证").how == "电子证照"
    assert line(one("身份证", place="国家"), "身份证").how == "自备"


def test_then_a_source_that_holds_it_if_it_is_connected_and_shared():
    assert line(one("结婚证"), "结婚证").how == "数据共享"
    assert line(one("照片"), "照片").how == "自备"  # connected nowhere
    assert line(one("病历"), "病历").how == "自备"  # not shared


def test_else_the_applicant_hands_it_in():
    assert hand_in(one("申请书", "合同")) == {"申请书", "合同"}


def test_a_need_under_a_condition_is_there_only_where_it_holds():
    made = bundle("情形 甲 “？”：一、二\n事项 登记：\n    材料：\n        申请书 当 甲 为 一\n        合同\n")
    assert hand_in(made.outcome({"甲": "一"})) == {"申请书", "合同"} and hand_in(made.outcome({"甲": "二"})) == {"合同"}


def test_without_an_owner_it_is_the_only_applicants_and_aliases_are_the_same_document():
    got = bundle("事项 甲事：\n    材料：家长的合同\n事项 乙事：\n    材料：合同、子女的合同\n").outcome()
    assert [x.thing.label for x in got.lines] == ["家长的合同", "子女的合同"]
    assert [len(x.met) for x in got.lines] == [2, 1]
    got = bundle("事项 甲事：\n    材料：二代证\n事项 乙事：\n    材料：身份证\n").outcome()
    assert len(got.lines) == 1


def test_one_line_for_several_matters_as_the_most_demanding_wants_and_says_for_whom():
    body = "事项 甲事：\n    材料：合同（数据共享，原件，9份）\n事项 乙事：\n    材料：合同（复印件，3份）\n事项 丙事：\n    材料：合同（原件或复印件，2份）\n"
    got = line(bundle(body).outcome(), "合同")
    assert (got.how, got.original, got.copies) == ("自备", "原件或复印件", 3)  # 9 originals are shared, nobody brings them
    assert [m.matter for m in got.met] == ["甲事", "乙事", "丙事"]


def test_original_before_original_or_copy_before_copy():
    for first, second, strictest in (("原件", "复印件", "原件"), ("原件或复印件", "复印件", "原件或复印件"), ("原件", "原件或复印件", "原件")):
        got = bundle(f"事项 甲事：\n    材料：合同（{second}）\n事项 乙事：\n    材料：合同（{first}）\n").outcome()
        assert line(got, "合同").original == strictest


def test_paper_before_electronic_before_whichever_in_any_order():
    for first, second in (("纸质", "电子"), ("电子", "纸质")):
        got = bundle(f"事项 甲事：\n    材料：合同（{first}）\n事项 乙事：\n    材料：合同（{second}）\n事项 丙事：\n    材料：合同\n").outcome()
        assert line(got, "合同").medium == "纸质"
    got = bundle("事项 甲事：\n    材料：合同\n事项 乙事：\n    材料：合同（电子）\n").outcome()
    assert line(got, "合同").medium == "电子"


def test_brought_now_counts_before_brought_later():
    got = bundle("事项 甲事：\n    材料：合同（容缺 5个工作日内补）\n事项 乙事：\n    材料：合同\n").outcome()
    assert line(got, "合同").how == "自备"


def test_what_nobody_insists_on_never_counts():
    got = one("合同（非必要）")
    assert line(got, "合同").optional and not got.hand_in
    got = bundle("事项 甲事：\n    材料：合同（非必要）\n事项 乙事：\n    材料：合同\n").outcome()
    assert not line(got, "合同").optional and hand_in(got) == {"合同"}


def test_an_alternative_that_asks_nothing_wins():
    for written in ("申请书 或 身份证", "任选其一（申请书、身份证）"):
        got = one(written)
        assert [x.thing.label for x in got.lines] == ["身份证"] and not got.hand_in


def test_an_alternative_that_is_issued_inside_wins():
    body = "事项 发：\n    参与：选办\n    产出：许可证\n事项 用：\n    材料：申请书 或 许可证\n"
    assert hand_in(bundle(body).outcome({}, {"发"})) == set()
    assert hand_in(bundle(body).outcome()) == {"申请书", "许可证"}


def test_else_they_stand_together_and_one_is_enough():
    got = one("任选其一（申请书、合同、产权证）")
    groups = {x.group for x in got.hand_in}
    assert len(groups) == 1 and {t.label for t in groups.pop()} == {"申请书", "合同", "产权证"}


def test_an_alternative_that_is_handed_in_anyway_settles_the_choice():
    got = bundle("事项 甲事：\n    材料：申请书 或 合同\n事项 乙事：\n    材料：合同（2份）\n").outcome()
    assert hand_in(got) == {"合同"} and line(got, "合同").group == ()
    assert [m.matter for m in line(got, "合同").met] == ["乙事", "甲事"]


def test_what_is_only_offered_settles_no_choice():
    got = bundle("事项 甲事：\n    材料：申请书 或 合同\n事项 乙事：\n    材料：合同（非必要）\n").outcome()
    assert hand_in(got) == {"申请书", "合同"} and all(x.group for x in got.hand_in)


def test_the_same_alternatives_of_two_matters_are_one_choice_and_different_ones_are_two():
    body = "事项 甲事：\n    材料：申请书 或 合同\n事项 乙事：\n    材料：{}\n"
    assert len({x.group for x in bundle(body.format("申请书 或 合同")).outcome().hand_in}) == 1
    assert len({x.group for x in bundle(body.format("申请书 或 产权证")).outcome().hand_in}) == 2


def test_a_state_is_never_handed_in():
    got = bundle("情形 账户 “？”：在缴、封存\n事项 提取：\n    前置：账户 为 封存\n    材料：申请书\n").outcome({"账户": "封存"})
    assert hand_in(got) == {"申请书"}


REASONS = {
    "合同（自备）": "由申请人准备并提交", "合同（容缺 5个工作日内补）": "可以先受理、后补交", "合同（电子证照）": "出示或调取电子证照",
    "合同（数据共享）": "由部门之间共享取得", "合同（系统生成）": "由系统生成", "合同（告知承诺）": "以书面承诺代替",
    "合同（查验不收）": "当场查验，不收取", "合同（内部调阅）": "由窗口在内部调取", "身份证": "甲省已有电子证照",
    "结婚证": "通库已接通（有条件共享，须申请授权）", "户口簿": "全库已接通", "合同": "由申请人持有并提交",
}  # fmt: skip


@pytest.mark.parametrize(("written", "reason"), REASONS.items())
def test_it_is_said_why_a_document_is_obtained_the_way_it_is(written, reason):
    (only,) = one(written).lines
    assert only.met[0].reason == reason


def test_of_a_document_issued_inside_it_is_said_by_whom():
    body = "事项 发：\n    产出：许可证\n事项 也发：\n    产出：许可证\n事项 用：\n    材料：许可证\n"
    assert line(bundle(body).outcome(), "许可证").met[0].reason == "由 发、也发 产出"


def test_brought_later_counts_before_what_asks_nothing():
    for first, second in (("数据共享", "容缺 5个工作日内补"), ("容缺 5个工作日内补", "数据共享")):
        got = bundle(f"事项 甲事：\n    材料：合同（{first}）\n事项 乙事：\n    材料：合同（{second}）\n").outcome()
        assert line(got, "合同").how == "容缺后补"


def test_the_materials_stand_in_the_authors_order_also_a_choice_among_them():
    got = one("申请书 或 合同", "产权证", "照片")
    assert [x.thing.label for x in got.lines] == ["申请书", "合同", "产权证", "照片"]
