"""What a cell says, read into the language: the text of an entry, or what should have been written instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onething.exchange import wording
from onething.exchange.columns import Column
from onething.resolve.reader import Reader
from onething.resolve.values import duration, money, visits
from onething.syntax.characters import quoted
from onething.vocabulary.phrase import AT_ONCE, AT_ONCE_ALIASES, NONE, NOT_STATED

BLANK = ("/", "-", "—", "——", "\\", "／")  # what people put into a cell so that it is not empty
NO_LIMIT = ("无", "无期限", "无时限", "无法定时限", "无规定", "未规定", "不限")
FREE = ("无", "否", "不收费", "免费", "不收取", "不收")
YES, NO = ("是", "收费", "TRUE"), ("否", "不收费", "无", "FALSE")
NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,3})?")
UNITS = {
    "工作日": "个工作日", "个工作日": "个工作日", "自然日": "个自然日", "个自然日": "个自然日", "日历日": "个自然日",
    "小时": "小时", "个小时": "小时",
}  # fmt: skip
_TITLE = re.compile(r"《[^《》]+》(?:第[一二三四五六七八九十百零〇\d]+[章条款项目]|[、和及]第[一二三四五六七八九十百零〇\d]+[条款项])*|[\w（）]*?[^\W\d]{1,12}〔\d{4}〕\d+号")
_LISTED = re.compile(r"^(?:[(（]?\d{1,2}[)）]|\d{1,2}[.．、]|[①-⑳])\s*")
LIMIT = ("几个工作日、几个自然日、几小时或“即办”", "a number of 工作日, 自然日 or 小时, or 即办")

WHICH = ("几个工作日或几个自然日（“天”说不清是哪种）", "a number of 工作日 or 自然日 (“天” does not say which)")


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that cannot be read: what is expected instead. ``at``: the column to blame, '' = the one that was read. ``partly``: what it says was understood in part, or is
    understood but the language has no word for it; then ``taken`` is what can be said, or ''."""

    zh: str
    en: str
    partly: bool = False
    taken: str = ""
    at: str = ""


Reading = str | Unread


