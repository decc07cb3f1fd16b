"""The notice for everybody: its blocks, its numbers, and what nobody stated."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fixture_ir import MATTERS, bundle, days, place, text
from lxml import html

from onething.emit.notice import emit
from onething.emit.notice.content import chinese_number

from .conftest import texts

BLOCKS = (
    "目录名称", "所属主题", "所属区划", "服务对象", "牵头部门", "配合部门", "线下跑动次数", "是否收费", "承诺时限",
    "法定时限", "办理形式", "支持物流快递", "办理时间", "咨询方式", "申请受理条件", "办理事项", "办理结果", "序号", "材料名称",
    "类型", "形式", "份数", "必要性", "特别程序", "时限类型", "改革前后对比", "计数口径",
)  # fmt: skip


def visible(page: str) -> str:
    """The words of the page a reader sees."""
    tree = html.fromstring(page)
    for node in tree.xpath("//script | //style"):
        node.drop_tree()
    return tree.text_content()


def bare() -> Any:
    """A bundle of which hardly anything is stated."""
    matter = {**MATTERS[1], "promise": [], "legal": [], "fees": [], "departments": [], "outputs": [], "blocked": False}
    nothing = {"value": None}
    figures = {"materials": nothing, "time": nothing, "approval_steps": nothing, "visits": nothing}
    return bundle(
        matters=[matter], taking_order=[matter["name"]], edges=[], materials=[], questions=[], gates=[], reminders=[],
        special_procedures=[], limit=None, limit_place=None, basis=[], channels=[], cooperating=[], participants=[],
        lead=None, theme="", subjects=[], delivery="", enquiries="", saved=[], headline_answers={}, fields=[],
        before=figures, after=figures,
    )  # fmt: skip


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_of_a_notice_is_there(block: str) -> None:
    markdown, page = texts(bundle())
    assert block in markdown
    assert block in visible(page)


def test_the_title_is_written_as_official_titles_are() -> None:
    assert texts(bundle())[0].startswith("# 新生儿出生“一件事”一次性告知单\n")
    assert texts(bundle(name="新生儿出生一件事"))[0].startswith("# 新生儿出生“一件事”一次性告知单\n")


def test_matters_are_numbered() -> None:
    markdown, page = texts(bundle())
    assert "### （一）出生医学证明签发" in markdown and "### （六）生育保险待遇核准支付" in markdown
    assert "（六）生育保险待遇核准支付" in visible(page)


def test_the_number_is_left_out_when_there_is_one_matter() -> None:
    markdown, page = texts(bare())
    assert "### 出生登记" in markdown
    assert "（一）" not in markdown and "（一）" not in visible(page)


def test_what_nobody_stated_is_never_free_and_never_nought_days() -> None:
    for words in (texts(bare())[0], visible(texts(bare())[1])):
        assert not re.search(r"(?<![0-9])0\s*(个|份|次|天|步)", words)
        assert not re.search(r"免费|不收费|即办|当场", words)
        for label in ("是否收费", "承诺时限", "法定时限", "线下跑动次数", "牵头部门"):
            assert re.search(label + r"[\s|]*(全部事项办结：)?未载明", words), label


def test_a_figure_with_a_missing_term_never_stands_alone() -> None:
    figure = {"value": 3, "at_least": True, "not_stated": ["出生登记"], "text": "3个工作日"}
    unknown = {"value": 0, "at_least": True, "not_stated": ["出生登记"], "text": "0个工作日"}
    some = {"materials": figure, "time": figure, "approval_steps": figure, "visits": figure}
    none = {"materials": unknown, "time": unknown, "approval_steps": unknown, "visits": unknown}
    markdown = texts(bundle(before=some, after=none))[0]
    assert "至少3个工作日（未载明：出生登记）" in markdown
    assert "至少3次" in markdown and "至少3份" in markdown
    assert not re.search(r"(?<![0-9])0(个工作日|次|份|个)", markdown)


def test_stated_nought_is_said() -> None:
    free = [{**m, "fees": [text("无", 1)]} for m in MATTERS]
    assert "| 是否收费 | 不收费 |" in texts(bundle(matters=free))[0]
    assert "| 是否收费 | 不收费 |" in texts(bundle(fee="无"))[0]
    assert "| 承诺时限 | 即办 |" in texts(bundle())[0]


def test_the_standard_of_a_charge_is_given_only_when_there_is_a_charge() -> None:
    assert "收费标准" not in texts(bundle(fee="无"))[0]
    assert "| 收费标准 | 每证10元 |" in texts(bundle(fee="每证10元"))[0]


def test_what_no_source_confirms_is_marked_not_hidden() -> None:
    lead = {"name": "卫生健康部门", "place": {**place(4), "unverified": True}}
    markdown, page = texts(bundle(lead=lead))
    assert "卫生健康部门※" in markdown and "※ 表示该内容尚未核实" in markdown
    assert html.fromstring(page).xpath("//dd[contains(., '卫生健康部门')]//sup[@class='doubt']")
    assert "※" not in texts(bundle())[0]


def test_a_value_refers_to_the_document_that_states_it() -> None:
    markdown, page = texts(bundle(limit=days(5), limit_place=place(10, basis="闽政〔2024〕9号")))
    assert "5个工作日［2］" in markdown
    assert "2. 闽政〔2024〕9号" in markdown
    tree = html.fromstring(page)
    assert tree.xpath("//sup/a[@href='#basis-2']") and tree.xpath("//*[@id='basis-2']")


def test_materials_of_which_one_is_enough_stand_together() -> None:
    markdown = texts(bundle())[0]
    band = markdown.index("下列材料任选其一提交")
    assert band < markdown.index("亲子鉴定意见书") < markdown.index("非婚生育说明")
    assert len(html.fromstring(texts(bundle())[1]).xpath("//tr[@class='joined']")) == 2


def test_what_need_not_be_brought_is_listed_with_its_reason() -> None:
    markdown = texts(bundle())[0]
    spared = markdown[markdown.index("不用提交的材料") :]
    assert "由“出生医学证明签发”办出，内部流转" in spared
    assert "| 结婚证 | 数据共享：婚姻登记库 |" in spared
    assert "取不到的交原件" in spared


def test_a_material_that_may_follow_says_until_when() -> None:
    assert "容缺后补（10个工作日内补）" in texts(bundle())[0]


def test_channels_that_only_advise_are_kept_apart() -> None:
    markdown = texts(bundle(enquiry_channels=[{"name": "服务热线", "place": {"file": "a", "line": 1, "column": 1}}]))[0]
    assert "| 咨询渠道（只提供咨询，不受理申请） | 服务热线 |" in markdown


def test_every_place_points_at_what_it_names() -> None:
    ir = bundle()
    markdown, page = emit(ir).artefacts
    lines, tree = markdown.text.split("\n"), html.fromstring(page.text)
    found = {p.line: lines[int(n) - 1] for n, p in markdown.places}
    for thing in (*ir.matters, *ir.materials):
        assert any(thing.name in lines[int(n) - 1] for n, p in markdown.places if p == thing.place), thing.name
    assert found[ir.gates[0].place.line].startswith("| 不予联办 |")
    for anchor, _ in page.places:
        assert len(tree.xpath(f"//*[@id='{anchor[1:]}']")) == 1, anchor
    anchors = {a for a, _ in page.places}
    assert {f"#matter-{m.id}" for m in ir.matters} | {f"#gate-{g.id}" for g in ir.gates} <= anchors
    assert {f"#material-{m.id}" for m in ir.materials} <= anchors


def test_ids_are_unique() -> None:
    ids = html.fromstring(texts(bundle())[1]).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_same_bundle_yields_the_same_bytes() -> None:
    assert emit(bundle()) == emit(bundle())


@pytest.mark.parametrize(("n", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (36, "三十六"), (100, "100")])
def test_numbers_of_headings(n: int, words: str) -> None:
    assert chinese_number(n) == words
