"""Section 6: who waits for whom, and at which point."""

from __future__ import annotations

from semantics.small import bundle, order


def test_who_needs_what_another_issues_is_accepted_after_its_end():
    body = "事项 发：\n    产出：许可证、编号、账户 变为 开立\n事项 用证：\n    材料：许可证\n事项 用号：\n    字段：编号\n事项 用账户：\n    前置：账户 为 开立\n"
    got = bundle(body).outcome()
    assert {(e.after, e.kind, e.what, e.holds) for e in got.edges} == {
        ("用证", "证照", "许可证", "受理"), ("用号", "字段", "编号", "受理"), ("用账户", "状态", "账户 为 开立", "受理"),
    }  # fmt: skip
    assert {e.before for e in got.edges} == {"发"}


def test_owners_matter():
    got = bundle("事项 发：\n    产出：子女的许可证\n事项 用：\n    材料：家长的许可证\n").outcome()
    assert got.edges == () and len(got.hand_in) == 1


def test_a_document_that_is_shared_but_also_issued_inside_orders_all_the_same():
    got = bundle("事项 发：\n    产出：结婚证\n事项 用：\n    材料：结婚证（数据共享）\n").outcome()
    assert order(got) == {("发", "用")}


def test_a_document_that_may_follow_later_holds_the_end_and_not_the_acceptance():
    got = bundle("事项 发：\n    产出：许可证\n事项 用：\n    材料：许可证（容缺 5个工作日内补）\n").outcome()
    assert [(e.before, e.after, e.holds) for e in got.edges] == [("发", "用", "办结")]


def test_edges_know_the_lines_that_make_them():
    got = bundle("事项 发：\n    产出：许可证\n事项 用：\n    材料：许可证\n").outcome()
    (edge,) = got.edges
    assert [s.text for s in edge.spans] == ["许可证", "许可证"] and edge.spans[0].position > edge.spans[1].position
    assert edge.reason == "用 需要的 许可证 由 发 产出"


def test_nobody_waits_for_what_is_not_taken():
    one = bundle("事项 发：\n    参与：选办\n    产出：许可证\n事项 用：\n    材料：许可证\n    前置：先\n事项 先\n")
    assert order(one.outcome()) == {("先", "用")} and order(one.outcome({}, {"发"}, done={"先"})) == {("发", "用")}


def test_waves_are_the_layers_of_the_longest_path():
    body = "事项 丁：\n    前置：丙、甲\n事项 丙：\n    前置：乙\n事项 乙：\n    前置：甲\n事项 甲\n事项 戊\n"
    assert bundle(body).outcome().wave == {"甲": 1, "戊": 1, "乙": 2, "丙": 3, "丁": 4}


def test_matters_that_wait_for_each_other_are_named_and_found_edge_by_edge():
    one = bundle("事项 甲：\n    前置：乙\n事项 乙：\n    前置：丙\n事项 丙：\n    前置：甲\n事项 丁：\n    前置：甲\n事项 戊\n")
    got = one.outcome()
    assert got.wave == {"戊": 1} and got.circle == ("甲", "乙", "丙", "丁")
    (found,) = [f for f in one.findings if f.code == "OT2103"]
    assert len(found.notes) == 2 and dict(found.values)["cycle"].count("→") == 3


def test_opposite_orders_in_different_situations_are_no_circle_for_anybody():
    body = "情形 甲 “？”：一、二\n事项 头：\n    前置：尾 当 甲 为 一\n事项 尾：\n    前置：头 当 甲 为 二\n"
    one = bundle(body)
    assert order(one.outcome({"甲": "一"})) == {("尾", "头")} and order(one.outcome({"甲": "二"})) == {("头", "尾")}
    assert {"OT2102"} <= {f.code for f in one.findings}


def test_what_a_refusal_does_is_declared_and_else_cancels_what_depends_on_it():
    body = "".join(f"事项 {n}：\n    未通过时：{n}\n" for n in ("终止联办", "终止后续", "其他照办", "转单独办理")) + "事项 没写\n"
    matters = bundle(body).bundle.matters
    assert {m.name: m.on_refusal for m in matters.values()} == {n: n for n in matters if n != "没写"} | {"没写": "终止后续"}


def test_every_edge_says_of_which_kind_it_is_at_which_point_it_holds_and_why():
    body = (
        "事项 发：\n    产出：许可证、编号、账户 变为 开立\n事项 先\n"
        "事项 用：\n    材料：许可证\n    字段：编号\n    前置：账户 为 开立、先\n    承诺时限：1个工作日（自 先 办结 起）\n"
    )
    assert [(e.kind, e.holds, e.reason) for e in bundle(body).outcome().edges] == [
        ("证照", "受理", "用 需要的 许可证 由 发 产出"),
        ("字段", "受理", "用 要填的 编号 由 发 产出"),
        ("状态", "受理", "用 要求的 账户 为 开立 由 发 产出"),
        ("前置", "受理", "用 要等 先 办结"),
        ("起算", "起算", "用 的时限自 先 办结 起算"),
    ]


def test_of_two_that_issue_the_same_each_edge_knows_its_own_line():
    body = "事项 发：\n    产出：许可证\n事项 也发：\n    产出：许可证\n事项 用：\n    材料：许可证\n"
    lines = {e.before: e.spans[1].position for e in bundle(body).outcome().edges}
    assert set(lines) == {"发", "也发"} and lines["发"] < lines["也发"]
