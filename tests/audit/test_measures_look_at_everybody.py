"""What differs from applicant to applicant is judged for all of them, and one who loses is named."""

from __future__ import annotations

from pathlib import Path

from compiling import compile_text

from onething.audit import audit

FULL = (Path(__file__).parent / "满分.onething").read_text(encoding="utf-8")


def lost(name: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = FULL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = compile_text(text, checked=False)
    assert not made.findings, [(f.code, f.message()) for f in made.findings]
    scores = {s.measure.name: s for d in audit(made.analysis).degrees for s in d.measures}
    return [(item.thing, item.lost) for item in scores[name].lost]


def won(name: str, *changes: tuple[str, str]) -> bool:
    return not lost(name, *changes)


def test_a_limit_that_is_missing_for_some_is_missing():
    some = ("    承诺时限：1个工作日\n", "    承诺时限：\n        当 店面 为 商场：1个工作日\n        其余：未载明\n")
    assert lost("办理时限", some) == [("涉税备案（临街）", "未载明")]


def test_a_promise_must_be_shorter_for_everybody():
    some = ("    承诺时限：5个工作日\n", "    承诺时限：\n        当 店面 为 商场：5个工作日\n        其余：12个工作日\n")
    assert lost("承诺快于法定", some) == [("经营许可（临街）", "承诺时限不比法定的短")]
    assert lost("承诺快于法定", ("    承诺时限：5个工作日\n", "")) == [("经营许可", "未载明")]
    at_once = ("    承诺时限：5个工作日\n", "    承诺时限：即办\n")
    assert won("承诺快于法定", at_once)


def test_the_one_who_hands_a_paper_in_is_named():
    some = ("        营业执照（电子证照）\n        许可", "        营业执照（自备，电子） 当 店面 为 商场\n        许可")
    assert lost("免于提交", some) == [("营业执照", "有的人（如店面为商场）要自己交")]
    assert lost("免于提交", ("    材料：营业执照（电子证照）\n", "    材料：营业执照（自备，电子）\n")) == [("营业执照", "人人要自己交")]


def test_who_is_turned_away_loses_nothing():
    """A paper that only those need who are turned away."""
    turned_away = ("        营业执照（电子证照）\n        许可", "        营业执照（自备，电子） 当 信用 为 异常\n        许可")
    assert won("免于提交", turned_away)


def test_a_paper_of_which_another_is_enough_costs_nothing():
    either = ("        营业执照（电子证照）\n        许可", "        房产证明（自备，纸质，原件） 或 营业执照（自备，电子）\n        许可")
    alone = ("    材料：营业执照（电子证照）\n", "")
    assert won("免于提交", either, alone), "the paper that is handed in anyway is enough"


def test_an_optional_paper_is_not_handed_in():
    assert won("免于提交", ("    材料：营业执照（电子证照）\n", "    材料：营业执照（自备，电子，非必要）\n"))


def test_what_is_handed_in_later_is_handed_in():
    later = ("    材料：营业执照（电子证照）\n", "    材料：营业执照（容缺 5个工作日内补，电子）\n")
    assert lost("免于提交", later) == [("营业执照", "人人要自己交")]


def test_a_paper_that_one_matter_does_not_insist_on_is_asked_for_as_the_other_wants_it():
    optional = ("    材料：房产证明（自备，纸质，原件）\n", "    材料：房产证明（自备，纸质，复印件，非必要）\n")
    assert won("要求一致", optional)


def test_a_field_is_typed_once_however_many_matters_want_it():
    phone = ("    字段：名称\n    产出：备案凭证", "    字段：名称、电话\n    产出：备案凭证")
    both = ("    字段：名称\n    产出：经营许可证", "    字段：名称、电话\n    产出：经营许可证")
    some = ("    字段：名称\n    产出：经营许可证", "    字段：\n        名称\n        电话 当 店面 为 商场\n    产出：经营许可证")
    assert lost("少填", phone, both) == lost("少填", phone, some) == [("电话", "要动手填")]


def test_a_field_of_those_who_are_turned_away_is_no_field():
    phone = ("    字段：名称\n    产出：备案凭证", "    字段：\n        名称\n        电话 当 信用 为 异常\n    产出：备案凭证")
    made = compile_text(FULL.replace(*phone), checked=False)
    scored = {s.measure.name: s for d in audit(made.analysis).degrees for s in d.measures}["少填"]
    assert [i.thing for i in scored.items] == ["名称", "名称"] and not scored.lost


def test_a_source_that_one_matter_names_fills_the_field_for_all():
    phone = ("    字段：名称\n    产出：备案凭证", "    字段：名称、电话\n    产出：备案凭证")
    named = ("    字段：名称\n    产出：经营许可证", "    字段：名称、电话（取自 登记库）\n    产出：经营许可证")
    assert won("少填", phone, named)


def test_a_field_that_a_question_asks_already_is_not_filled_in():
    asked = ("数据元 电话", "数据元 电话\n\n数据元 面积：\n    类型：面积")
    use = ("    字段：名称\n    产出：备案凭证", "    字段：名称、面积\n    产出：备案凭证")
    assert won("少填", asked, use)


def test_what_one_matter_leaves_open_does_not_contradict_the_other():
    assert won("要求一致", ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备）"))
    assert lost("要求一致", ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，原件，2份）"), ("房产证明（自备，纸质，原件）\n        平", "房产证明（自备，纸质，原件，3份）\n        平")) == [
        ("房产证明", "各事项要的不一样：2份、3份")
    ]


def test_the_same_reason_on_two_days_is_one_visit():
    first = ("    跑动：无\n    材料：\n", "    跑动：1次（“交原件”）\n    材料：\n")
    assert won("最多跑一次", first, ("    跑动：无\n    材料：房产", "    跑动：1次（“交原件”）\n    材料：房产"))
    assert lost("最多跑一次", first, ("    跑动：无\n    材料：房产", "    跑动：1次（“领证”）\n    材料：房产")) == [("到场次数", "最多要来2次")]


def test_of_visits_nobody_speaks_of_there_are_none_online_and_unknown_ones_elsewhere():
    silent = ("    跑动：无\n", "")
    assert won("不用跑", silent) and won("最多跑一次", silent)
    window = ("渠道：网上大厅、综合窗口", "渠道：综合窗口")
    assert [why for _, why in lost("不用跑", silent, window)] == ["未载明"] * 3
    assert lost("最多跑一次", silent, window) == [("到场次数", "未载明")]


def test_a_document_that_passes_between_matters_is_the_reason_of_their_order():
    order = ("    承诺时限：1个工作日", "    前置：经营许可\n    承诺时限：1个工作日")
    carried = ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，原件）、经营许可证")
    assert lost("先后有理由", order) == [("经营许可 → 涉税备案", "没有写原因")]
    assert won("先后有理由", order, carried)


def test_time_is_lost_along_the_longest_path_only():
    order = ("    承诺时限：1个工作日", "    前置：经营许可（因 “有证才能备案”）\n    承诺时限：1个工作日")
    made = compile_text(FULL.replace(*order), checked=False)
    scored = {s.measure.name: s for d in audit(made.analysis).degrees for s in d.measures}["并行省时"]
    assert scored.possible == 1  # 5 + 1 working days but the 5
    assert scored.won == 0 and [(i.thing, i.size) for i in scored.lost] == [("经营许可 → 涉税备案", 1)], "waiting for a check takes no time"


def test_papers_known_by_an_alias_and_matters_too():
    assert won("应含事项", ("应含事项：资格核验", "应含事项：核资格、资格核验"), ("事项 资格核验：\n", "事项 资格核验：\n    别名：核资格\n"))
