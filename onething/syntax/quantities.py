"""Numbers before units: ``5个工作日``, ``五个工作日``, ``1至50名``, ``60周岁以上不满70周岁``.

A number is a quantity only before a declared unit, and only when nothing but boundary words follows;
else it is part of a name (``2寸照片``, ``3岁以下婴幼儿``).
"""

from __future__ import annotations

import re

from onething.limits import DIGITS
from onething.syntax.mistake import mistake
from onething.syntax.keywords import LATER, OPERATORS_IN, UNIT_NAMES, alternatives, bounds

_CHINESE = "零〇一二两三四五六七八九十百千"
_NUMBER = rf"(?:\d{{1,{DIGITS}}}(?:\.\d{{1,6}})?|[{_CHINESE}]{{1,7}})"
_QUANTITY = rf"{_NUMBER}(?:(?:至|到|-|~|～|—)+{_NUMBER})?\s*(?:{alternatives(UNIT_NAMES)})"
_BEFORE = bounds("bound-before")
_AFTER = bounds("bound-after")


def _spelt(kind: str, mode: str) -> list[str]:
    """Spellings of one kind of operator that can be glued to a number: English words cannot."""
    found = (spelling for spelling, (each, _) in OPERATORS_IN[mode].items() if each == kind)
    return [spelling for spelling in found if not (spelling.isascii() and spelling.isalpha())]


# mode → (kind of token, regular expression) of what may be glued to a quantity there.
_GLUED = {
    "items": (("BOUND", _BEFORE), ("AFTER", _AFTER)),
    "bracket": (("LATER", LATER), ("BOUND", _BEFORE), ("AFTER", _AFTER)),
    "condition": (("BOUND", _BEFORE), ("AFTER", _AFTER)),
    "change": (("FROM", _spelt("FROM", "change")), ("TO", _spelt("TO", "change"))),
    "moment": (("AFTER", ()), ("DIRECTION", _spelt("DIRECTION", "moment"))),
}
_GLUED["kinds"] = _GLUED["bracket"]


def _piece(mode: str) -> str:
    groups = [f"(?P<QUANTITY>{_QUANTITY})"]
    groups += [f"(?P<{kind}>{alternatives(words)})" for kind, words in _GLUED[mode] if words]
    return "|".join(groups)


_PIECE = {mode: re.compile(_piece(mode)) for mode in _GLUED}
_CHAIN = {mode: re.compile("(?:" + re.sub(r"\(\?P<\w+>", "(?:", _piece(mode)) + ")+") for mode in _GLUED}
_BEHIND_NAME = re.compile(
    rf"(.+?)((?:{alternatives(_BEFORE)})\s*{_QUANTITY}(?:{alternatives(_AFTER)})?|(?:{_QUANTITY}(?:{alternatives(_AFTER)}))(?:(?:{alternatives(_BEFORE)}){_QUANTITY})?)"
)
_TOO_LONG = re.compile(
    rf"(?:{alternatives(_BEFORE)})?(\d{{{DIGITS + 1},}}(?:\.\d*)?|\d+\.\d{{7,}})(?:{alternatives(UNIT_NAMES)})(?:{alternatives(_AFTER)})?"
)
_LONGEST = 200  # characters of a name glued to a quantity; the expressions above try every split
_PARTS = re.compile(rf"({_NUMBER})(?:(?:至|到|-|~|～|—)+({_NUMBER}))?\s*(.+)", re.S)
NUMBER = re.compile(_NUMBER)
ENGLISH_UNIT = re.compile(r"\s+(?:" + alternatives(unit for unit in UNIT_NAMES if unit.isascii()) + r")(?![\w])")
_CANONICAL_BOUND = {
    spelling: canonical
    for mode in OPERATORS_IN
    for spelling, (_, canonical) in OPERATORS_IN[mode].items()
}


def number(text: str) -> str:
    """A number as decimal text: ``05`` → ``5``, ``1.50`` → ``1.5``, ``十五`` → ``15``."""
    if text[0] in _CHINESE:
        return str(_chinese(text))
    whole, _, rest = text.partition(".")
    whole, rest = whole.lstrip("0") or "0", rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def _chinese(text: str) -> int:
    total = digit = 0
    if not re.search("[十百千]", text):
        return int("".join(str("零一二三四五六七八九".find(c.replace("〇", "零").replace("两", "二"))) for c in text))
    for char in text:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = "零一二三四五六七八九".find(char.replace("〇", "零").replace("两", "二"))
    return total + digit


def read_quantity(text: str) -> tuple[str, str, str]:
    """(number, canonical unit, upper number or '') of the text of a quantity."""
    low, high, unit = _PARTS.fullmatch(text).groups()
    return number(low), UNIT_NAMES[unit], number(high) if high else ""


def pieces(chunk: str, at: int, mode: str) -> list[tuple] | None:
    """Tokens of a chunk that is nothing but quantities and what binds to them, else None."""
    if mode in _CHAIN and (long := _TOO_LONG.fullmatch(chunk)):
        raise too_long(at + long.start(1), at + long.end(1))
    if mode not in _CHAIN or not _CHAIN[mode].fullmatch(chunk) or not re.search(_QUANTITY, chunk):
        return None
    found = []
    for match in _PIECE[mode].finditer(chunk):
        kind = match.lastgroup
        text = match.group()
        value = read_quantity(text) if kind == "QUANTITY" else _CANONICAL_BOUND.get(text, text)
        found.append((kind, at + match.start(), at + match.end(), value))
    return found


def too_long(start: int, end: int):
    """The mistake of a number that nobody can have meant."""
    return mistake("OT0120", start, end, limit=DIGITS, repair=("改正这个数字", "correct the number", ()))


_MOMENT = re.compile(rf"(.+?)({alternatives(_spelt('DIRECTION', 'moment'))})({_QUANTITY})")


def split_moment(chunk: str) -> tuple[str, str, str] | None:
    """``出生日期后30个自然日`` → its name, 前 or 后, and the quantity."""
    match = _MOMENT.fullmatch(chunk) if len(chunk) <= _LONGEST else None
    return match.groups() if match else None


def split_behind_name(chunk: str) -> tuple[str, str] | None:
    """``营业面积不满300平方米`` → its name and the quantity with its boundary words."""
    match = _BEHIND_NAME.fullmatch(chunk) if len(chunk) <= _LONGEST else None
    return (match.group(1), match.group(2)) if match else None
