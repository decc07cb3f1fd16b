"""Fills the shape of a phrase (a Lark tree over kinds) with its tokens: one method for each rule of the grammar."""

from __future__ import annotations

from onething.syntax.tree import (
    Both, Change, Citation, Compare, Date, Either, Item, Items, Moment, Name, Not, Order, Qualifier, Quantity, Text,
)  # fmt: skip

# ≥ before a quantity is 以上 behind it; before a name it stays 不低于.
BEHIND = {"不低于": "以上", "不超过": "以下"}


def fill(shape, tokens):
    """The phrase of a shape. A leaf is its token ``(kind, start, end, value)``."""
    if not hasattr(shape, "data"):
        return tokens[shape.start_pos]
    return RULES[shape.data]([fill(child, tokens) for child in shape.children])


# ---- leaves


def _name(token) -> Name:
    kind, start, end, value = token
    return Name(value, start, end, "“") if kind == "TEXT" else Name(value[0], start, end, value[1])


def _quantity(token, bound: str = "", start: int | None = None, end: int | None = None) -> Quantity:
    _, at, stop, (number, unit, upper) = token
    return Quantity(number, unit, at if start is None else start, stop if end is None else end, bound, upper)


def _value(token):
    return _quantity(token) if token[0] == "QUANTITY" else _name(token)


def _thing(token):
    if isinstance(token, Quantity):
        return token
    if token[0] == "DATE":
        return Date(token[3], token[1], token[2])
    return _name(token)


def _text(token) -> Text:
    return Text(token[3], token[1], token[2])


def _citation(token) -> Citation:
    return Citation(token[3], token[1], token[2])


def _start(part) -> int:
    return part[1] if type(part) is tuple else part.start


def _end(part) -> int:
    return part[2] if type(part) is tuple else part.end


# ---- lines of things


def _only(children, wanted) -> tuple:
    return tuple(child for child in children if isinstance(child, wanted))


def _list(children) -> Items:
    return Items(_only(children, Item), children[0].start, children[-1].end)


def _list_when(children) -> Items:
    item, _, when = children
    return Items((item,), item.start, _end(when), when=when)


def _choice_when(children) -> Items:
    items, _, when = children
    return Items(items.items, items.start, _end(when), one_of=True, when=when)


def _either(children) -> Items:
    return Items(_only(children, Item), children[0].start, children[-1].end, one_of=True)


def _one_of(children) -> Items:
    return Items(_only(children, Item), _start(children[0]), _end(children[-1]), one_of=True)


class _Bracket(tuple):
    """Qualifiers of one bracket; ``end`` lies behind it."""

    end: int


def _bracket(children) -> _Bracket:
    made = _Bracket(_only(children, Qualifier))
    made.end = children[-1][2]
    return made


def _item(children, state=None, link="") -> Item:
    head = _thing(children[0])
    bracket = children[-1] if isinstance(children[-1], _Bracket) else ()
    return Item(head, tuple(bracket), head.start, _end(children[-1]) if not bracket else bracket.end, state, link)


def _item_state(children) -> Item:
    return _item(children, _name(children[2]), children[1][3])


def _item_point(children) -> Item:
    return _item(children, None, children[1][3])


# ---- brackets


def _part(children) -> Qualifier:
    if len(children) == 1:
        return children[0]
    every, part = children
    return Qualifier(part.word, part.args, every[1], part.end, True, part.point)


def _qualifier(children, args=(), point="") -> Qualifier:
    return Qualifier(children[0][3], tuple(args), children[0][1], _end(children[-1]), point=point)


def _with_anchor(children) -> Qualifier:
    point = next((child[3] for child in children if child[0] == "POINT"), "")
    return _qualifier(children, (_name(children[1]),), point)


def _with_term(children) -> Qualifier:
    return _qualifier(children, (_quantity(children[1], "以内", end=children[2][2]),))


def _bare(children) -> Qualifier:
    part = children[-1]
    return Qualifier("", (part,), _start(children[0]), part.end)


# ---- conditions


def _joined(kind):
    def build(children):
        parts = []
        for child in children:
            if type(child) is not tuple:
                parts.extend(child.parts if isinstance(child, kind) else (child,))
        return kind(tuple(parts), _start(children[0]), _end(children[-1]))

    return build


def _compared(children):
    compare = children[0]
    if len(children) == 1:
        return compare
    bracket = children[1]
    if isinstance(compare, Both):  # a range: the bracket stands behind its second half
        *first, last = compare.parts
        return Both((*first, _qualified(last, bracket)), compare.start, bracket.end)
    return _qualified(compare, bracket)


