"""Section 5: one form, each field once."""

from __future__ import annotations

from semantics.small import bundle


def labels(outcome) -> list[str]:
    return [f.thing.label for f in outcome.fields]


def test_a_field_stands_once_for_all_matters_and_is_required_if_one_requires_it():
    got = bundle("事项 甲事：\n    字段：姓名（选填）\n事项 乙事：\n    字段：家长的姓名、编号（选填）\n").outcome()
    assert [(f.thing.name, f.matters, f.required) for f in got.fields] == [("姓名", ("甲事", "乙事"), True), ("编号", ("乙事",), False)]


def test_owners_and_elements_keep_fields_apart():
    got = bundle("事项 甲事：\n    字段：家长的姓名、子女的姓名、养老缴费基数、医疗缴费基数\n").outcome()
    assert labels(got) == ["家长的姓名", "子女的姓名", "养老缴费基数", "医疗缴费基数"]


def test_it_is_asked_only_for_matters_that_are_taken_and_not_in_progress():
    one = bundle("情形 甲 “？”：一、二\n事项 甲事：\n    参与：选办\n    字段：\n        姓名\n        编号 当 甲 为 一\n")
    assert labels(one.outcome({"甲": "一"})) == []
    assert labels(one.outcome({"甲": "一"}, {"甲事"})) == ["姓名", "编号"]
    assert labels(one.outcome({"甲": "二"}, {"甲事"})) == ["姓名"]
    assert labels(one.outcome({"甲": "一"}, doing={"甲事"})) == []


def test_what_a_taken_matter_assigns_is_not_asked_and_orders_the_two():
    one = bundle("事项 赋号：\n    参与：选办\n    产出：编号\n事项 用号：\n    字段：编号\n")
    assert labels(one.outcome()) == ["编号"]
    got = one.outcome({}, {"赋号"})
    assert labels(got) == [] and [(e.before, e.after, e.kind) for e in got.edges] == [("赋号", "用号", "字段")]
    assert labels(one.outcome(done={"赋号"})) == ["编号"]


def test_what_an_open_question_asks_is_not_asked_again():
    body = "情形 甲 “？”：一、二\n情形 编号 “？”：\n    类型：整数\n    当：甲 为 一\n事项 甲事：\n    字段：编号\n"
    assert labels(bundle(body).outcome({"甲": "一", "编号": 3})) == []
    assert labels(bundle(body).outcome({"甲": "一"})) == []  # it will be
    assert labels(bundle(body).outcome({"甲": "二"})) == ["编号"]


def test_it_is_prefilled_where_a_connected_source_holds_it():
    got = bundle("事项 甲事：\n    字段：住址、户名、姓名（取自 通库）、编号（取自 断库）\n").outcome()
    assert {f.thing.name: f.prefill for f in got.fields} == {"住址": "通库", "户名": "", "姓名": "通库", "编号": ""}


def test_a_source_that_is_not_connected_is_passed_over_whichever_matter_names_it():
    for first, second in (("通库", "断库"), ("断库", "通库")):
        got = bundle(f"事项 甲事：\n    字段：姓名（取自 {first}）\n事项 乙事：\n    字段：姓名（取自 {second}）\n").outcome()
        assert [f.prefill for f in got.fields] == ["通库"]


def test_what_is_assigned_hides_none_of_the_fields_after_it():
    assert labels(bundle("事项 赋号：\n    产出：编号\n事项 用号：\n    字段：编号、姓名\n").outcome()) == ["姓名"]


def test_of_several_connected_sources_that_matters_name_the_first_by_name_is_used():
    names = "丁丙乙戊己甲"
    sources = "".join(f"数据源 {n}库：\n    提供：甲局\n" for n in names)
    matters = "".join(f"事项 {n}事：\n    字段：姓名（取自 {n}库）\n" for n in names)
    assert [f.prefill for f in bundle(sources + matters).outcome().fields] == [min(f"{n}库" for n in names)]
