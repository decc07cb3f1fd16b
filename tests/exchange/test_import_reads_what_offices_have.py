"""``onething import``: what offices have, as they have it – titles, two-row headers, merged cells, other names, mistakes."""

import csv
import io
import json
import random
import re

import openpyxl
import pytest

from exchange.comparing import SUPPORTED, examined, given_back
from exchange.lists import Lister
from onething.exchange.columns import columns, recognise
from onething.exchange.file_names import code_of, file_name
from onething.exchange.give import Given, give
from onething.exchange.take import take
from onething.syntax import parse as parse_source
from onething.workbook.grid import DIGITS, Book, Got, Grid
from onething.workbook.separated import parse

ALL_NAMES = [(name, written) for name, column in columns().items() for written in (name, *column.aliases)]


def listed(*rows: tuple[str, ...], name: str = "示例清单.csv") -> Book:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return parse(out.getvalue().encode("utf-8"), name)


def taken(*rows: tuple[str, ...], **options: str):
    return take(listed(*rows), None, **{"lead": "公安局", **options})


def source(result, name: str = "示例清单") -> str:
    return result.files[f"{name}.onething"]


# ---- columns


@pytest.mark.parametrize("name, written", ALL_NAMES, ids=lambda each: each)
def test_each_name_of_a_column_is_that_column(name, written):
    assert recognise(written).column.name == name
    assert recognise(f" * {written}：\n").column.name == name
    assert recognise(f"{written}（必填）").column.name == name


def test_a_likeness_is_no_name():
    for header in ("事项的名称", "材料名", "承诺时", "牵头", "办结"):
        assert recognise(header).column is None


def test_what_may_mean_two_columns_is_never_read():
    for header in ("办理时限", "名称", "部门", "编码", "依据"):
        assert recognise(header).column is None and recognise(header).candidates


SAYS = {
    "事项名称": "户口登记", "事项别名": "落户", "事项类型": "行政确认", "基本编码": "000109001000", "实施编码": "11350200MB1234567T300010900100001", "实施主体": "民政局", "行使层级": "县级", "参与": "选办",
    "设定依据": "《示范法》", "法定办结时限": "9个工作日", "法定办结时限单位": "工作日", "承诺办结时限": "7个工作日", "承诺办结时限单位": "工作日", "受理条件": "已满十八周岁。", "是否收费": "否", "收费标准": "20元",
    "到办事现场次数": "2", "必须现场办理原因": "核验", "办理环节": "受理、办结", "联办跑动次数": "1", "联办跑动原因": "签字", "联办环节": "受理", "结果名称": "户口簿", "表单字段": "姓名", "告知单备注": "请预约。",
    "材料名称": "身份证", "材料来源渠道": "申请人自备", "材料取得方式": "电子证照", "材料份数": "2", "材料类型": "原件", "材料形式": "纸质", "材料必要性": "非必要", "材料出具单位": "派出所",
    "一件事名称": "新生儿出生", "牵头部门": "卫健局", "地区": "示范市", "特别程序": "公示", "区划代码": "990100",
}  # fmt: skip
NUMBER_OF = {"区划代码": ("地区", "示范市"), "法定办结时限单位": ("法定办结时限", "8"), "承诺办结时限单位": ("承诺办结时限", "8"), "必须现场办理原因": ("到办事现场次数", "2"), "联办跑动原因": ("联办跑动次数", "1")}


def valid_code() -> str:
    from onething.naming.codes import credit_code_check

    organ = "11350200MB1234567"
    return organ + credit_code_check(organ) + "3" + "000109001000"


@pytest.mark.parametrize("name", SUPPORTED)
def test_every_column_is_read_into_the_source(name):
    """A file without the column is another one, and not because the cell is kept as a remark."""
    says = valid_code() if name == "实施编码" else SAYS[name]
    base = [("事项名称", "户口登记"), ("材料名称", "身份证")]
    if name in NUMBER_OF:
        base.append(NUMBER_OF[name])
    with_it = [pair for pair in base if pair[0] != name] + [(name, says)]
    texts = []
    for pairs in (base, with_it):
        files = take(listed(tuple(p[0] for p in pairs), tuple(p[1] for p in pairs)), None, lead="公安局", bundle="").files
        texts.append("\n".join(line for text in files.values() for line in text.splitlines() if not line.lstrip().startswith("#")))
    if name not in ("事项名称", "材料名称"):
        assert texts[0] != texts[1]
    else:
        assert says in texts[1]


