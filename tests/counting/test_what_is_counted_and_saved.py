"""Before and after, figure by figure, and everything that is saved with its reason (section 8)."""

from __future__ import annotations

from semantics.small import bundle

from onething.counting import Count, Saving, TimeCount, after, before, savings
from onething.model.time import Time


def costs(body: str, answers=None, choose=(), **more):
    one = bundle(body, **more)
    got = one.outcome(answers, choose)
    return before(one.bundle, got), after(one.bundle, one.catalogue, got)


def saved(body: str, answers=None, what: str = "", **more) -> list[tuple[str, str, str]]:
    one = bundle(body, **more)
    found = savings(one.bundle, one.outcome(answers))
    assert all(isinstance(s, Saving) for s in found)
    return [(s.name, s.matter, s.reason) for s in found if s.what == what]


def test_a_sum_is_at_least_where_a_term_is_missing():
    assert Count(3, ("甲",)).at_least is True and Count(3).at_least is False
    assert TimeCount(Time(), ("甲",)).at_least is True and TimeCount(Time()).at_least is False


# materials


def test_alone_a_matter_asks_what_its_situation_asks_and_one_of_each_choice():
    body = "情形 甲 “？”：一、二\n事项 登记：\n    材料：\n        合同 当 甲 为 一\n        照片（非必要）\n        身份证 或 结婚证\n        申请书 或 产权证\n        许可证\n"
    assert [costs(body, {"甲": a})[0].materials.value for a in "一二"] == [4, 3]


def test_a_list_of_before_that_is_empty_asks_for_nothing_only_where_it_is_stated():
    assert costs("事项 登记：\n    材料：合同\n    单办：\n        环节：申请\n")[0].materials.value == 1


def test_one_of_a_choice_is_one_material_after():
    assert costs("事项 登记：\n    材料：\n        申请书 或 产权证\n        合同\n")[1].materials.value == 2


# time


def test_a_limit_that_the_law_does_not_state_in_this_situation_is_missing():
    body = "情形 甲 “？”：一、二\n事项 登记：\n    法定时限：\n        当 甲 为 一：20个自然日\n        其余：未载明\n"
    b = costs(body, {"甲": "一"})[0]
    assert (b.time.time.text(), b.time.missing) == ("20个自然日", ())
    assert costs(body, {"甲": "二"})[0].time.missing == ("登记",)


# steps


def test_with_no_matter_there_is_no_step():
    assert costs("事项 登记：\n    参与：选办\n")[1].approval_steps == Count(0)


def test_steps_nobody_states_are_missing_after_too_and_the_rest_is_counted():
    body = "事项 甲事：\n    环节：申请、受理、收件、审核、决定、领证、送达\n事项 乙事\n"
    assert costs(body)[1].approval_steps == Count(4, ("乙事",))


def test_steps_of_before_stand_in_for_those_that_are_not_stated():
    assert costs("事项 甲事：\n    单办：\n        环节：申请、审核、复核\n")[1].approval_steps == Count(4)


def test_nothing_stated_at_all_is_no_sum():
    assert costs("事项 甲事\n")[0].approval_steps == Count(None, ("甲事",))
    assert costs("事项 甲事：\n    参与：选办\n")[0].approval_steps == Count(0)  # nobody's steps are none


# visits


def test_visits_without_a_reason_are_counted_one_by_one():
    assert costs("事项 甲事：\n    跑动：2次\n事项 乙事：\n    跑动：1次\n")[1].visits == Count(3)
    assert costs("事项 甲事：\n    跑动：3次（“核验”）\n事项 乙事：\n    跑动：1次（“核验”）\n")[1].visits == Count(3)


def test_no_visit_is_no_visit_where_every_matter_says_so():
    assert costs("事项 甲事：\n    跑动：无\n", head="渠道：综合窗口")[1].visits == Count(0)
    assert costs("事项 甲事：\n    跑动：无\n事项 乙事\n", head="渠道：综合窗口")[1].visits == Count(None, ("甲事", "乙事"))
    assert costs("事项 甲事：\n    跑动：无\n事项 乙事：\n    跑动：未载明\n", head="渠道：综合窗口")[1].visits.value is None


