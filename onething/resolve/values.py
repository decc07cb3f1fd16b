"""Typed values out of phrases: amounts, limits, visits, money, choices."""

from __future__ import annotations

from fractions import Fraction

from onething.diagnostics import Fix
from onething.limits import DIGITS
from onething.logic.expression import Expression, either, negate
from onething.model.bundle import Visits
from onething.model.fact import Case, Fact
from onething.model.time import Duration, Number, Time, whole
from onething.resolve.alike import listed, nearest
from onething.resolve.measure import WEEKS, bare, in_days, meant, unit_of, write
from onething.resolve.reader import Reader, did_you_mean, entries, evidence, is_word, items, qualifiers, values, word_of
from onething.syntax.keywords import PRINTED_UNIT
from onething.syntax.tree import Item, Items, Name, Node, Quantity, Text, Value
from onething.vocabulary import UNITS
from onething.vocabulary.phrase import AT_ONCE, AT_ONCE_ALIASES, NONE, NOT_STATED, Unit

UNIT: dict[str, Unit] = {unit.name: unit for unit in UNITS}
TIME_KINDS = ("working_days", "natural_days", "hours", "days")
FREE = ("免费", "不收费", "不收取", "不收", "零")
MOST, LEAST = ("以内", "以下", "内"), ("以上",)
A_LIMIT = ("时限，如“5个工作日”或“即办”", "a time limit such as “5个工作日” or “即办”")


def amount(quantity: Quantity) -> Number:
    """The number in the base unit of its kind (万元 → 元)."""
    return whole(Fraction(quantity.number) * UNIT[quantity.unit].per)


def bare_number(reader: Reader, value: Value, name: Name) -> Fraction | None:
    """The number that a name of digits is; None if it is too long (reported)."""
    if len(name.text) > DIGITS:
        reader.report("OT0120", value.span(name), limit=DIGITS, fix=Fix("改正这个数字", "correct the number"))
        return None
    return Fraction(name.text)


def single(value: Value) -> Item | None:
    """The one item of a value, or None."""
    phrase = value.phrase
    return phrase.items[0] if isinstance(phrase, Items) and len(phrase.items) == 1 else None


def duration(reader: Reader, value: Value, entry: str, promised: bool) -> Duration | None:
    """A time limit, or None: 未载明, or not one (reported). ``promised``: 天/日 must say which day is meant."""
    if is_word(value, NOT_STATED):
        return None
    item = single(value)
    marks = qualifiers(value.phrase, item) if item else []
    if item and isinstance(item.head, Name) and item.head.text in (AT_ONCE, *AT_ONCE_ALIASES):
        time, bound = Time(), ""
    elif item and isinstance(item.head, Quantity) and UNIT[item.head.unit].kind in TIME_KINDS:
        kind = UNIT[item.head.unit].kind
        if kind == "days" and promised:
            number, span = item.head.number, bare(value.span(item.head))
            either = Fix(f"写“{number}个工作日”或“{number}个自然日”", f"write “{number}个工作日” or “{number}个自然日”")
            new = in_days(span.text, span)
            same = Fix(f"写“{new}”，同别处一样；是另一种天就写明", f"write “{new}”, as elsewhere, unless it is the other kind", ((span, new),))
            reader.report("OT1304", span, found=span.text, fix=same if new else either)
            return None
        time, bound = Time(**{kind: amount(item.head)}), item.head.bound
    else:
        _no_limit(reader, value, item, entry)
        return None
    since, point, excluding, stated = "", "办结", (), ""
    for mark in marks:
        if mark.word == "自" and mark.args:
            since, point = mark.args[0].text, mark.point or "办结"
        elif mark.word == "不含":
            excluding = tuple(a.text for a in mark.args)
        elif mark.word in ("法定", "原承诺", "实测"):
            stated = mark.word
    if isinstance(item.head, Quantity) and item.head.upper or bound and bound not in (*MOST, *LEAST):
        longest = item.head.upper or item.head.number
        unit = PRINTED_UNIT.get(item.head.unit, item.head.unit)
        new = f"{longest}{unit}"
        fix = Fix(f"写最长的：“{new}”", f"write the longest: “{new}”", ((value.span(item.head), new),))
        reader.wrong_type(value, item.head, entry, A_LIMIT, fix)
        bound, time = "", Time(**{UNIT[item.head.unit].kind: whole(Fraction(longest) * UNIT[item.head.unit].per)})
    if bound in LEAST and not (promised and entry == "时限"):  # “至少” can be expected of a plan, but is no promise
        reader.wrong_type(value, item, entry, A_LIMIT)
        return None
    bound = "以内" if bound in MOST else "至少" if bound in LEAST else ""
    return Duration(time, excluding, since, point, stated, bound)


def _no_limit(reader: Reader, value: Value, item: Item | None, entry: str) -> None:
    """Report what is no time limit, with the one it was meant to be."""
    span = value.span(item.head) if item else value.span()
    word = nearest(span.text, (AT_ONCE, *AT_ONCE_ALIASES))
    new = AT_ONCE if word else meant(span.text, TIME_KINDS[:3]) or in_days(span.text, span)
    fix = write(span, new)
    if fix is None and unit_of(span.text) in WEEKS:
        fix = Fix("写明是几个工作日，还是几个自然日", "say how many working days, or natural days")
    reader.wrong_type(value, item.head if item else None, entry, A_LIMIT, fix)