# ---- shapes of lists


def test_titles_above_the_header_and_remarks_below_the_table_are_no_matters():
    result = taken(("某市实施清单", "", ""), ("序号", "事项名称", "申请材料"), ("1", "户口登记", "身份证"), ("", "", ""), ("合计：1项", "", ""), ("", "填表人：某某", ""))
    assert result.matters == 1 and result.rows == 1
    assert [(row.at.row, row.zh) for row in result.lost] == [(1, "在表头上面"), (5, "只有序号或说明"), (6, "是表下的说明")]
    assert result.findings == []


def test_a_header_of_two_rows():
    result = taken(("事项", "承诺办结时限", "", "申请材料", ""), ("", "数值", "单位", "名称", "份数"), ("户口登记", "3", "工作日", "身份证", "2"), ("", "", "", "照片", "1"))
    assert "材料：\n        身份证（2份）\n        照片（1份）" in source(result)


@pytest.mark.parametrize("merged", [True, False])
def test_one_row_a_material_the_matter_blank_or_merged(merged, tmp_path):
    from onething.workbook.read import read

    book = openpyxl.Workbook()
    for row in (("事项名称", "实施主体", "材料名称"), ("户口登记", "公安局", "身份证"), (None, None, "照片"), ("婚姻登记", "民政局", "户口簿")):
        book.active.append(row)
    if merged:
        book.active.merge_cells("A2:A3")
        book.active.merge_cells("B2:B3")
    book.save(tmp_path / "示例清单.xlsx")
    result = take(read(tmp_path / "示例清单.xlsx"), None, lead="公安局")
    assert result.rows == 3 and result.findings == []
    assert re.findall(r"^事项 (.*)：", source(result), re.M) == ["户口登记", "婚姻登记"]
    assert "    材料：\n        身份证\n        照片\n" in source(result)


def test_one_cell_may_list_several_materials():
    text = source(taken(("事项名称", "申请材料"), ("户口登记", "1.身份证\n2、户口簿；照片"), ("婚姻登记", "身份证、“甲、乙声明”")))
    assert "身份证\n        户口簿\n        照片" in text and "身份证\n        “甲、乙声明”" in text


def test_a_matter_without_materials_is_said_to_need_none_only_if_the_list_says_so():
    text = source(taken(("事项名称", "申请材料", "办理地点"), ("户口登记", "无", "大厅"), ("婚姻登记", "", "大厅")))
    assert text.count("材料：无") == 1


def test_the_unit_may_stand_in_the_header():
    assert "承诺时限：3个工作日" in source(taken(("事项名称", "承诺时限（工作日）"), ("户口登记", "3")))


def test_the_finest_name_names_the_matter():
    text = source(taken(("主项名称", "子项名称"), ("企业登记", "公司设立登记")))
    assert "事项 公司设立登记" in text and "# 清单 主项名称：企业登记" in text


def test_sheets_without_a_header_are_listed_and_hidden_ones_read():
    grids = [Grid("说明", {1: {1: Got("填写说明")}}), Grid("藏", {1: {1: Got("事项名称")}, 2: {1: Got("户口登记")}}, hidden=True)]
    result = take(Book("x.xlsx", grids), None, lead="公安局")
    assert result.matters == 1 and [row.zh for row in result.lost] == ["这张表没有表头"]
    assert "事项 户口登记" in source(result, "藏")


def test_only_the_sheet_asked_for():
    grids = [Grid(name, {1: {1: Got("事项名称")}, 2: {1: Got(name + "登记")}}) for name in ("甲", "乙")]
    result = take(Book("x.xlsx", grids), None, sheet="乙", lead="公安局")
    assert "事项 乙登记" in source(result, "乙") and len(result.files) == 3