def test_one_channel_without_presence_is_enough_to_stay_at_home():
    assert costs("事项 甲事\n", head="渠道：综合窗口、移动端")[1].visits == Count(0)


def test_visits_before_are_missing_for_whom_nobody_states_them():
    body = "事项 甲事：\n    单办：\n        跑动：2次（“交件”，“领证”）\n事项 乙事\n"
    assert costs(body)[0].visits == Count(2, ("乙事",))


# the applicant's steps


def steps(body: str, **more) -> int:
    return costs(body, head="渠道：移动端", **more)[1].applicant_steps


def test_of_an_applicant_who_takes_nothing_nothing_is_asked():
    assert steps("事项 登记：\n    参与：选办\n") == 0


def test_paying_is_a_step_only_where_something_is_to_be_paid():
    assert [steps(f"事项 登记：\n    收费：{f}\n") for f in ("10元", "无", "未载明")] == [2, 1, 1]
    assert steps("事项 登记\n事项 年检：\n    收费：10元\n") == 2


def test_collecting_is_a_step_for_a_paper_that_is_not_sent_and_is_no_e_licence():
    assert steps("事项 登记：\n    产出：许可证\n") == 2
    assert steps("事项 登记：\n    产出：许可证（寄递）\n") == 1
    assert steps("事项 登记：\n    产出：身份证\n") == 1  # an e-licence of the place
    assert steps("事项 登记：\n    产出：编号\n") == 1  # nothing to carry
    assert steps("事项 登记：\n    产出：许可证（寄递）、批准书\n") == 2


def test_an_output_that_is_not_made_in_this_situation_is_not_collected():
    body = "情形 甲 “？”：一、二\n事项 登记：\n    产出：许可证 当 甲 为 一\n"
    assert [costs(body, {"甲": a}, head="渠道：移动端")[1].applicant_steps for a in "一二"] == [2, 1]


def test_everybody_who_signs_too_is_a_step():
    roles = "角色 家长（申请人）\n角色 父亲（共同签字，1个自然日内）\n角色 母亲（共同签字，1个自然日内）\n"
    assert steps("事项 登记\n", roles=roles) == 3


def test_visits_are_steps():
    assert steps("事项 登记：\n    跑动：2次（“核验”，“领证”）\n") == 3


# what is saved


def test_a_material_is_saved_by_the_way_it_is_obtained_and_once_for_each_matter():
    body = "事项 甲事：\n    材料：合同、身份证、照片（查验不收）\n事项 乙事：\n    材料：合同、身份证\n事项 丙事：\n    材料：合同\n"
    assert saved(body, what="材料") == [
        ("身份证", "甲事", "电子证照"), ("照片", "甲事", "查验不收"), ("合同", "乙事", "合并为一份"),
        ("身份证", "乙事", "电子证照"), ("合同", "丙事", "合并为一份"),
    ]  # fmt: skip


def test_a_choice_that_two_matters_offer_is_merged_into_one():
    body = "事项 甲事：\n    材料：申请书 或 产权证\n事项 乙事：\n    材料：申请书 或 产权证\n"
    assert saved(body, what="材料") == [("申请书", "乙事", "合并为一份")]


def test_a_material_that_only_the_list_of_before_has_is_no_longer_asked():
    assert saved("事项 甲事：\n    材料：合同\n    单办：\n        材料：合同、申请书\n", what="材料") == [("申请书", "甲事", "联办后不再要求")]


def test_a_choice_of_which_one_is_obtained_without_the_applicant_is_saved():
    assert saved("事项 甲事：\n    材料：申请书 或 身份证\n", what="材料") == [("申请书", "甲事", "任选其一，已有免交的")]


