"""Cell by cell: what is written, what it is read as, what is expected where it cannot be read."""

import pytest

from onething.exchange import cells, reading
from onething.exchange.cells import Unread
from onething.exchange.columns import columns
from onething.exchange.gather import clean
from onething.exchange.kept import LONGEST, kept, kept_lines
from onething.exchange.shared import Shared
from onething.model.catalogue import Catalogue
from onething.source import Source
from onething.syntax import parse_text

UNREAD = object()


def said(texts: dict[str, str], word: str, of=reading.matter):
    found = of(texts, Shared(Catalogue())).get(word)
    return UNREAD if isinstance(found, Unread) and not found.partly else found


LIMITS = [
    ("3", "工作日", "3个工作日"), ("20", "自然日", "20个自然日"), ("20", "日历日", "20个自然日"), ("4", "小时", "4小时"), ("4", "个小时", "4小时"), ("2", "个工作日", "2个工作日"), ("2", "个自然日", "2个自然日"),
    ("３", "工作日", "3个工作日"), ("007", "工作日", "7个工作日"), ("3.50", "工作日", "3.5个工作日"), ("0", "工作日", "即办"), ("即办", "", "即办"), ("当场办结", "", "即办"), ("立等可取", "工作日", "即办"),
    ("20个工作日", "", "20个工作日"), ("2个工作日（不含 公示）", "", "2个工作日（不含 公示）"), ("未载明", "", "未载明"),
    *((word, "工作日", "未载明") for word in ("无", "无期限", "无时限", "无法定时限", "无规定", "未规定", "不限")),
    ("5", "天", UNREAD), ("5", "日", UNREAD), ("5", "", UNREAD), ("5天", "", UNREAD), ("1", "个月", UNREAD), ("尽快", "", UNREAD), ("", "工作日", UNREAD), ("3至5个工作日", "", UNREAD),
]  # fmt: skip


@pytest.mark.parametrize("number, unit, read", LIMITS)
@pytest.mark.parametrize("column, word", [("承诺办结时限", "承诺时限"), ("法定办结时限", "法定时限")])
def test_limits(column, word, number, unit, read):
    assert said({column: number, column + "单位": unit}, word) == read


def test_a_day_of_which_nobody_said_which_is_told_so():
    found = reading.matter({"承诺办结时限": "5天"}, Shared(Catalogue()))["承诺时限"]
    assert "工作日或几个自然日" in found.zh and "“天”" in found.zh


@pytest.mark.parametrize(
    "asked, amount, read",
    [
        ("否", "", "无"), ("不收费", "", "无"), ("无", "", "无"), ("FALSE", "", "无"), ("否", "免费", "无"), ("", "20元", "20元"), ("是", "20元", "20元"), ("TRUE", "20元", "20元"), ("收费", "20元", "20元"), ("", "未载明", "未载明"),
        *(("", word, "无") for word in ("无", "否", "不收费", "免费", "不收取", "不收")),
        ("是", "免费", UNREAD), ("否", "20元", UNREAD), ("看情况", "", UNREAD), ("", "20", UNREAD), ("", "", None),
    ],
)  # fmt: skip
def test_fees(asked, amount, read):
    assert said({"是否收费": asked, "收费标准": amount}, "收费") == read


def test_a_fee_that_is_more_than_an_amount_is_kept_and_told():
    found = reading.matter({"收费标准": "每卡20元，补办另计"}, Shared(Catalogue()))["收费"]
    assert found.partly and found.taken == ""
    assert reading.matter({"是否收费": "是"}, Shared(Catalogue()))["收费"].partly


@pytest.mark.parametrize("count, why, read", [("0", "", "无"), ("零", "", "无"), ("无", "", "无"), ("1", "", "1次"), ("2次", "核验；领证", "2次（“核验”，“领证”）"), ("若干", "", UNREAD), ("", "核验", UNREAD)])
@pytest.mark.parametrize("columns_of", [("到办事现场次数", "必须现场办理原因", "单办的跑动"), ("联办跑动次数", "联办跑动原因", "跑动")])
def test_visits(columns_of, count, why, read):
    number, reason, word = columns_of
    assert said({number: count, reason: why}, word) == read


@pytest.mark.parametrize("blank", cells.BLANK)
def test_what_only_fills_a_cell_says_nothing(blank):
    assert said({"实施主体": blank}, "办理部门") is None
    assert said({"材料份数": blank}, "份数", reading.material) is None


