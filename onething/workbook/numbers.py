"""A number of a workbook as the text that the sheet shows: 1.0 → 1, 0012 stays, a date is a date."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation

from onething.limits import DIGITS as EXACT
from onething.workbook.grid import DATE, DIGITS, Got

BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[[^\]]*\]")


def kind_of(number: int, code: str) -> str:
    """What a number format shows: ``date``, ``percent``, ``zeros:4`` (padded to four digits), or ''."""
    if number in BUILT_IN_DATES:
        return "date"
    if number in (9, 10):
        return "percent"
    first = _LITERAL.sub("", code.partition(";")[0])
    if re.search(r"\[(h+|m+|s+)\]", first, re.I) or re.search("[ymdhs]", _BRACKETS.sub("", first), re.I):
        return "" if first.lower() == "general" else "date"
    if "%" in first:
        return "percent"
    if re.fullmatch("0{2,}", first):
        return f"zeros:{len(first)}"
    return ""


def number_cell(written: str, kind: str, from_1904: bool) -> Got:
    """The cell of a number as it stands in the file."""
    try:
        number = Decimal(written)
        if not number.is_finite() or not -400 < number.adjusted() < 400:
            raise InvalidOperation
    except InvalidOperation:
        return Got(written)
    if kind == "date":
        return _moment(number, from_1904)
    if kind == "percent":
        return Got(plain(number * 100) + "%")
    text = plain(number)
    digits = text.lstrip("-").replace(".", "").lstrip("0")
    if number == number.to_integral_value() and len(digits) > EXACT:
        return Got(text, DIGITS)
    if kind.startswith("zeros:") and text.isdigit():
        text = text.zfill(int(kind[6:]))
    return Got(text)


def plain(number: Decimal) -> str:
    """Without exponent, without noughts behind; what a float only seems to know beyond 15 digits is rounded away."""
    if number != number.to_integral_value():
        number = Decimal(f"{number:.15g}")
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _moment(serial: Decimal, from_1904: bool) -> Got:
    """A day, a time of day or both, from the days that Excel counts."""
    days, part = divmod(serial, 1)
    seconds = int((part * 86400).to_integral_value())
    clock = f"{seconds // 3600:02}:{seconds % 3600 // 60:02}" + (f":{seconds % 60:02}" if seconds % 60 else "")
    day = int(days) + (1462 if from_1904 else 0)
    if day == 0 and seconds:
        return Got(clock)
    if day == 60 or not 0 < day < 2958466:  # 29 February 1900 was none
        return Got(plain(serial), DATE)
    date = datetime.date(1899, 12, 31 if day < 60 else 30) + datetime.timedelta(day)
    return Got(date.isoformat() + (f" {clock}" if seconds else ""))