def test_a_field_is_saved_where_it_was_filled_in_before_or_need_not_be():
    body = "事项 甲事：\n    字段：姓名\n事项 乙事：\n    字段：姓名\n事项 丙事：\n    字段：姓名\n"
    assert saved(body, what="字段") == [("姓名", "乙事", "已填过一次"), ("姓名", "丙事", "已填过一次")]
    body = "事项 赋号：\n    产出：编号\n事项 用号：\n    字段：编号\n"
    assert saved(body, what="字段") == [("编号", "用号", "事项之间传递或情形已答")]
    body = "情形 甲 “？”：一、二\n事项 甲事：\n    字段：姓名\n事项 乙事：\n    字段：姓名 当 甲 为 一\n"
    assert saved(body, {"甲": "二"}, what="字段") == []


def test_time_is_saved_by_a_shorter_promise_and_by_what_goes_on_beside():
    body = "事项 甲事：\n    承诺时限：2个工作日\n    单办：\n        时限：5个工作日（原承诺）\n事项 乙事：\n    承诺时限：3个工作日\n    单办：\n        时限：3个工作日（法定）\n"
    assert saved(body, what="时限") == [
        ("5个工作日（原承诺）减至2个工作日", "甲事", "压缩承诺时限"), ("5个工作日", "甲事", "并行办理"),
    ]  # fmt: skip
    assert saved("事项 甲事：\n    承诺时限：1个工作日\n    单办：\n        时限：2个工作日\n", what="时限") == [("2个工作日减至1个工作日", "甲事", "压缩承诺时限")]


def test_a_matter_whose_limit_of_before_nobody_states_saves_its_present_one_where_it_goes_on_beside():
    assert saved("事项 甲事：\n    承诺时限：2个工作日\n事项 乙事：\n    承诺时限：3个工作日\n", what="时限") == [("2个工作日", "甲事", "并行办理")]
    assert saved("事项 甲事\n事项 乙事：\n    承诺时限：3个工作日\n", what="时限") == []
    assert saved("事项 甲事：\n    承诺时限：未载明\n事项 乙事：\n    承诺时限：3个工作日\n", what="时限") == []


def test_steps_are_saved_by_one_acceptance_one_issue_and_what_is_no_longer_done():
    body = "事项 甲事：\n    环节：审核\n    单办：\n        环节：申请、受理、审核、勘查、领证\n"
    assert saved(body, what="环节") == [
        ("申请", "甲事", "统一受理"), ("受理", "甲事", "统一受理"), ("勘查", "甲事", "联办后不再有"), ("领证", "甲事", "统一出件"),
    ]  # fmt: skip
    assert saved("事项 甲事：\n    单办：\n        环节：审核\n", what="环节") == []  # nobody says what is done now


def test_visits_are_saved_where_none_is_left():
    body = "事项 甲事：\n    {}\n    单办：\n        跑动：2次{}\n"
    assert saved(body.format("跑动：无", "（“交件”，“领证”）"), what="跑动") == [("交件、领证", "甲事", "联办后不用到场")]
    for head, gone in (("渠道：移动端", True), ("渠道：综合窗口", False)):  # nobody states a visit: none is left only where one can stay at home
        assert saved(body.format("备注：无", ""), what="跑动", head=head) == [("2次", "甲事", "联办后不用到场")] * gone
        assert saved(body.format("跑动：未载明", ""), what="跑动", head=head) == [("2次", "甲事", "联办后不用到场")] * gone
    assert saved(body.format("跑动：1次（“领证”）", ""), what="跑动", head="渠道：移动端") == []
    assert saved("事项 甲事：\n    单办：\n        跑动：无\n", what="跑动") == []


def test_a_check_that_the_bundle_invented_saves_nothing():
    assert saved("事项 甲事：\n    种类：核验\n    材料：身份证\n", what="材料") == []
    assert saved("事项 甲事：\n    种类：核验\n    材料：身份证\n    单办：\n        环节：审核\n", what="材料") == [("身份证", "甲事", "电子证照")]
