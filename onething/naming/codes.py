"""Codes of matters, subjects and places: how they are built, and what is wrong with one that is not.

GB 32100 统一社会信用代码 · GB 11643 公民身份号码 · GB/T 2260 行政区划代码 · GB/T 39554.1 事项编码. The last was read only by
examples: lengths 12 and 14, 子项 ``00Y`` and ``000``, 信用代码 as the implementing organ are seen in published lists; that
the organ's code comes first in the 31 characters is the reading of systems that use them (docs/naming.md).

Every function is pure and raises nothing. Codes are taken as written: blanks and lower case are faults, not repaired.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a code, in words that follow “代码 …：”."""

    zh: str
    en: str


# --- GB 32100, GB 11643 --------------------------------------------------------------------------

_SUBJECT = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I O S V Z
_SUBJECT_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def credit_code_check(first: str) -> str:
    """The check character that the first 17 characters of a 统一社会信用代码 ask for. Raises ``ValueError``."""
    total = sum(_SUBJECT.index(c) * w for c, w in zip(first, _SUBJECT_WEIGHTS, strict=True))
    return _SUBJECT[-total % 31]


def credit_code_fault(code: str) -> Fault | None:
    """What keeps ``code`` from being a 统一社会信用代码 (GB 32100), or None."""
    if len(code) != 18:
        return Fault(f"统一社会信用代码是18位，这里是{len(code)}位", f"a credit code has 18 characters, this has {len(code)}")
    odd = [c for c in code if c not in _SUBJECT]
    if odd:
        return Fault(f"统一社会信用代码里不用“{odd[0]}”", f"“{odd[0]}” is not used in credit codes")
    if not code[2:8].isdigit():
        return Fault(f"第3至8位是区划代码，这里是“{code[2:8]}”", f"characters 3 to 8 are a place code, these are “{code[2:8]}”")
    if credit_code_check(code[:17]) != code[17]:
        return Fault(f"校验位不对：按前17位应为“{credit_code_check(code[:17])}”", f"wrong check character: “{credit_code_check(code[:17])}” by the first 17")
    return None


def identity_number_check(first: str) -> str:
    """The check character that the first 17 digits of a 公民身份号码 ask for. Raises ``ValueError``."""
    return "10X98765432"[sum(int(c) * w for c, w in zip(first, _PERSON_WEIGHTS, strict=True)) % 11]


def identity_number_fault(number: str) -> Fault | None:
    """What keeps ``number`` from being a 公民身份号码 (GB 11643), or None."""
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return Fault("公民身份号码是17位数字加一位校验码", "an identity number is 17 digits and a check character")
    if place_code_fault(number[:6]):
        return Fault(f"前6位“{number[:6]}”不是区划代码", f"the first six, “{number[:6]}”, are no place code")
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return Fault(f"“{number[6:14]}”不是日期", f"“{number[6:14]}” is no date")
    if identity_number_check(number[:17]) != number[17]:
        return Fault("校验码不对", "wrong check character")
    return None


# --- GB/T 2260 -----------------------------------------------------------------------------------

