"""The cells of a matter, or of a material, read into the language word by word.

Both ways use it: an import writes what was read; an export writes a kept original text instead of its own, as long as
both read alike.
"""

from __future__ import annotations

from typing import Callable, Mapping

from onething.exchange import cells, wording
from onething.exchange.cells import NO, YES, Reading, Unread
from onething.exchange.columns import MATERIAL, MATTER, columns
from onething.exchange.places import At
from onething.exchange.shared import Shared
from onething.naming.codes import Fault, matter_code, place_code_fault
from onething.vocabulary.phrase import NONE, NOT_STATED

APPLICANT = "申请人"
LEFT_OUT = {"参与": "必办", "必要": "必要"}  # what these mean where nobody says them
Texts = Mapping[str, str]
Ats = Mapping[str, At]


def matter(texts: Texts, shared: Shared, ats: Ats = {}) -> dict[str, Reading]:
    """Word of 事项 (单办的… inside 单办) → what its entry says. Words of which no cell says anything are not there,
    but for those that mean something when left out."""
    found: dict[str, Reading] = {"参与": LEFT_OUT["参与"]}
    for word, sources in _SOURCES[MATTER].items():
        given = {name: texts[name] for name in sources if _says(texts.get(name, ""))}
        if given and word in READERS:
            read = READERS[word](given, shared, ats)
            if read != "":
                found[word] = read
    return found


def material(texts: Texts, shared: Shared, ats: Ats = {}) -> dict[str, Reading]:
    """The same of one material: 原件 介质 份数 取得 必要 签发."""
    found: dict[str, Reading] = {"必要": LEFT_OUT["必要"]}
    for word, sources in _SOURCES[MATERIAL].items():
        given = {name: texts[name] for name in sources if _says(texts.get(name, ""))}
        if given and word in READERS:
            read = READERS[word](given, shared, ats)
            if read != "":
                found[word] = read
    return found


def _says(text: str) -> bool:
    return bool(text) and cells.plain(text) not in cells.BLANK


# ---- one function a word


def _limit(entry: str, column: str) -> Callable[[Texts, Shared, Ats], Reading]:
    def read(texts: Texts, shared: Shared, ats: Ats) -> Reading:
        if column not in texts:
            return Unread("时限的数字", "the number of the limit", at=column + "单位")
        return cells.limit(texts[column], texts.get(column + "单位", ""), entry)

    return read


def _visits(column: str, reasons: str, alone: bool) -> Callable[[Texts, Shared, Ats], Reading]:
    def read(texts: Texts, shared: Shared, ats: Ats) -> Reading:
        if column not in texts:
            return Unread("到场的次数", "the number of visits", at=reasons)
        return cells.times(texts[column], texts.get(reasons, ""), "跑动", alone)

    return read


def _fee(texts: Texts, shared: Shared, ats: Ats) -> Reading:
    asked, amount = cells.plain(texts.get("是否收费", "")), texts.get("收费标准", "")
    if asked and asked not in (*YES, *NO):
        return Unread("“是”或“否”", "是 or 否", at="是否收费")
    read: Reading = cells.fee(amount) if amount else ""
    if asked in NO:
        if read not in ("", NONE):
            return Unread("“无”：前面写着不收费", "无: it says that nothing is charged", at="收费标准")
        return NONE
    if asked and read in ("", NONE):
        return Unread("收费标准，如“10元”", "what is charged, such as 10元", partly=not amount, at="收费标准" if amount else "是否收费")
    return Unread(read.zh, read.en, read.partly, read.taken, "收费标准") if isinstance(read, Unread) else read


def _names(kind: str, column: str, entry: str) -> Callable[[Texts, Shared, Ats], Reading]:
    def read(texts: Texts, shared: Shared, ats: Ats) -> Reading:
        if texts[column] in (NONE, NOT_STATED):
            return ""
        found = []
        for each in cells.parts(texts[column]):
            owner, of, rest = each.partition("的")
            mine = kind != "department" and of and owner == APPLICANT and rest
            name = shared.name(kind, cells.unquoted(rest if mine else each), ats.get(column))
            if name is None:
                return Unread("名称，几个的用“、”分开", "names, separated by 、")
            found.append(wording.name(f"{APPLICANT}的{name}" if mine else name, entry) or name)
        return "、".join(dict.fromkeys(found)) or Unread("名称", "a name")

    return read