def plain(text: str) -> str:
    """A cell's text in one line, without width and blanks around."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def parts(text: str, also: str = "") -> list[str]:
    """The things a cell lists: one a line, or parted by 、 and ；, not inside brackets and quotations; numbering dropped."""
    found, depth, word = [], 0, ""
    for char in "\n".join(_LISTED.sub("", line.strip()) for line in text.split("\n")):
        depth += (char in "（(“「《【") - (char in "）)”」》】")
        if char == "\n" or depth <= 0 and char in "、；;" + also:
            depth = 0
            found.append(word)
            word = ""
        else:
            word += char
    found = [each.strip() for each in (*found, word)]
    return [each for each in dict.fromkeys(found) if each]


def unquoted(text: str) -> str:
    """A name out of the quotation marks that only kept it together."""
    inner = text[1:-1]
    return inner if len(text) > 2 and text[0] == "“" and text[-1] == "”" and quoted(inner) == text else text


def limit(text: str, unit: str, entry: str) -> Reading:
    """A time limit: ``3`` with its unit beside it, or whole."""
    word, unit = plain(text), plain(unit)
    if word in NO_LIMIT:
        return NOT_STATED
    if word in (AT_ONCE, *AT_ONCE_ALIASES):
        return AT_ONCE
    if NUMBER.fullmatch(word):
        if unit not in UNITS:
            return Unread(*WHICH) if unit in ("天", "日", "") else Unread(*LIMIT)
        return f"{_number(word)}{UNITS[unit]}" if float(word) else AT_ONCE
    return _valid(text, entry, lambda reader, value: duration(reader, value, entry, promised=True), LIMIT)


def _number(word: str) -> str:
    return (word.rstrip("0").rstrip(".") if "." in word else word).lstrip("0") or "0"


def times(text: str, reasons: str, entry: str = "跑动", alone: bool = False) -> Reading:
    """How often somebody has to come, and why."""
    word = plain(text).removesuffix("次")
    why = ("（" + "，".join(quoted(each) for each in parts(reasons)) + "）") if reasons else ""
    if word in ("0", NONE, "零"):
        return NONE
    if word.isdigit() and len(word) < 4:
        return _valid(f"{int(word)}次{why}", entry, lambda reader, value: visits(reader, value, entry), ("次数", "a number"), alone)
    return _valid(text, entry, lambda reader, value: visits(reader, value, entry), ("次数，如“1”", "a number of visits such as 1"), alone)


def fee(text: str) -> Reading:
    """An amount, or that there is none."""
    word = plain(text)
    if word in FREE:
        return NONE
    read = _valid(text, "收费", lambda reader, value: money(reader, value, "收费"), ("金额，如“10元”，或“无”", "an amount such as 10元, or 无"))
    if isinstance(read, Unread) and len(word) > 1 and not NUMBER.fullmatch(word):
        return Unread("语言里一处只能写一个金额", "the language holds one amount", partly=True)
    return read


def _valid(text: str, entry: str, read, expected: tuple[str, str], alone: bool = False) -> Reading:
    """A text that the language already reads as what is wanted, in the way it is written there."""
    line = " ".join(text.split())
    value = wording.value(entry, line, alone)
    if value is not None:
        reader = Reader()
        if line == NOT_STATED or read(reader, value) is not None and not reader.findings:
            return line
        if reader.findings and reader.findings[0].code == "OT1304":
            return Unread(*WHICH)
    return Unread(*expected)


def chosen(text: str, column: Column) -> Reading:
    """The word of the language that the column's table has for a cell."""
    wanted = plain(text)
    for word, written in column.values.items():
        if wanted in map(plain, (word, *written)):
            return word
    words = "、".join(written[0] for written in column.values.values())
    return Unread(f"其中之一：{words}", f"one of {words}", partly=column.name in OPEN)


# Columns whose other values are right, only the language has no word for them.
OPEN = ("事项类型", "材料来源渠道", "材料类型", "材料形式")


def several(text: str, column: Column) -> Reading:
    """Several words of the column's table."""
    whole = chosen(text, column)
    if isinstance(whole, str):
        return whole
    read = [chosen(each, column) for each in parts(text, ",，")]
    wrong = next((each for each in read if isinstance(each, Unread)), None)
    return wrong or "、".join(dict.fromkeys(read))


def copies(text: str) -> Reading:
    """So many copies: ``2``, ``2份``."""
    word = plain(text).removesuffix("份")
    if word.isdigit() and 0 < int(word) < 1000:
        return f"{int(word)}份"
    return Unread("份数，如“2”", "a number of copies such as 2")


def steps(text: str) -> Reading:
    """Names of steps, in order; arrows separate too."""
    line = text if wording.value("环节", text) is not None and text in (NONE, NOT_STATED) else ""
    if line:
        return line
    names = [wording.name(each, "环节") for each in parts(re.sub("-+>|=+>|[→⇒]", "\n", text), ",，")]
    if not names or None in names:
        return Unread("各环节的名称，用“、”分开", "names of steps, separated by 、")
    return "、".join(names)


def basis(text: str) -> Reading:
    """Titles and document numbers; of longer texts these only."""
    line = "、".join(parts(text))
    cited = wording.citations(line)
    if cited is not None and all(each in (NOT_STATED, NONE) or _TITLE.fullmatch(each) for each in cited):
        return "、".join(cited)
    found = list(dict.fromkeys(m[0] for m in _TITLE.finditer(re.sub(r"[\[［(（【]\s*(\d{4})\s*[\]］)）】]\s*(?=\d+号)", r"〔\1〕", text))))
    kept = [each for each in found if wording.citations(each) == (each,)]
    return Unread("只取文件名和文号" if kept else "没有文件名或文号", "titles and document numbers only" if kept else "it cites nothing", partly=True, taken="、".join(kept))