# First two digits in use: 华北 东北 华东 中南 西南 西北 台湾 港澳.
PROVINCES = frozenset("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split())


def place_code_fault(code: str) -> Fault | None:
    """What keeps ``code`` from being a 行政区划代码: six digits, or twelve down to the village, or None. Codes that begin
    with 9 are free for exercises: no province has one."""
    if not re.fullmatch("[0-9]{6}(?:[0-9]{6})?", code):
        return Fault("区划代码是6位或12位数字", "a place code has 6 or 12 digits")
    if code[:2] not in PROVINCES and code[0] != "9":
        return Fault(f"没有以“{code[:2]}”开头的省级代码", f"no province has a code that begins with “{code[:2]}”")
    parts = _levels(code)
    filled = [bool(int(part)) for part in parts]
    if True in filled[filled.index(False) if False in filled else len(filled) :]:
        return Fault("上一级是零，下一级不能有号", "a level is zero, but one below it is not")
    return None


def _levels(code: str) -> list[str]:
    """A place code by levels: 省 市 县 乡 村."""
    return [part for part in (code[:2], code[2:4], code[4:6], code[6:9], code[9:12]) if part]


def lies_within(inner: str, outer: str) -> bool:
    """Whether the code ``outer`` encloses ``inner``: 350203 lies in 350200, and that in 350000. No code lies in itself.
    A county run by its province (…9001) lies in the province only; counties of 直辖市 lie in its 01 and 02."""
    a, b = _levels(inner.ljust(12, "0")), _levels(outer.ljust(12, "0"))
    kept = [part for part in b if int(part)]
    return a != b and a[: len(kept)] == kept


# --- GB/T 39554.1 --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MatterCode:
    """A matter's code taken apart. ``organ``: credit code of the organ that implements it ('' in a 基本编码); ``level``:
    level of exercise; ``issuer``: 00 = the state, else a province; ``type``: kind of matter by the list's own table;
    ``main`` 主项, ``sub`` 子项, ``item`` 业务办理项 ('' if none is named)."""

    organ: str
    level: str
    issuer: str
    type: str
    main: str
    sub: str
    item: str

    @property
    def rank(self) -> str:
        """主项, 子项 or 业务办理项."""
        return "业务办理项" if self.item else "主项" if self.sub in ("000", "00Y") else "子项"

    @property
    def heading(self) -> bool:
        """Whether it is a 主项 that has 子项: it is never handled itself, its 子项 are."""
        return self.sub == "00Y" and not self.item

    @property
    def basic(self) -> str:
        """The 基本编码, 12 characters."""
        return self.issuer + self.type + self.main + self.sub


def matter_code(code: str) -> MatterCode | Fault:
    """A 基本编码 (12), 业务办理项编码 (14) or 实施编码 (31, with 办理项 33) taken apart, or what is wrong with it."""
    if len(code) not in (12, 14, 31, 33):
        words = "基本编码12位、办理项14位、实施编码31位（带办理项33位）"
        return Fault(f"{words}，这里是{len(code)}位", f"a matter code has 12, 14, 31 or 33 characters, this has {len(code)}")
    organ, level, basic = (code[:18], code[18], code[19:]) if len(code) > 14 else ("", "", code)
    fault = credit_code_fault(organ) if organ else None
    if fault:
        return Fault(f"前18位是实施主体的信用代码：{fault.zh}", f"the first 18 are the organ's credit code: {fault.en}")
    if not re.fullmatch(r"[0-9]{4}[0-9A-Z]{5}(?:[0-9]{3}|00Y)(?:[0-9]{2})?", basic):
        return Fault("应为“2位发布地区、2位类型、5位主项、3位子项（000、00Y 或序号）”，办理项再加2位", "expected 2 digits issuer, 2 type, 5 main item, 3 sub-item (000, 00Y or a number), and 2 for a handled item")
    if basic[:2] != "00" and basic[:2] not in PROVINCES and basic[0] != "9":
        return Fault(f"“{basic[:2]}”不是国家（00）也不是省的代码", f"“{basic[:2]}” is neither the state (00) nor a province")
    if organ and not level.isdigit():
        return Fault(f"第19位是行使层级，这里是“{level}”", f"character 19 is the level of exercise, this is “{level}”")
    return MatterCode(organ, level, basic[:2], basic[2:4], basic[4:9], basic[9:12], basic[12:])


def belongs_to(inner: MatterCode, outer: MatterCode) -> bool:
    """Whether one lies below the other: a 办理项 in its 子项 or 主项, a 子项 in the 主项 with ``00Y``."""
    same_main = inner.basic[:9] == outer.basic[:9]
    if not same_main or outer.item or inner == outer:
        return False
    return outer.sub == "00Y" and inner.sub != "00Y" or inner.sub == outer.sub and bool(inner.item)


# --- what must not stand in a source -------------------------------------------------------------

_PRIVATE = re.compile(r"(?<![0-9A-Za-z])(?:([1-9][0-9]{16}[0-9Xx])|(1[3-9][0-9]{9}))(?![0-9A-Za-z])")


def private_numbers(text: str) -> list[tuple[int, int, str]]:
    """Where a person's number stands in ``text``: start, end, and 公民身份号码 or 手机号码. An identity number counts
    only if its check character is right; the numbers of exercises (place 99…) are nobody's."""
    found = []
    for match in _PRIVATE.finditer(text):
        if match[2]:
            found.append((match.start(), match.end(), "手机号码"))
        elif match[1][0] != "9" and identity_number_fault(match[1].upper()) is None:
            found.append((match.start(), match.end(), "公民身份号码"))
    return found