def test_sheets_that_an_export_or_a_marked_copy_adds_are_no_lists():
    own = {1: {1: Got("事项"), 2: Got("级别")}, 2: {1: Got("户口登记"), 2: Got("错误")}}
    grids = [Grid("导入结果", own), Grid("清单", {1: {1: Got("事项名称")}, 2: {1: Got("婚姻登记")}}), Grid("未能导出", own)]
    result = take(Book("x.xlsx", grids), None, lead="公安局")
    assert result.matters == 1 and not result.lost and not result.findings
    assert take(Book("x.xlsx", grids), None, sheet="未能导出", lead="公安局").matters == 1


GROUPS = (("一件事名称", "牵头部门", "事项名称"), ("“新生儿出生”一件事", "卫健局", "户口登记"), ("", "", "社保卡申领"), ("企业注销", "市监局", "税务注销"))


def test_each_bundle_of_a_list_is_a_file():
    result = take(listed(*GROUPS), None)
    assert [name for name in result.files if "目录" not in name] == ["新生儿出生.onething", "企业注销.onething", "onething.toml"]
    assert result.matters == 3 and result.findings == []


def test_one_bundle_of_a_list():
    result = take(listed(*GROUPS), None, bundle="企业注销“一件事”")
    assert result.bundles == ["企业注销"] and result.rows == 1
    assert [(row.at.row, row.zh) for row in result.lost] == [(2, "属于“新生儿出生”，这次没有选"), (3, "属于“新生儿出生”，这次没有选")]


@pytest.mark.parametrize("seed", range(60))
def test_no_row_is_lost(seed):
    """Every row with text is in the header, became something, or is listed with a reason."""
    dice = random.Random(seed)
    rows = {}
    for row in sorted(dice.sample(range(1, 60), dice.randint(3, 25))):
        rows[row] = {c: Got(dice.choice(("户口登记", "3", "无", "公安局", "身份证", "合计", "备注：x", "事项名称", "/", "x" * 50))) for c in range(1, 8) if dice.random() < 0.35}
    header = dice.choice(list(rows))
    rows[header] = {c: Got(n) for c, n in enumerate(dice.sample(("序号", "事项名称", "实施主体", "材料名称", "承诺办结时限", "怪列", "办理时限"), 7), 1)}
    rows = {row: cells for row, cells in rows.items() if cells}
    result = take(Book("x.csv", [Grid("", rows)]), None, lead="公安局")
    from onething.exchange.layout import layout

    found = layout(result.places.book.grids[0])
    head = len({found.first, found.last}) if found else 0
    assert result.rows + len(result.lost) + head == len(rows)


def test_a_number_that_excel_rounded_is_told_once_and_never_used():
    code = Got("1135020000000000000000", DIGITS)
    rows = {1: {1: Got("事项名称"), 2: Got("实施编码"), 3: Got("材料名称")}, 2: {1: Got("户口登记"), 2: code, 3: Got("甲")}, 3: {1: Got("户口登记", "", True), 2: code._replace(merged=True), 3: Got("乙")}}
    result = take(Book("x.xlsx", [Grid("示例清单", rows)]), None, lead="公安局")
    assert [f.code for f in result.findings] == ["OT3406"]
    assert "    实施编码" not in source(result) and "# 清单 实施编码：1135020000000000000000" in source(result)


def test_a_matter_of_which_nothing_is_said_is_one_line():
    assert source(taken(("事项名称",), ("户口登记",))).endswith("\n事项 户口登记\n")


def test_what_a_later_row_says_otherwise_is_kept_too():
    result = taken(("事项名称", "实施主体", "怪列"), ("户口登记", "公安局", "一"), ("户口登记", "民政局", "二"))
    assert "# 清单 第3行 实施主体：民政局\n" in source(result) and "# 清单 第3行 怪列：二\n" in source(result)
    assert "怪列" in given_back(listed(("事项名称", "怪列"), ("户口登记", "一"), ("户口登记", "二")), lead="公安局").header


def test_an_issuer_is_said_of_the_document_if_it_is_one():
    result = taken(("事项名称", "材料名称", "材料出具单位"), ("户口登记", "甲证", "公安局、民政局"), ("", "乙证", "民政局"), ("", "丙证", "民政局"), ("", "丙证", "公安局"))
    assert "证照 甲证\n" in result.files["目录-示例清单.onething"] and "证照 丙证：\n    签发：民政局\n" in result.files["目录-示例清单.onething"]
    assert "# 清单 材料出具单位：公安局、民政局" in source(result) and not [f for f in result.findings if f.code == "OT3410"]