def _aliases(texts: Texts, shared: Shared, ats: Ats) -> Reading:
    names = [wording.name(cells.unquoted(each), "别名") for each in cells.parts(texts["事项别名"])]
    return Unread("名称，几个的用“、”分开", "names, separated by 、") if None in names or not names else "、".join(names)


def _conditions(texts: Texts, shared: Shared, ats: Ats) -> Reading:
    lines = [wording.prose(line, "申请条件") for line in texts["受理条件"].split("\n")]
    return Unread("一行一条的文字", "lines of text") if None in lines else "\n".join(lines)


def _remark(texts: Texts, shared: Shared, ats: Ats) -> Reading:
    return wording.prose(" ".join(texts["告知单备注"].split("\n"))) or Unread("一句话", "a sentence")


def _way(texts: Texts, shared: Shared, ats: Ats) -> Reading:
    table = columns()
    source: Reading = cells.chosen(texts["材料来源渠道"], table["材料来源渠道"]) if "材料来源渠道" in texts else ""
    way: Reading = cells.chosen(texts["材料取得方式"], table["材料取得方式"]) if "材料取得方式" in texts else ""
    if isinstance(way, Unread):
        return Unread(way.zh, way.en, at="材料取得方式")
    if isinstance(source, Unread):
        known = cells.plain(texts["材料来源渠道"]) in ("政府部门核发", "其他")
        return way if way or known else Unread(source.zh + "、政府部门核发、其他", source.en, True, at="材料来源渠道")
    if source and way:
        return Unread("与来源渠道不相反的取得方式", "a way that agrees with where it comes from", at="材料取得方式")
    return way or source


def _chosen(column: str) -> Callable[[Texts, Shared, Ats], Reading]:
    return lambda texts, shared, ats: cells.chosen(texts[column], columns()[column])


def _code(column: str) -> Callable[[Texts, Shared, Ats], Reading]:
    def read(texts: Texts, shared: Shared, ats: Ats) -> Reading:
        fault = code_fault(column, texts[column])
        return Unread(fault.zh, fault.en, partly=True, at=column) if fault else texts[column]

    return read


def code_fault(column: str, text: str) -> Fault | None:
    """What is wrong with a matter's code in a column."""
    if column == "区划代码":
        return place_code_fault(text)
    found = matter_code(text)
    if isinstance(found, Fault):
        return found
    if column == "实施编码" and not found.organ:
        return Fault("实施编码是31位（带办理项33位）", "a 实施编码 has 31 or 33 characters")
    if column == "基本编码" and found.organ:
        return Fault("基本编码是12位（办理项14位）", "a 基本编码 has 12 or 14 characters")
    return None


READERS: dict[str, Callable[[Texts, Shared, Ats], Reading]] = {
    "基本编码": _code("基本编码"),
    "实施编码": _code("实施编码"),
    "别名": _aliases,
    "办理部门": _names("department", "实施主体", "办理部门"),
    "层级": lambda texts, shared, ats: cells.several(texts["行使层级"], columns()["行使层级"]),
    "种类": _chosen("事项类型"),
    "依据": lambda texts, shared, ats: cells.basis(texts["设定依据"]),
    "参与": _chosen("参与"),
    "法定时限": _limit("法定时限", "法定办结时限"),
    "承诺时限": _limit("承诺时限", "承诺办结时限"),
    "环节": lambda texts, shared, ats: cells.steps(texts["联办环节"]),
    "跑动": _visits("联办跑动次数", "联办跑动原因", False),
    "申请条件": _conditions,
    "字段": _names("element", "表单字段", "字段"),
    "产出": _names("document", "结果名称", "产出"),
    "收费": _fee,
    "单办的环节": lambda texts, shared, ats: cells.steps(texts["办理环节"]),
    "单办的跑动": _visits("到办事现场次数", "必须现场办理原因", True),
    "备注": _remark,
    "原件": _chosen("材料类型"),
    "介质": _chosen("材料形式"),
    "份数": lambda texts, shared, ats: cells.copies(texts["材料份数"]),
    "取得": _way,
    "必要": _chosen("材料必要性"),
    "签发": _names("department", "材料出具单位", "办理部门"),
}

_SOURCES: dict[str, dict[str, list[str]]] = {MATTER: {}, MATERIAL: {}}
for _column in columns().values():
    if _column.of in _SOURCES and _column.becomes:
        _SOURCES[_column.of].setdefault(_column.becomes, []).append(_column.name)


def sources(of: str) -> dict[str, list[str]]:
    """Word → the columns it is read from."""
    return _SOURCES[of]
