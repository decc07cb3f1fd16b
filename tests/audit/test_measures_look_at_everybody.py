"""What differs from applicant to applicant is judged for all of them, and one who loses is named."""

from __future__ import annotations

from pathlib import Path

from compiling import codes, compile_text

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


def test_who_needs_no_matter_needs_no_limit_of_it():
    some = ("    承诺时限：1个工作日\n", "    适用：店面 为 商场\n    承诺时限：\n        当 店面 为 商场：1个工作日\n        其余：未载明\n")
    assert won("办理时限", some)


def test_a_department_that_is_missing_for_some_is_missing():
    some = ("    办理部门：税务部门\n", "    办理部门：\n        当 店面 为 商场：税务部门\n        其余：未载明\n")
    assert lost("办理部门", some) == [("涉税备案", "未载明")]


def test_a_booking_has_a_limit_and_no_result():
    booking = ("    种类：备案\n", "    种类：预约\n"), ("    产出：备案凭证（寄递）\n", "")
    assert won("办理结果", *booking)
    assert lost("办理时限", *booking, ("    承诺时限：1个工作日\n", "")) == [("涉税备案", "未载明")]


def test_a_paper_that_is_made_inside_has_an_issuer():
    made = ("证照 平面图", "证照 平面图\n\n证照 核验单"), ("    材料：营业执照（电子证照）\n", "    材料：营业执照（电子证照）\n    产出：核验单\n")
    use = ("        营业执照（电子证照）\n        许可", "        核验单\n        许可")
    assert items("免于提交", *made, use) == [("营业执照", ""), ("核验单", "")]


def test_an_original_is_paper_unless_it_is_said_to_be_electronic():
    assert lost("可网上交", ("（自备，纸质，原件）", "（自备，原件）")) == [("房产证明", "要交纸的")]
    assert lost("可网上交", ("（自备，纸质，原件）", "（自备）")) == [("房产证明", "未载明")]
    assert won("可网上交", ("（自备，纸质，原件）", "（自备，电子，原件）"))


def test_sources_are_those_of_questions_fields_and_papers_that_come_from_outside():
    assert items("数据源接通") == [("信用库", ""), ("登记库", "")]
    closed = ("    提供：市场监管部门\n", "    提供：市场监管部门\n    接通：无\n")
    assert ("登记库", "在示范省没有接通") in items("数据源接通", closed)
    refused = ("    提供：市场监管部门\n", "    提供：市场监管部门\n    共享：不予共享\n")
    assert ("登记库", "不予共享") in items("数据源接通", refused)
    third = ("数据源 信用库", "数据源 证照库\n\n数据源 信用库")
    outside = ("证照 房产证明", "证照 房产证明：\n    数据源：证照库")
    assert [name for name, _ in items("数据源接通", third, outside)] == ["信用库", "登记库", "证照库"]
    inside = ("    签发：公安部门\n", "    签发：公安部门\n    数据源：证照库\n"), ("    材料：房产证明（自备，纸质，原件）", "    材料：房产证明（自备，纸质，原件）、经营许可证")
    assert [name for name, _ in items("数据源接通", third, *inside)] == ["信用库", "登记库"]


def test_a_visit_of_nobody_is_no_visit():
    nobody = ("    跑动：无\n    材料：房产", "    适用：店面 为 商场\n    跑动：\n        当 店面 为 临街：1次（“交原件”）\n        其余：无\n    材料：房产")
    assert won("不用跑", nobody)


def test_what_tells_people_all_at_once():
    silent = ("    咨询：12345\n", ""), ("    申请条件：已经领取营业执照。\n", "")
    assert lost("告知要素", *silent) == [("咨询", "未载明")], "who is refused is said: that is a condition"
    assert won("告知要素", silent[0], ("渠道：网上大厅、综合窗口", "渠道：网上大厅、综合窗口、热线（仅咨询）"))
    one_fee = ("    收费：无\n    办理时间", "    办理时间")
    each = [(f"    跑动：无\n    材料：{t}", f"    跑动：无\n    收费：无\n    材料：{t}") for t in ("营业", "\n", "房产")]
    assert lost("告知要素", one_fee) == lost("告知要素", one_fee, *each[:2]) == [("收费", "未载明")]
    assert won("告知要素", one_fee, *each)
    matter = ("    种类：核验\n", "    种类：核验\n    申请条件：已经开业。\n")
    gate = ("不予联办 信用异常 当 信用 为 异常：“请先修复信用。”\n\n", ""), ("    拦下：信用异常\n", "    应办：资格核验\n")
    assert ("申请条件", "未载明") in lost("告知要素", silent[1], *gate)
    assert won("告知要素", silent[1], *gate, matter)


def test_how_results_reach_people_is_said_once_for_all():
    silent = ("    产出：经营许可证（寄递）", "    产出：经营许可证")
    assert lost("送达载明", silent) == [("经营许可证", "未载明")]
    assert won("送达载明", silent, ("    咨询：12345\n", "    咨询：12345\n    物流：免费寄递\n"))