def visits(reader: Reader, value: Value, entry: str) -> Visits | None:
    """``2次（“提交原件”，“领证”）``; 无 is none; None = 未载明 or not one (reported)."""
    if is_word(value, NOT_STATED):
        return None
    if is_word(value, NONE):
        return Visits(0, ())
    item = single(value)
    if item is None or not isinstance(item.head, Quantity) or UNIT[item.head.unit].kind != "times":
        head = item.head if item else None
        fix = write(value.span(head), meant(value.span(head).text, ("times",), "次"))
        reader.wrong_type(value, head, entry, ("次数，如“2次”", "a number of visits such as “2次”"), fix)
        return None
    reasons = tuple(a.text for q in qualifiers(value.phrase, item) if not q.word for a in q.args if isinstance(a, Text))
    return Visits(int(amount(item.head)), reasons)


def money(reader: Reader, value: Value, entry: str) -> str | None:
    """A fee as a notice prints it (``10元``, ``无``); None = 未载明 or not one (reported)."""
    if is_word(value, NOT_STATED):
        return None
    if is_word(value, NONE):
        return NONE
    item = single(value)
    if item is None or not isinstance(item.head, Quantity) or UNIT[item.head.unit].kind != "money":
        written = word_of(value) or ""
        free = Fix("不收费写“无”", "write “无” if it is free", ((value.span(item), NONE),)) if written in FREE else None
        head = item.head if item else None
        fix = free or write(value.span(head), meant(value.span(head).text, ("money",), "元"))
        reader.wrong_type(value, head, entry, ("金额，如“10元”，或“无”", "an amount such as “10元”, or “无”"), fix)
        return None
    return f"{item.head.number}{item.head.unit}"


def choice(reader: Reader, node: Node | None, default: str = "") -> str:
    """The word chosen by an entry of type choice; a word that is not offered is reported."""
    chosen = choices(reader, node)
    return chosen[0] if chosen else default


def choices(reader: Reader, node: Node | None) -> tuple[str, ...]:
    """The words chosen by an entry of type choices; a word that is not offered is reported."""
    return tuple(fact.value for fact in chosen(reader, node))


def chosen(reader: Reader, node: Node | None) -> tuple[Fact[str], ...]:
    """The same, each with its place and evidence."""
    return tuple(
        Fact(item.head.text, value.span(item.head), *evidence(qualifiers(value.phrase, item)))
        for value, item in items(node)
        if offered(reader, value, item, node.word.options, node.word.name)
    )


def code(node: Node | None) -> Fact[str] | None:
    """A code as written, with its place and evidence; None for what is not stated."""
    for value, item in items(node):
        if isinstance(item.head, Name):
            return Fact(item.head.text, value.span(item.head), *evidence(qualifiers(value.phrase, item)))
    return None


def offered(reader: Reader, value: Value, item: Item, options: tuple[str, ...], entry: str) -> bool:
    """Whether an item is one of the declared words; reported if not."""
    if isinstance(item.head, Name) and item.head.text in options:
        return True
    span = value.span(item.head)
    several = listed(span.text, options)
    near = None if several else nearest(span.text, options, few=True)
    fix = did_you_mean(span, near) if near else Fix("从中选一个", "choose one of these")
    if several:
        joined = "、".join(several)
        fix = Fix(f"是几样，用“、”分开：“{joined}”", f"several are separated by “、”: “{joined}”", ((span, joined),))
    words = "、".join(options)
    reader.report("OT1301", span, entry=entry, expected=f"其中之一：{words}", expected_en=f"one of “{words}”", found=span.text, fix=fix)
    return False


def cases(reader: Reader, node: Node | None, condition, read) -> tuple[Case, ...]:
    """The cases of an entry whose value may depend on the situation.

    ``condition(value)`` makes an Expression of a 当, ``read(value)`` a typed value. An inline value is one case
    that always holds; 其余 holds where no other does. Case spans are those of the values.
    """
    if node is None:
        return ()
    if node.value is not None:
        return (_case(True, node.value, read),)
    made: list[Case] = []
    for child in node.children:
        if child.shape != "case" or child.value is None:
            continue
        when = child.parts.get("当")
        expression: Expression = condition(when) if when is not None else negate(either(*(c.when for c in made)))
        made.append(_case(expression, child.value, read, when.span() if when is not None else None))
    plain = [c.value for c in node.children if c.shape == "item" and c.value is not None]
    if not made and plain:
        made = [_case(True, plain[0], read)]
    return tuple(made)


def _case(when: Expression, value: Value, read, when_span=None) -> Case:
    marks = [q for i in value.phrase.items for q in i.qualifiers] if isinstance(value.phrase, Items) else []
    return Case(when, read(value), value.span(), *evidence(marks), when_span)


def fact(reader: Reader, node: Node | None, read) -> Fact | None:
    """A single stated value with its evidence, or None."""
    for value in values(node):
        found = read(value)
        if found is None:
            return None
        marks = [q for i in value.phrase.items for q in i.qualifiers] if isinstance(value.phrase, Items) else []
        return Fact(found, value.span(), *evidence(marks))
    return None


def plain_word(value: Value) -> str | None:
    """A value that is one word, as it stands; 未载明 is None."""
    word = word_of(value)
    return None if word == NOT_STATED else word


__all__ = [
    "TIME_KINDS", "UNIT", "amount", "cases", "choice", "choices", "chosen", "duration", "entries", "fact", "money",
    "offered", "plain_word", "single", "visits",
]  # fmt: skip