@pytest.mark.parametrize("column, word, written", [(c, w, t) for c in columns().values() if c.values for w, ts in c.values.items() for t in ts], ids=lambda each: getattr(each, "name", each))
def test_each_word_that_a_column_offers(column, word, written):
    of = reading.matter if column.of == "事项" else reading.material
    assert said({column.name: f" {written} "}, column.becomes, of) == word


def test_what_a_column_does_not_offer():
    assert said({"行使层级": "部级"}, "层级") is UNREAD and said({"参与": "都行"}, "参与") is UNREAD
    assert said({"行使层级": "市级、县（区）级"}, "层级") == "市级、县级"
    for column, word, of in (("事项类型", "种类", reading.matter), ("材料来源渠道", "取得", reading.material), ("材料类型", "原件", reading.material), ("材料形式", "介质", reading.material)):
        assert of({column: "别的"}, Shared(Catalogue()))[word].partly


def test_where_a_material_comes_from_and_how_it_is_got():
    way = lambda source, got: said({"材料来源渠道": source, "材料取得方式": got}, "取得", reading.material)  # noqa: E731
    assert way("政府部门核发", "") in ("", None) and way("其他", "") in ("", None)
    assert way("申请人自备", "") == "自备" and way("政府部门核发", "电子证照") == "电子证照" and way("", "数据共享") == "数据共享"
    assert way("申请人自备", "电子证照") is UNREAD and way("", "凭感觉") is UNREAD


@pytest.mark.parametrize("text, read", [("1", "1份"), ("2份", "2份"), ("０３", "3份"), ("0", UNREAD), ("若干", UNREAD), ("原件1份", UNREAD)])
def test_copies(text, read):
    assert said({"材料份数": text}, "份数", reading.material) == read


@pytest.mark.parametrize("text, read", [("受理、办结", "受理、办结"), ("受理→审核->办结", "受理、审核、办结"), ("1.受理\n2.办结", "受理、办结"), ("受理,办结", "受理、办结"), ("无", "无"), ("未载明", "未载明")])
def test_steps(text, read):
    assert said({"办理环节": text}, "单办的环节") == read
    assert said({"联办环节": text}, "环节") == read


@pytest.mark.parametrize(
    "text, read, whole",
    [
        ("《示范法》第七条", "《示范法》第七条", True), ("国发(2024)3号", "国发〔2024〕3号", True), ("《甲》；《乙》", "《甲》、《乙》", True),
        ("【法律】《示范法》第十条：凡符合条件的……\n【规章】示范发［2020］1号", "《示范法》第十条、示范发〔2020〕1号", False), ("依照有关规定办理。", "", False),
    ],
)  # fmt: skip
def test_basis(text, read, whole):
    found = reading.matter({"设定依据": text}, Shared(Catalogue()))["依据"]
    assert (found if whole else found.taken) == read


def test_lists_in_a_cell():
    assert cells.parts("1.甲\n（2）乙\n③丙；丁、戊（己、庚）；“辛、壬”；甲") == ["甲", "乙", "丙", "丁", "戊（己、庚）", "“辛、壬”"]
    assert cells.parts("甲、（乙\n丙") == ["甲", "（乙", "丙"]  # a bracket that is not closed ends with its line


@pytest.mark.parametrize("text, plain, hidden", [("  甲 \r\n\r\n 乙\u2028丙 ", "甲\n乙\n丙", False), ("户口\u200b登记", "户口登记", True), ("甲\x01", "甲", True), ("甲\xa0乙\t丙", "甲 乙 丙", False), ("e\u0301", "é", False)])
def test_what_nobody_sees_is_taken_out(text, plain, hidden):
    assert clean(text) == (plain, hidden)


@pytest.mark.parametrize("text", ["甲", "", "两\n行", "a\\nb：c # d", "  空  ", "\\" * 5, "长" * (3 * LONGEST + 1), ("\\" * 7 + "\n") * LONGEST, "长" * (LONGEST - 1) + "\n末", " " * (LONGEST + 3) + "x"])
@pytest.mark.parametrize("header", ["咨询方式", "备注：内部", "a\\b", "两\n行"])
def test_a_remark_keeps_any_text(header, text):
    lines = kept_lines(header, text)
    tree = parse_text(Source("", "\n".join(lines) + "\n事项 甲：\n    备注：乙\n"))
    assert kept(tree.blocks[0].comments) == {header: text} and not [f for f in tree.findings if f.code == "OT0105"]


def test_codes_are_checked_and_kept_when_they_are_wrong():
    assert said({"基本编码": "000109001000"}, "基本编码") == "000109001000"
    for column, code in (("基本编码", "0001"), ("实施编码", "000109001000")):
        assert reading.matter({column: code}, Shared(Catalogue()))[column].partly