def test_what_one_cell_lists_comes_back_in_one_cell():
    rows = [("事项名称", "材料名称", "材料份数", "材料出具单位"), ("户口登记", "1.甲证\n2.乙证", "2", "民政局"), ("婚姻登记", "甲证、丙证", "1", "公安局"), ("", "丁证", "1", "")]
    back = given_back(listed(*rows), lead="公安局").rows
    assert [tuple(row.get(name, "") for name in rows[0][1:]) for row in back] == [row[1:] for row in rows[1:]]


def test_a_limit_written_whole_comes_back_whole_without_a_unit_beside_it():
    row = given_back(listed(("事项名称", "承诺办结时限"), ("户口登记", "3个工作日")), lead="公安局").rows[0]
    assert (row["承诺办结时限"], row["承诺办结时限单位"]) == ("3个工作日", "")


def test_that_nobody_leads_is_told_once():
    assert [f.code for f in take(listed(("事项名称",), ("户口登记",)), None).findings] == ["OT3414"]


def test_what_was_together_and_is_no_longer_alike_is_two_rows():
    result = taken(("事项名称", "材料名称", "材料份数"), ("户口登记", "甲证、乙证", "2"))
    changed = dict(result.files) | {"示例清单.onething": source(result).replace("乙证（2份）", "乙证（3份）")}
    workspace, found = examined(result.__class__(result.places, changed))
    bundle = next(each for each in found if each.bundle is not None)
    rows = give(bundle.bundle, [parse_source(workspace.source_at(bundle.path))], workspace.catalogue).rows
    assert [(row["材料名称"], row["材料份数"]) for row in rows] == [("甲证", "2"), ("乙证", "3")]


def test_what_somebody_changed_in_the_source_is_what_comes_out():
    result = taken(("事项名称", "承诺办结时限", "行使层级"), ("户口登记", "3个工作日", "县（区）级"))
    text = source(result).replace("    承诺时限：3个工作日", "    承诺时限：5个自然日").replace("    层级：县级\n", "")
    workspace, found = examined(result.__class__(result.places, dict(result.files) | {"示例清单.onething": text}))
    bundle = next(each for each in found if each.bundle is not None)
    row = give(bundle.bundle, [parse_source(workspace.source_at(bundle.path))], workspace.catalogue).rows[0]
    assert (row["承诺办结时限"], row["承诺办结时限单位"], row["行使层级"]) == ("5", "自然日", "")


# ---- the workspace it joins


CATALOGUE = """部门 公安部门：
    别名：公安机关
    示范市：示范市公安局

地区 示范市：
    代码：990100

证照 居民户口簿：
    别名：户口本

数据元 姓名
"""


@pytest.fixture
def joined(tmp_path):
    (tmp_path / "onething.toml").write_text('language = "2"\n', encoding="utf-8")
    (tmp_path / "目录.onething").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def test_what_the_catalogue_has_is_used_and_not_declared_again(joined):
    rows = (("地区", "牵头部门", "事项名称", "实施主体", "申请材料", "表单字段"), ("示范市", "公安机关", "户口登记", "示范市公安局", "户口本、照片", "姓名"))
    result = take(listed(*rows), joined)
    assert result.files["目录-示例清单.onething"] == "证照 照片\n"
    text = source(result)
    assert "地区：示范市" in text and "牵头部门：公安部门" in text and "办理部门：公安部门" in text
    assert "居民户口簿\n" in text and "字段：姓名" in text and "onething.toml" not in result.files
    assert result.findings == []


def test_units_take_part_and_departments_cooperate(joined):
    with open(joined / "目录.onething", "a", encoding="utf-8") as file:
        file.write("\n部门 医院：\n    种类：单位\n")
    text = source(take(listed(("事项名称", "实施主体"), ("户口登记", "公安部门"), ("接种", "医院"), ("参保", "医保局")), joined, lead="公安部门"))
    assert "    配合部门：医保局\n    参与单位：医院\n" in text


