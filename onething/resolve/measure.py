"""What was meant by a number in a unit that is none, or not the one that is asked for."""

from __future__ import annotations

import re
from fractions import Fraction

from onething.diagnostics import Fix
from onething.model.time import number_text
from onething.resolve.alike import nearest
from onething.source import Span
from onething.syntax.keywords import PRINTED_UNIT, UNIT_NAMES
from onething.syntax.quantities import NUMBER, number
from onething.syntax.tree import Quantity
from onething.vocabulary import OPERATORS, UNITS

KIND = {unit.name: unit.kind for unit in UNITS}
BASE = {unit.kind: unit.name for unit in reversed(UNITS) if unit.per == 1}

# Units people write that are not the language's: the kind, and how many of its base unit one is.
OTHER = {
    "平方": ("area", Fraction(1)), "平": ("area", Fraction(1)), "方": ("area", Fraction(1)),
    "亩": ("area", Fraction(2000, 3)), "公顷": ("area", Fraction(10_000)), "平方公里": ("area", Fraction(1_000_000)),
    "厘米": ("length", Fraction(1, 100)), "公分": ("length", Fraction(1, 100)), "里": ("length", Fraction(500)),
    "块": ("money", Fraction(1)), "块钱": ("money", Fraction(1)), "千元": ("money", Fraction(1000)), "亿元": ("money", Fraction(10**8)),
    "趟": ("times", Fraction(1)), "回": ("times", Fraction(1)),
    "季度": ("months", Fraction(3)), "个季度": ("months", Fraction(3)),
}  # fmt: skip
WEEKS = ("周", "星期", "个星期", "礼拜", "个礼拜")
ACROSS = {("age", "months"): Fraction(12), ("months", "age"): Fraction(1, 12)}
LETTERS = str.maketrans("OoОоlI", "000011")  # what a scanner makes of digits
_BEFORE = sorted((s for o in OPERATORS if o.role == "bound-before" for s in (o.name, *o.aliases)), key=len, reverse=True)
_AFTER = sorted((s for o in OPERATORS if o.role == "bound-after" for s in (o.name, *o.aliases)), key=len, reverse=True)


def unit_of(text: str) -> str:
    """The unit that is written behind a number, whatever it is; '' if there is none or no number."""
    parts = _parts(text)
    return parts[1] if parts else ""


def meant(text: str, kinds: tuple[str, ...], alone: str = "") -> str:
    """The amount that ``text`` was meant to be: of one of the ``kinds``, in its base unit, exactly; '' if nobody
    can know. ``alone``: the unit of a number without any."""
    parts = _parts(text)
    if parts is None:
        return ""
    count, unit = parts
    spelt = {s: name for s, name in UNIT_NAMES.items() if KIND[name] in kinds and not s.isascii()}
    if not unit:
        return _amount(count, alone) if alone else ""
    if unit in OTHER and OTHER[unit][0] in kinds:
        return _amount(count * OTHER[unit][1], BASE[OTHER[unit][0]])
    if unit in UNIT_NAMES or unit in OTHER:
        return _amount(count, spelt[unit]) if unit in spelt else ""
    near = nearest(unit, spelt)
    return _amount(count, spelt[near]) if near else ""


def in_days(text: str, span: Span) -> str:
    """Days of which nobody said which, and weeks, as the rest of the file counts: in working or natural days, if it
    only knows one of them; else ''."""
    parts = _parts(text)
    known = [day for day in ("工作日", "自然日") if day in span.source.text]
    if parts is None or len(known) != 1:
        return ""
    count, unit = parts
    if unit in WEEKS:
        count *= 5 if known[0] == "工作日" else 7
    elif UNIT_NAMES.get(unit) != "天":
        return ""
    return _amount(count, known[0])


def converted(quantity: Quantity, kind: str, unit: str) -> str:
    """A quantity of another kind in the unit asked for: years of age are months; else the number stays."""
    count = Fraction(quantity.number)
    return _amount(count * ACROSS.get((KIND[quantity.unit], kind), 1), unit)


def bare(span: Span) -> Span:
    """The place of a quantity without its boundary words."""
    text, start, end = span.text, span.start, span.end
    for words, front in ((_BEFORE, True), (_AFTER, False)):
        word = next((w for w in words if (text.startswith(w) if front else text.endswith(w))), "")
        text = text[len(word) :] if front else text[: len(text) - len(word)]
        start, end = (start + len(word), end) if front else (start, end - len(word))
    left = len(text) - len(text.lstrip())
    return Span(span.source, start + left, end - (len(text) - len(text.rstrip())))


def write(span: Span, new: str) -> Fix | None:
    """The repair that writes an amount; None if there is none."""
    return Fix(f"写“{new}”", f"write “{new}”", ((span, new),)) if new else None


def _parts(text: str) -> tuple[Fraction, str] | None:
    digits = re.match(r"[\dOoОоlI.]+", text)
    if digits and any(c.isdigit() for c in digits[0]):
        text = digits[0].translate(LETTERS) + text[digits.end() :]
    found = NUMBER.match(text)
    return (Fraction(number(found[0])), text[found.end() :].strip()) if found else None


def _amount(count: Fraction, unit: str) -> str:
    written = number_text(count)
    return f"{written}{PRINTED_UNIT.get(unit, unit)}" if Fraction(written) == count else ""
