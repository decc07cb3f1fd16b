"""Section 3: which matters are taken."""

from __future__ import annotations

from semantics.small import bundle, hand_in, order

from onething.semantics import pulls

BODY = """
情形 甲 “？”：一、二
事项 必：
    适用：甲 为 一
事项 自：
    参与：自动
事项 选：
    参与：选办
事项 选甲：
    参与：选办
    适用：甲 为 一
"""


def test_taken_are_the_applicable_compulsory_and_automatic_ones_and_the_chosen_of_the_optional():
    one = bundle(BODY)
    assert one.outcome({"甲": "一"}).taken == ("必", "自")
    assert one.outcome({"甲": "一"}, {"选", "选甲"}).taken == ("必", "自", "选", "选甲")
    assert one.outcome({"甲": "二"}, {"选", "选甲"}).taken == ("自", "选")


def test_offered_is_the_optional_that_applies_and_is_not_taken():
    one = bundle(BODY)
    assert one.outcome({"甲": "一"}, {"选"}).offer == ("选甲",)
    assert one.outcome({"甲": "二"}).offer == ("选",)
    assert one.outcome({"甲": "二"}, done={"选"}).offer == ()


PULL = """
情形 甲 “？”：一、二
事项 底：
    参与：选办
    适用：甲 为 一
事项 中：
    参与：选办
    前置：底
事项 顶：
    前置：中（因 “先有中”）
"""


def test_a_declared_prerequisite_is_pulled_in_with_what_pulls_it_and_through_others():
    got = bundle(PULL).outcome({"甲": "一"})
    assert got.taken == ("底", "中", "顶") and got.pulled == {"中": "顶", "底": "中"}
    assert [e.reason for e in got.edges if e.after == "顶"] == ["先有中"]


def test_a_prerequisite_that_does_not_apply_drops_out():
    got = bundle(PULL).outcome({"甲": "二"})
    assert got.taken == ("中", "顶") and order(got) == {("中", "顶")}


def test_a_prerequisite_under_a_condition_pulls_only_there():
    one = bundle("情形 甲 “？”：一、二\n事项 底：\n    参与：选办\n事项 顶：\n    前置：底 当 甲 为 一\n")
    assert one.outcome({"甲": "一"}).taken == ("底", "顶") and one.outcome({"甲": "二"}).taken == ("顶",)
    both = one.outcome({"甲": "二"}, {"底"})
    assert both.taken == ("底", "顶") and order(both) == set()


def test_needing_a_document_pulls_nobody_in():
    one = bundle("事项 底：\n    参与：选办\n    产出：许可证\n事项 顶：\n    材料：许可证\n")
    assert one.outcome().taken == ("顶",) and hand_in(one.outcome()) == {"许可证"}


def test_finished_matters_leave_and_pull_nobody_and_their_results_are_held():
    got = bundle(PULL).outcome({"甲": "一"}, done={"中"})
    assert got.taken == ("顶",) and got.pulled == {}
    one = bundle("事项 底：\n    产出：许可证\n事项 顶：\n    材料：许可证\n")
    assert hand_in(one.outcome()) == set() and hand_in(one.outcome(done={"底"})) == {"许可证"}


def test_matters_in_progress_stay_in_the_order_but_ask_for_nothing_again():
    one = bundle("事项 底：\n    参与：选办\n    材料：申请书\n    字段：姓名\n    产出：许可证\n事项 顶：\n    材料：许可证\n")
    got = one.outcome(doing={"底"})
    assert got.taken == ("底", "顶") and got.doing == {"底"} and order(got) == {("底", "顶")}
    assert hand_in(got) == set() and got.fields == ()


STATES = """
情形 账户 “？”：在缴、封存
事项 封存：
    参与：选办
    适用：账户 为 在缴
    产出：账户 变为 封存
    不予受理 当 拖欠 为 是：“欠。”
情形 拖欠 “？”：是、否
事项 提取：
    前置：账户 为 封存
"""


def test_a_required_state_pulls_in_what_brings_it_about_and_orders_it():
    got = bundle(STATES).outcome({"账户": "在缴", "拖欠": "否"})
    assert got.taken == ("封存", "提取") and got.pulled == {"封存": "提取"} and order(got) == {("封存", "提取")}
    assert hand_in(got) == set()


def test_a_state_that_the_answer_to_its_question_gives_already_calls_for_nothing():
    assert bundle(STATES).outcome({"账户": "封存", "拖欠": "是"}).taken == ("提取",)


def test_a_state_that_only_a_refused_matter_brings_about_refuses_what_requires_it():
    got = bundle(STATES).outcome({"账户": "在缴", "拖欠": "是"})
    assert got.taken == () and got.refused["提取"] == ("账户 为 封存",)
    assert bundle(STATES).outcome({"账户": "在缴", "拖欠": "是"}, done={"封存"}).taken == ("提取",)


def test_where_one_of_those_who_bring_a_state_about_is_finished_the_others_are_not_pulled_in():
    body = "".join(f"事项 {n}：\n    参与：选办\n    产出：账户 变为 开立\n" for n in ("网上开户", "窗口开户")) + "事项 存入：\n    前置：账户 为 开立\n"
    assert bundle(body).outcome().taken == ("网上开户", "窗口开户", "存入")
    assert bundle(body).outcome(done={"窗口开户"}).taken == ("存入",)


def test_where_at_least_one_is_wanted_nothing_taken_means_that_something_must_be_chosen():
    body = "事项 选：\n    参与：选办\n"
    menu = bundle(body, head="办理方式：菜单（至少一项）")
    assert menu.outcome().must_choose and not menu.outcome({}, {"选"}).must_choose
    assert not bundle(body).outcome().must_choose


def test_a_prerequisite_whose_condition_does_not_hold_hides_none_after_it():
    body = "情形 甲 “？”：一、二\n事项 底：\n    参与：选办\n事项 另：\n    参与：选办\n事项 顶：\n    前置：\n        底 当 甲 为 一\n        另\n"
    got = bundle(body).outcome({"甲": "二"})
    assert got.taken == ("另", "顶") and order(got) == {("另", "顶")}


def test_only_what_applies_is_called_for():
    one = bundle(PULL)
    middle = one.bundle.matters["中"]
    assert pulls(one.bundle, middle, {"甲": "一"}) == [("底", ("底",))] and pulls(one.bundle, middle, {"甲": "二"}) == []


OPENERS = """
情形 甲 “？”：一、二
事项 网上开户：
    参与：选办
    产出：账户 变为 开立
    不予受理 当 甲 为 一：“不。”
事项 窗口开户：
    参与：选办
    产出：账户 变为 开立
事项 存入：
    前置：账户 为 开立
"""


def test_a_state_that_somebody_can_still_bring_about_refuses_nobody():
    got = bundle(OPENERS).outcome({"甲": "一"})
    assert set(got.refused) == {"网上开户"} and got.taken == ("窗口开户", "存入")


def test_a_prerequisite_that_is_finished_does_not_stop_the_next_one_from_being_pulled_in():
    body = "事项 底：\n    参与：选办\n事项 另：\n    参与：选办\n事项 顶：\n    前置：底、另\n"
    assert bundle(body).outcome(done={"底"}).taken == ("另", "顶")


def test_a_matter_in_progress_asks_nothing_and_those_after_it_ask_what_they_need():
    body = "事项 底：\n    材料：申请书\n    字段：姓名\n事项 顶：\n    材料：合同\n    字段：编号\n"
    got = bundle(body).outcome(doing={"底"})
    assert hand_in(got) == {"合同"} and [f.thing.label for f in got.fields] == ["编号"]