def test_what_an_earlier_import_declared_stays_declared(joined):
    for documents in ("照片", "照片、合同"):
        result = take(listed(("事项名称", "申请材料"), ("户口登记", documents)), joined, lead="公安部门")
        for path, text in result.files.items():
            (joined / path).write_text(text, encoding="utf-8")
    assert (joined / "目录-示例清单.onething").read_text(encoding="utf-8") == "证照 照片\n"
    assert result.files["目录-示例清单-2.onething"] == "证照 合同\n"


def test_a_place_that_the_catalogue_does_not_have_is_declared_with_its_code(joined):
    for code, declared, codes in (("", "地区 别的市\n", []), ("990200", "地区 别的市：\n    代码：990200\n", []), ("99", "地区 别的市\n", ["OT3413"])):
        result = take(listed(("地区", "区划代码", "事项名称"), ("别的市", code, "户口登记")), joined, lead="公安部门")
        assert result.files["目录-示例清单.onething"] == declared and "    地区：别的市\n" in source(result)
        assert [f.code for f in result.findings] == codes
    assert "    地区" not in source(take(listed(("地区", "事项名称"), ("国家", "户口登记")), joined, lead="公安部门"))


def test_a_bundle_that_is_there_already_is_told(joined):
    (joined / "旧.onething").write_text("一件事 示例清单：\n    代码：old\n    牵头部门：公安部门\n", encoding="utf-8")
    result = take(listed(("事项名称",), ("户口登记",)), joined, lead="公安部门")
    assert [f.code for f in result.findings] == ["OT3410"] and "旧.onething" in result.findings[0].message()


# ---- files and the command


def test_a_name_is_never_a_path():
    for name in ("../../etc/x", "a\\b", "C:\\x", ".git", "长" * 200, "", "a\x00b"):
        made = file_name(name)
        assert made and "/" not in made and "\\" not in made and not made.startswith(".") and len(made.encode()) <= 120


def test_codes_are_made_from_the_sounds_and_never_twice():
    assert code_of("新生儿出生", set()) == "xin-sheng-er-chu-sheng"
    assert code_of("新生儿出生", {"xin-sheng-er-chu-sheng"}) == "xin-sheng-er-chu-sheng-2"
    assert code_of("！！", set()) == "list" and code_of("24小时", set()) == "list-24-xiao-shi"


WRONG = "事项名称,承诺办结时限,申请材料\n户口登记,5天,身份证\n合计：1,,\n"


def test_import_writes_files_and_a_marked_copy_and_says_so(onething, tmp_path):
    (tmp_path / "清单.csv").write_bytes(WRONG.encode("gb18030"))
    done = onething("import", "清单.csv", "-o", "新", "--bundle", "落户", "--lead", "公安局")
    assert done.returncode == 1
    assert "[OT3405]" in done.stdout and "读入 1 行，1 个事项（落户）" in done.stdout and "没有读入 1 行" in done.stdout
    assert sorted(p.name for p in (tmp_path / "新").iterdir()) == ["onething.toml", "清单.标注.xlsx", "目录-清单.onething", "落户.onething"]
    assert onething("check", "新").returncode == 0
    marked = openpyxl.load_workbook(tmp_path / "新" / "清单.标注.xlsx")
    cell = marked["清单"]["B2"]
    assert cell.value == "5天" and "工作日" in cell.comment.text and cell.fill.fgColor.rgb.endswith("F4CCCC")
    assert marked["清单"]["A3"].comment.text == "没有读入：是表下的说明"
    told = [[cell or "" for cell in row] for row in marked["导入结果"].iter_rows(min_row=2, values_only=True)]
    assert [row[:4] for row in told] == [["清单.csv", "B2", "错误", "OT3405"], ["清单.csv", "第3行", "未读入", ""]]


def test_nothing_is_written_over_what_is_there(onething, tmp_path):
    (tmp_path / "清单.csv").write_text(WRONG, encoding="utf-8")
    onething("import", "清单.csv", "-o", "新", "--lead", "公安局")
    (tmp_path / "新" / "清单.onething").write_text("# 我改过\n", encoding="utf-8")
    done = onething("import", "清单.csv", "-o", "新", "--lead", "公安局")
    assert done.returncode == 2 and "--force" in done.stderr and done.stderr.count("\n") == 1
    assert (tmp_path / "新" / "清单.onething").read_text(encoding="utf-8") == "# 我改过\n"
    assert onething("import", "清单.csv", "-o", "新", "--lead", "公安局", "--force").returncode == 1
    assert "户口登记" in (tmp_path / "新" / "清单.onething").read_text(encoding="utf-8")


