"""A phrase as text, in the one way it is written. Both notations print values with this."""

from __future__ import annotations

from onething.syntax.characters import quoted
from onething.syntax.keywords import PRINTED_UNIT
from onething.syntax.tree import (
    Both, Change, Citation, Compare, Date, Either, Item, Items, Moment, Name, Not, Order, Prose, Qualifier, Quantity, Text,
)  # fmt: skip

_BEFORE = ("不满", "超过", "不低于", "不超过")


def phrase_text(phrase) -> str:
    """The canonical text of a phrase."""
    return WRITERS[type(phrase)](phrase)


def name_text(name: Name) -> str:
    """A name, in the marks it needs."""
    if name.quoted == "《":
        return f"《{name.text}》"
    return quoted(name.text) if name.quoted else name.text


def kinds_text(items: Items) -> str:
    """The bracket parts of a role, without the bracket."""
    return "，".join(map(_qualifier, items.items[0].qualifiers))


def _quantity(quantity: Quantity) -> str:
    unit = PRINTED_UNIT.get(quantity.unit, quantity.unit)
    number = f"{quantity.number}至{quantity.upper}" if quantity.upper else quantity.number
    if quantity.bound in _BEFORE:
        return f"{quantity.bound}{number}{unit}"
    return f"{number}{unit}{quantity.bound}"


def _qualifier(part: Qualifier) -> str:
    words = ["均"] if part.every else []
    if part.word:
        words.append(part.word)
    if part.point or part.word == "自":
        words += [phrase_text(part.args[0])] + ([part.point] if part.point else []) + ["起"]
    elif part.args and isinstance(part.args[0], Date):
        words.insert(-1, part.args[0].text)
    elif part.args and isinstance(part.args[0], Quantity):
        text = _quantity(part.args[0])
        if text.endswith("以内"):
            text = text.removesuffix("以内") + ("内补" if part.word else "内")
        words.append(text)
    elif part.args:
        words.append("、".join(map(phrase_text, part.args)))
    return " ".join(words)


def _bracket(qualifiers: tuple[Qualifier, ...]) -> str:
    return "（" + "，".join(map(_qualifier, qualifiers)) + "）" if qualifiers else ""


def item_text(item: Item) -> str:
    """One thing of a list with its bracket."""
    text = phrase_text(item.head)
    if item.state is not None:
        text += f" {item.link} {name_text(item.state)}"
    elif item.link:
        text += f" {item.link}"
    return text + _bracket(item.qualifiers)


def _items(items: Items) -> str:
    parts = list(map(item_text, items.items))
    if items.one_of and (len(parts) == 1 or items.start < items.items[0].start):
        text = "任选其一（" + "、".join(parts) + "）"
    else:
        text = (" 或 " if items.one_of else "、").join(parts)
    return text + (f" 当 {phrase_text(items.when)}" if items.when is not None else "")


def _limit(compare: Compare) -> str:
    if compare.operator in ("以上", "以下", "以内"):
        return phrase_text(compare.values[0]) + compare.operator
    return f"{compare.operator} {phrase_text(compare.values[0])}"


def _compare(compare: Compare) -> str:
    subject = name_text(compare.subject)
    if compare.operator in ("属于", "不属于"):
        text = f"{subject} {compare.operator}（" + "、".join(map(phrase_text, compare.values)) + "）"
    else:
        text = f"{subject} {_limit(compare)}"
    return text + _bracket(compare.qualifiers)


def _both(both: Both) -> str:
    parts: list[str] = []
    before = None
    for part in both.parts:
        same = isinstance(part, Compare) and isinstance(before, Compare) and part.subject is before.subject
        if same and not before.qualifiers:  # a range: 60周岁以上不满70周岁
            parts[-1] += _limit(part).replace(" ", "") + _bracket(part.qualifiers)
            part = None
        else:
            parts.append(_grouped(part))
        before = part
    return " 且 ".join(parts)


def _grouped(part) -> str:
    text = phrase_text(part)
    ranged = isinstance(part, Both) and len(part.parts) == 2 and part.parts[0].start == part.parts[1].start
    return f"（{text}）" if isinstance(part, (Both, Either)) and not ranged else text


def _not(part: Not) -> str:
    text = phrase_text(part.part)
    return f"非（{text}）" if isinstance(part.part, (Both, Either)) else f"非 {text}"


def _change(change: Change) -> str:
    before, after = phrase_text(change.before), phrase_text(change.after)
    left = f"由{before}减至" if isinstance(change.before, Quantity) else f"由 {before} 减至"
    right = after if isinstance(change.after, Quantity) else f" {after}"
    return left + right + _bracket(change.qualifiers)


WRITERS = {
    Name: name_text,
    Text: lambda text: quoted(text.text),
    Quantity: _quantity,
    Date: lambda date: date.text,
    Citation: lambda citation: citation.text,
    Items: _items,
    Compare: _compare,
    Both: _both,
    Either: lambda either: " 或 ".join(map(_grouped, either.parts)),
    Not: _not,
    Change: _change,
    Order: lambda order: f"{name_text(order.first)} 先于 {name_text(order.second)}",
    Moment: lambda moment: f"{name_text(moment.anchor)} {moment.direction} {_quantity(moment.distance)}",
    Prose: lambda prose: prose.text,
}