def test_a_promise_must_be_shorter_for_everybody():
    some = ("    承诺时限：5个工作日\n", "    承诺时限：\n        当 店面 为 商场：5个工作日\n        其余：12个工作日\n")
    assert lost("承诺快于法定", some) == [("经营许可（临街）", "承诺时限不比法定的短")]
    assert lost("承诺快于法定", ("    承诺时限：5个工作日\n", "")) == [("经营许可", "未载明")]
    at_once = ("    承诺时限：5个工作日\n", "    承诺时限：即办\n")
    assert won("承诺快于法定", at_once)


def items(name: str, *changes: tuple[str, str], said: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Everything that the measure looks at, each with why it is lost."""
    text = FULL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = compile_text(text, checked=False)
    assert codes(made.findings) == said, [(f.code, f.message()) for f in made.findings]
    scores = {s.measure.name: s for d in audit(made.analysis).degrees for s in d.measures}
    return [(item.thing, item.lost) for item in scores[name].items]


def test_a_legal_limit_at_once_or_of_nobody_is_nothing_to_compare_with():
    at_once = ("    法定时限：10个工作日\n    承诺时限：5个工作日\n", "    法定时限：即办\n    承诺时限：即办\n")
    nobody = ("    法定时限：10个工作日\n    承诺时限：5个工作日\n", "    适用：店面 为 商场\n    法定时限：\n        当 店面 为 临街：10个工作日\n        其余：未载明\n")
    assert items("承诺快于法定", at_once) == items("承诺快于法定", nobody) == []


def test_of_those_who_wait_equally_long_the_one_is_looked_at_of_whom_most_could_be_saved():
    some = ("    承诺时限：1个工作日", "    适用：店面 为 商场\n    承诺时限：1个工作日")
    turned = ("临街、商场", "商场、临街")
    assert items("并行省时", some) == items("并行省时", some, turned) == [("同时办省下的时间", "")]


def test_a_question_that_is_on_the_form_is_content_and_no_split():
    asked = ("数据元 电话", "数据元 电话\n\n数据元 店面")
    use = ("    字段：名称\n    产出：备案凭证", "    字段：名称、店面\n    产出：备案凭证")
    more = ("临街、商场", "临街、商场、市场")
    assert items("选项有别", asked, use, more) == items("选项有别", asked, use) == [("信用 正常", ""), ("信用 异常", "")]
    idle = ("情形 信用", "情形 招牌 “什么招牌？”：大、小\n\n情形 信用"), ("数据元 电话", "数据元 电话\n\n数据元 招牌")
    assert ("招牌", "怎样回答都一样") in items("情形有用", *idle)
    assert ("招牌", "") in items("情形有用", *idle, ("    字段：名称\n    产出：备案凭证", "    字段：名称、招牌\n    产出：备案凭证"))


def test_a_question_from_which_a_reminder_counts_is_of_use():
    idle = ("情形 信用", "情形 开业日 “几号开业？”：\n    类型：整数\n\n情形 信用")
    reminder = ("场景 “信用异常”", "提醒 年报：\n    对象：店主\n    时间：开业日 后 30个自然日\n    渠道：短信\n    内容：请报年报。\n\n场景 “信用异常”")
    assert ("开业日", "怎样回答都一样") in items("情形有用", idle)
    assert ("开业日", "") in items("情形有用", idle, reminder)


def test_a_refusal_is_tried_by_an_applicant_who_is_asked():
    """The answer of a scenario to a question that its applicant is not asked is dropped."""
    guard = ("情形 信用：正常、异常\n    来源：信用库\n", "情形 信用：正常、异常\n    来源：信用库\n    当：店面 为 临街\n")
    assert ("信用异常", "没有场景") in items("拦下有场景", guard)


def test_a_refusal_inside_a_matter_is_one_too_and_advice_is_none():
    gate = ("    产出：备案凭证（寄递）\n", "    产出：备案凭证（寄递）\n    不予受理 大店 当 面积 超过 小店面积：“请到窗口。”\n    提示 小店 当 面积 不满 小店面积：“不用交税。”\n")
    assert items("拦下有场景", gate) == [("信用异常", ""), ("大店", "")]
    assert items("拦下有场景", gate, ("面积：120平方米", "面积：90平方米")) == [("信用异常", ""), ("大店", "没有场景")]


def test_a_number_counts_once_however_often_it_is_compared_with():
    again = ("    产出：备案凭证（寄递）\n", "    产出：备案凭证（寄递）\n    提示 小店 当 面积 不满 100平方米：“不用交税。”\n")
    assert items("边界有场景", again) == [("面积恰好100平方米", "")]


def test_a_value_for_everybody_is_no_branch():
    assert [thing for thing, _ in items("分支载明")] == ["小店面积", "经营许可的形式", "经营许可的形式"]


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