def test_all_is_written_or_nothing(tmp_path, monkeypatch):
    from onething.exchange import put

    calls = []

    def failing(target, data):
        calls.append(target)
        if len(calls) == 3:
            raise OSError("disk full")
        target.write_bytes(data)

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(put, "replace_file", failing)
    with pytest.raises(OSError):
        put.put(tmp_path, {"a": b"1", "b": b"2", "c": b"3"})
    assert (tmp_path / "a").read_bytes() == b"old" and not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("没有.csv",), "没有这个文件"), (("网.xlsx",), "网页"), (("清单.csv", "--sheet", "乙"), "没有叫“乙”的表"),
        (("组.csv", "--bundle", "丙"), "没有叫“丙”的一件事；有：“企业注销”"), (("清单.csv", "--format", "xml"), "--format"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line(arguments, said, onething, tmp_path):
    (tmp_path / "清单.csv").write_text(WRONG, encoding="utf-8")
    (tmp_path / "组.csv").write_text("一件事名称,事项名称\n企业注销,税务注销\n", encoding="utf-8")
    (tmp_path / "网.xlsx").write_text("<html><table></table></html>", encoding="utf-8")
    done = onething("import", *arguments, "-o", "新")
    assert done.returncode == 2 and said in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "新").exists()


def test_without_a_header_nothing_is_written(onething, tmp_path):
    (tmp_path / "清单.csv").write_text("甲,乙\n丙,丁\n", encoding="utf-8")
    done = onething("import", "清单.csv", "-o", "新")
    assert done.returncode == 1 and "[OT3401]" in done.stdout
    assert [p.name for p in (tmp_path / "新").iterdir()] == ["清单.标注.xlsx"]


def test_json_says_where(onething, tmp_path):
    (tmp_path / "清单.csv").write_text(WRONG, encoding="utf-8")
    told = json.loads(onething("import", "清单.csv", "-o", "新", "--lead", "公安局", "--format", "json").stdout)
    assert told[0]["written"] == ["清单.onething", "目录-清单.onething", "onething.toml"] and told[0]["rows"] == 1
    assert [(f["code"], f["sheet"], f["row"], f["column"]) for f in told[0]["findings"]] == [("OT3405", "清单.csv", 2, 2)]
    assert told[0]["not_taken"] == [{"sheet": "清单.csv", "row": 3, "reason": "是表下的说明"}]


def test_messages_are_english_when_asked(onething, tmp_path):
    (tmp_path / "清单.csv").write_text(WRONG, encoding="utf-8")
    told = onething("--lang", "en", "import", "清单.csv", "-o", "新").stdout
    assert "cannot be read, expected" in told and "1 rows taken" in told


def test_export_writes_what_import_reads(onething, tmp_path):
    book, _ = Lister(3, tidy=True).book()
    given = Given([c.text for c in book.grids[0].rows[1].values()], [])
    for row, cells in list(book.grids[0].rows.items())[1:]:
        given.rows.append({given.header[c - 1]: got.text for c, got in cells.items()})
    from onething.exchange.sheets import sheets
    from onething.workbook import workbook

    (tmp_path / "清单.xlsx").write_bytes(workbook(sheets(given)))
    onething("import", "清单.xlsx", "-o", "新")
    for kind in ("xlsx", "csv"):
        done = onething("export", "新生儿出生", "-o", f"../回.{kind}", cwd=tmp_path / "新")
        assert done.returncode == 0 and "写了" in done.stdout
        onething("import", f"回.{kind}", "-o", kind)
        assert (tmp_path / kind / "新生儿出生.onething").exists()
        kept = [re.sub("# 清单来自：.*|    依据：.*", "", (tmp_path / d / "新生儿出生.onething").read_text(encoding="utf-8")) for d in ("新", kind)]
        assert kept[0] == kept[1]


