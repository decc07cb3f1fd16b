"""Section 8: what it costs one by one, and as one thing."""

from __future__ import annotations

from semantics.small import bundle

from onething.counting import after, before, savings
from onething.plan.publish import publish


def costs(body: str, answers=None, choose=(), **more):
    one = bundle(body, **more)
    got = one.outcome(answers, choose)
    return before(one.bundle, got), after(one.bundle, one.catalogue, got)


def test_materials_before_are_the_sum_of_what_each_matter_requires_and_after_the_merged_lines_and_the_form():
    body = "事项 甲事：\n    材料：\n        合同（3份）\n        身份证\n        照片（非必要）\n        申请书 或 产权证\n    字段：姓名\n事项 乙事：\n    材料：合同\n"
    b, a = costs(body)
    assert b.materials.value == 4  # three of the first (copies never multiply, one of two, nothing optional), one of the second
    assert a.materials.value == 3  # the contract once, one of two, the form


def test_the_list_of_before_takes_the_place_of_the_present_one():
    body = "事项 甲事：\n    材料：合同\n    单办：\n        材料：合同、申请书、照片\n"
    assert costs(body)[0].materials.value == 3


def test_a_form_of_which_all_is_prefilled_is_no_form():
    assert costs("事项 甲事：\n    字段：住址\n")[1].materials.value == 0
    assert costs("事项 甲事：\n    字段：住址、姓名\n")[1].materials.value == 1


def test_days_before_are_the_sum_and_fall_back_on_the_law_and_else_are_at_least():
    body = "事项 甲事：\n    承诺时限：1个工作日\n    单办：\n        时限：9个工作日（原承诺）\n事项 乙事：\n    法定时限：20个自然日\n"
    b, a = costs(body)
    assert b.time.time.text() == "9个工作日＋20个自然日" and not b.time.at_least
    assert a.time.time.text() == "20个自然日"
    assert costs(body + "事项 丙事\n")[0].time.missing == ("丙事",)


def test_steps_and_visits_that_nobody_states_make_the_sum_at_least():
    body = "事项 甲事：\n    单办：\n        环节：申请、审核、领证\n        跑动：2次（“交件”，“领证”）\n"
    b, _ = costs(body)
    assert (b.approval_steps.value, b.visits.value, b.visits.at_least) == (3, 2, False)
    b, _ = costs(body + "事项 乙事\n")
    assert (b.approval_steps.value, b.visits.value, b.visits.missing) == (3, 2, ("乙事",))


def test_approval_steps_after_are_one_acceptance_one_issue_and_the_others():
    body = "事项 甲事：\n    单办：\n        环节：申请、受理、审核、领证\n事项 乙事：\n    环节：收件、审查、勘查、送达\n"
    assert costs(body)[1].approval_steps.value == 2 + 1 + 2


def test_checks_that_the_bundle_invented_do_not_count_before():
    b, _ = costs("事项 甲事：\n    种类：核验\n    材料：合同\n事项 乙事：\n    材料：申请书\n")
    assert b.materials.value == 1 and b.time.missing == ("乙事",)


def test_visits_after_are_those_for_different_reasons_and_none_only_with_a_channel_without_presence():
    visit = "事项 甲事：\n    跑动：1次（“核验”）\n事项 乙事：\n    跑动：2次（“核验”，“领证”）\n"
    assert costs(visit)[1].visits.value == 2
    assert costs("事项 甲事\n", head="渠道：移动端")[1].visits.value == 0
    assert costs("事项 甲事\n", head="渠道：综合窗口")[1].visits.value is None
    assert costs("事项 甲事\n", head="渠道：移动端（仅咨询）、综合窗口")[1].visits.value is None


def test_applicant_steps_are_submit_supplement_sign_be_present_pay_and_collect():
    assert costs("事项 甲事\n", head="渠道：移动端")[1].applicant_steps == 1
    roles = "角色 家长（申请人）\n角色 父亲（共同签字，1个自然日内）\n"
    body = "事项 甲事：\n    材料：合同（容缺 5个工作日内补）\n    跑动：1次（“核验”）\n    收费：10元\n    产出：许可证\n"
    assert costs(body, roles=roles)[1].applicant_steps == 6
    assert costs(body.replace("产出：许可证", "产出：许可证（寄递）").replace("10元", "无"), roles=roles)[1].applicant_steps == 4


def test_the_figure_of_a_bundle_is_the_pair_at_the_maximum_of_before_with_its_range_beside():
    one = bundle("情形 甲 “？”：一、二\n事项 甲事：\n    材料：\n        合同\n        申请书 当 甲 为 一\n")
    made = publish(one.analysis)
    assert (made.before.materials.value, made.before.materials.low, made.headline_answers) == (2, 1, {"甲": "一"})


def test_everything_saved_has_its_reason():
    body = "事项 发：\n    承诺时限：1个工作日\n    产出：许可证\n    字段：姓名\n    材料：合同\n    单办：\n        时限：5个工作日（法定）\n        跑动：1次（“领证”）\n事项 用：\n    材料：许可证、身份证、合同\n    字段：姓名\n"
    one = bundle(body, head="渠道：移动端")
    saved = {(s.what, s.name, s.matter): s.reason for s in savings(one.bundle, one.outcome())}
    assert saved["材料", "许可证", "用"] == "内部流转" and saved["材料", "身份证", "用"] == "电子证照"
    assert saved["材料", "合同", "用"] == "合并为一份" and saved["字段", "姓名", "用"] == "已填过一次"
    assert saved["时限", "5个工作日（法定）减至1个工作日", "发"] == "压缩承诺时限" and saved["跑动", "领证", "发"]


CLAIMS = {
    "由2份减至1份": "相符", "由3份减至1份": "不符", "由2份减至 未载明": "相符", "由 未载明 减至 未载明": "推不出",
}  # fmt: skip


def test_a_claim_is_judged_at_its_own_decimals():
    body = "事项 甲事：\n    材料：合同\n事项 乙事：\n    材料：合同\n"
    for written, verdict in CLAIMS.items():
        one = bundle(body, head=f"成效：\n    材料：{written}")
        assert [c.verdict for c in publish(one.analysis).claims] == [verdict], written
    body = "事项 甲事：\n    承诺时限：1个工作日\n    单办：\n        时限：3个工作日\n"
    for written, verdict in {"由3个工作日减至1个工作日": "相符", "由3天减至1天": "推不出", "由3个工作日减至1个工作日（实测）": "仅为实测"}.items():
        assert [c.verdict for c in publish(bundle(body, head=f"成效：\n    时限：{written}").analysis).claims] == [verdict], written
