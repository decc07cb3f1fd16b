"""Section 7: how long it takes."""

from __future__ import annotations

from semantics.small import bundle

from onething.model.time import Time


def limit(body: str, answers=None, choose=(), **more):
    return bundle(body, **more).outcome(answers, choose).limit


def chain(*limits: str) -> str:
    made = ""
    for n, text in enumerate(limits):
        made += f"事项 第{n}：\n" + (f"    前置：第{n - 1}\n" if n else "") + f"    {text}\n"
    return made


def test_the_promise_counts_else_the_law_else_it_is_not_stated():
    assert limit(chain("法定时限：20个工作日\n    承诺时限：3个工作日")).time.text() == "3个工作日"
    assert limit(chain("法定时限：20个工作日")).time.text() == "20个工作日"
    assert limit(chain("法定时限：20个工作日\n    承诺时限：未载明")).time.text() == "20个工作日"
    assert limit(chain("备注：无")).not_stated == ("第0",)


def test_units_are_kept_apart_along_the_path():
    got = limit(chain("承诺时限：12个工作日", "承诺时限：20个自然日", "承诺时限：4小时"))
    assert got.time.text() == "12个工作日＋20个自然日＋4小时" and got.path == ("第0", "第1", "第2")


def test_only_to_compare_five_working_days_are_seven_days_and_eight_hours_a_working_day():
    two = "事项 甲：\n    承诺时限：{}\n事项 乙：\n    承诺时限：{}\n"
    assert limit(two.format("5个工作日", "8个自然日")).path == ("乙",)
    assert limit(two.format("5个工作日", "6个自然日")).path == ("甲",)
    assert limit(two.format("1个工作日", "9小时")).path == ("乙",)
    assert Time(working_days=5).length == Time(natural_days=7).length == Time(hours=40).length


def test_the_longest_path_and_not_the_sum():
    body = "事项 甲：\n    承诺时限：2个工作日\n事项 乙：\n    承诺时限：5个工作日\n事项 丙：\n    前置：甲\n    承诺时限：4个工作日\n"
    assert limit(body).time.text() == "6个工作日" and limit(body).path == ("甲", "丙")


def test_at_once_takes_nothing_and_what_is_excluded_is_beside_it():
    assert limit(chain("承诺时限：即办")).time.text() == "即办"
    assert limit(chain("承诺时限：2个工作日（不含 公示）"), head="特别程序：公示").time.text() == "2个工作日"


def test_not_stated_makes_it_at_least_and_names_the_matter():
    got = limit(chain("承诺时限：2个工作日", "备注：无"))
    assert got.time.text() == "2个工作日" and got.not_stated == ("第1",)


def test_a_check_or_guidance_has_no_limit_and_is_not_missed():
    for kind in ("核验", "引导", "告知"):
        assert limit(chain("承诺时限：2个工作日", f"种类：{kind}")).not_stated == ()


def test_a_limit_by_situation_is_that_of_the_case_that_holds():
    body = "情形 甲 “？”：一、二\n事项 登记：\n    承诺时限：\n        当 甲 为 一：1个工作日\n        其余：2个工作日\n"
    assert [limit(body, {"甲": a}).time.text() for a in "一二"] == ["1个工作日", "2个工作日"]


ANCHOR = "事项 甲：\n    参与：选办\n    承诺时限：3个工作日\n事项 乙：\n    承诺时限：2个工作日（自 甲 {} 起）\n"


def test_a_clock_may_start_at_a_point_of_another_matter():
    assert limit(ANCHOR.format("办结"), choose={"甲"}).time.text() == "5个工作日"
    assert limit(ANCHOR.format("受理"), choose={"甲"}).time.text() == "3个工作日"


def test_an_anchor_on_a_matter_that_is_not_taken_means_acceptance():
    assert limit(ANCHOR.format("办结")).time.text() == "2个工作日"


def test_a_clock_orders_nothing():
    got = bundle(ANCHOR.format("办结")).outcome({}, {"甲"})
    assert got.wave == {"甲": 1, "乙": 1} and [e.kind for e in got.edges] == ["起算"]


def test_a_clock_that_starts_at_the_end_of_what_waits_for_it_counts_from_acceptance():
    for names in (("先", "后", "再后"), ("再后", "后", "先")):  # in whichever order the file has them
        blocks = {
            "先": "事项 先：\n    承诺时限：1个工作日（自 后 办结 起）\n",
            "后": "事项 后：\n    前置：先\n    承诺时限：2个工作日\n",
            "再后": "事项 再后：\n    前置：后\n    承诺时限：4个工作日\n",
        }
        got = limit("".join(blocks[n] for n in names))
        assert got.time.text() == "7个工作日" and got.path == ("先", "后", "再后")


def test_what_may_follow_later_lengthens_the_end_only():
    body = "事项 发：\n    承诺时限：9个工作日\n    产出：许可证\n事项 用：\n    承诺时限：2个工作日\n    材料：许可证（容缺 5个工作日内补）\n事项 再：\n    承诺时限：1个工作日\n    前置：用\n"
    assert limit(body).time.text() == "10个工作日" and limit(body).path == ("发", "再")
    assert limit(body.replace("9个", "1个")).time.text() == "3个工作日"


def test_in_a_circle_nothing_is_computed():
    got = limit("事项 甲：\n    前置：乙\n    承诺时限：1个工作日\n事项 乙：\n    前置：甲\n    承诺时限：1个工作日\n")
    assert got.time == Time() and got.path == ()


def test_the_declared_limit_is_checked_against_the_longest_path():
    body = chain("承诺时限：3个工作日", "承诺时限：3个工作日")
    assert "OT2402" in {f.code for f in bundle(body, head="总时限：5个工作日").findings}
    assert "OT2402" not in {f.code for f in bundle(body, head="总时限：6个工作日").findings}


def test_a_clock_that_starts_at_the_acceptance_of_what_waits_for_it_counts_from_acceptance_too():
    body = "事项 先：\n    承诺时限：1个工作日（自 后 受理 起）\n事项 后：\n    前置：先\n    承诺时限：2个工作日\n"
    assert limit(body).time.text() == "3个工作日" and limit(body).path == ("先", "后")


def test_an_acceptance_does_not_wait_for_what_may_follow_later_so_a_clock_may_start_there():
    body = "事项 头：\n    承诺时限：4个工作日\n事项 先：\n    承诺时限：1个工作日（自 后 受理 起）\n    产出：许可证\n"
    body += "事项 后：\n    前置：头\n    材料：许可证（容缺 5个工作日内补）\n"
    assert limit(body).time.text() == "5个工作日" and limit(body).path == ("头", "先")


def test_a_clock_may_start_at_the_end_of_what_starts_at_an_acceptance_that_waits_for_nothing():
    body = "事项 甲：\n    承诺时限：2个工作日（自 乙 办结 起）\n    产出：许可证\n事项 乙：\n    承诺时限：3个工作日（自 丙 受理 起）\n"
    body += "事项 丙：\n    材料：许可证（容缺 5个工作日内补）\n"
    assert limit(body).time.text() == "5个工作日" and limit(body).path == ("乙", "甲")


def test_a_clock_may_start_at_the_end_of_a_matter_that_waits_for_others():
    body = "事项 丙：\n    承诺时限：3个工作日\n事项 乙：\n    前置：丙\n    承诺时限：2个工作日\n事项 甲：\n    承诺时限：1个工作日（自 乙 办结 起）\n"
    assert limit(body).time.text() == "6个工作日" and limit(body).path == ("丙", "乙", "甲")