def _qualified(compare: Compare, bracket: _Bracket) -> Compare:
    return Compare(compare.subject, compare.operator, compare.values, compare.start, bracket.end, tuple(bracket))


def _is_value(children) -> Compare:
    subject, operator, value = children
    return Compare(_name(subject), operator[3], (_value(value),), subject[1], value[2])


def _in_values(children) -> Compare:
    values = tuple(_value(child) for child in children[3:-1] if child[0] != "SEP")
    return Compare(_name(children[0]), children[1][3], values, children[0][1], children[-1][2])


def _against_name(children) -> Compare:
    subject, operator, other = children
    return Compare(_name(subject), operator[3], (_name(other),), subject[1], other[2])


def _limit_before(children) -> Quantity:
    bound, quantity = children
    return _quantity(quantity, BEHIND.get(bound[3], bound[3]), start=bound[1])


def _limit_after(children) -> Quantity:
    quantity, bound = children
    return _quantity(quantity, bound[3], end=bound[2])


def _within(children):
    """One limit is a compare, two are a range: both halves have the same subject."""
    subject = _name(children[0])
    halves = tuple(
        Compare(subject, limit.bound, (Quantity(limit.number, limit.unit, limit.start, limit.end, "", limit.upper),), subject.start, limit.end)
        for limit in children[1:]
    )
    return halves[0] if len(halves) == 1 else Both(halves, subject.start, halves[-1].end)


# ---- the other starts


def _change(children) -> Change:
    bracket = children[-1] if isinstance(children[-1], _Bracket) else ()
    before, after = (_value(child) for child in children if not isinstance(child, _Bracket) and child[0] not in ("FROM", "TO"))
    return Change(before, after, tuple(bracket), _start(children[0]), bracket.end if bracket else after.end)


def _moment(children) -> Moment:
    direction = next(child for child in children if child[0] == "DIRECTION")
    distance = next(child for child in children if child[0] == "QUANTITY")
    return Moment(_name(children[0]), direction[3], _quantity(distance), children[0][1], _end(children[-1]))


def _cited(children) -> Item:
    head = _citation(children[0])
    bracket = children[1] if len(children) > 1 else ()
    return Item(head, tuple(bracket), head.start, bracket.end if bracket else head.end)


def _kinds(children) -> Items:
    parts = _only(children, Qualifier)
    return Items((Item(Name("", 0, 0), parts, parts[0].start, parts[-1].end),), parts[0].start, parts[-1].end)


def _single(children) -> Items:
    item = _item(children)
    return Items((item,), item.start, item.end)


RULES = {
    "list": _list, "list_when": _list_when, "choice": lambda c: c[0], "choice_when": _choice_when,
    "either": _either, "one_of": _one_of,
    "item": _item, "item_state": _item_state, "item_point": _item_point,
    "quantity": lambda c: _quantity(c[0]), "quantity_after": _limit_after, "quantity_bound": _limit_before,
    "bracket": _bracket, "part": _part,
    "plain": _qualifier, "with_name": lambda c: _qualifier(c, (_name(c[1]),)),
    "with_names": lambda c: _qualifier(c, (_name(t) for t in c[1:] if t[0] != "SEP")),
    "with_text": lambda c: _qualifier(c, (_text(c[1]),)), "with_citation": lambda c: _qualifier(c, (_citation(c[1]),)),
    "until": lambda c: Qualifier(c[1][3], (_thing(c[0]),), c[0][1], c[1][2]),
    "with_anchor": _with_anchor, "with_term": _with_term, "copies": _bare, "bare": _bare,
    "bare_text": lambda c: Qualifier("", (_text(c[0]),), c[0][1], c[0][2]),
    "both": _joined(Both), "some": _joined(Either), "compared": _compared,
    "negated": lambda c: Not(c[1], c[0][1], _end(c[1])), "group": lambda c: c[1],
    "is_value": _is_value, "in_values": _in_values, "against_name": _against_name,
    "limit_before": _limit_before, "limit_after": _limit_after, "within_limit": _within, "within_range": _within,
    "change": _change, "order": lambda c: Order(_name(c[0]), _name(c[2]), c[0][1], c[2][2]), "moment": _moment,
    "citations": _list, "cited": _cited, "role": _single, "kinds": _kinds, "heading": _single,
}  # fmt: skip
