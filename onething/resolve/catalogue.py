"""Catalogue blocks → Catalogue. First what there is, then what refers to it, so order never matters."""

from __future__ import annotations

from datetime import date

from onething.diagnostics import Fix
from onething.diagnostics.removal import removal
from onething.model.catalogue import STATE, Catalogue, DataSource, Department, Document, Element, Place, Standard, StandardList
from onething.resolve.alias_term import alias_term
from onething.resolve.brackets import check_brackets
from onething.resolve.name_rules import report_name_rules
from onething.resolve.place_codes import report_place_codes
from onething.resolve.reader import Reader, citations, entries, evidence, items, names, qualifiers, text, values, word_of
from onething.resolve.shapes import check_shapes
from onething.resolve.singles import check_singles
from onething.resolve.together import together
from onething.resolve.twins import report_twins
from onething.resolve.values import choice
from onething.source import Span
from onething.syntax.tree import Date, Item, Items, Name, Node, Value
from onething.vocabulary.phrase import NONE

BLOCK_KINDS = {
    "地区": "place",
    "部门": "department",
    "数据元": "element",
    "证照": "document",
    "数据源": "source",
    "清单": "list",
    "标准": "standard",
}


def block_name(node: Node) -> str:
    """The name in a block's head, or '' if it has none."""
    return word_of(node.name) or _quoted(node) if node.name else ""


def _quoted(node: Node) -> str:
    phrase = node.name.phrase
    head = phrase.items[0].head if isinstance(phrase, Items) and phrase.items else None
    return getattr(head, "text", "") or ""


def resolve_catalogue(blocks: list[Node], reader: Reader) -> Catalogue:
    """The catalogue that the blocks declare; duplicates and unknown references are reported."""
    catalogue = reader.catalogue
    check_brackets(blocks, reader)
    check_singles(blocks, reader)
    check_shapes(blocks, reader)
    declared: dict[tuple[str, str], Node] = {}
    for node in blocks:
        kind, name = BLOCK_KINDS[node.word.name], block_name(node)
        if not name:
            continue
        if (kind, name) in declared:
            reader.twice(kind, name, node, declared[kind, name])
            continue
        declared[kind, name] = node
        catalogue.of(kind)[name] = None  # known from here on; filled below
    called = [(kind, name, name, node.name.span()) for (kind, name), node in declared.items()]
    said: dict[tuple[str, str], Span] = {}
    limited: list[tuple[str, Value, Item]] = []
    for (kind, name), node in declared.items():
        for value, item, alias in names(entries(node).get("别名")):
            called.append((kind, alias.text, name, value.span(alias)))
            other = declared.get((kind, alias.text))
            first = other.name.span() if other is not None else said.get((kind, alias.text))
            if first is not None and (other is not None or catalogue.aliases[kind, alias.text] != name):
                place = value.span(alias)
                fix = Fix("删去这一个；一个名称只能指一样", "remove this one: a name means one thing", removal(place))
                reader.duplicate(kind, alias.text, place, first, fix)
            else:
                catalogue.aliases[kind, alias.text] = name
                said[kind, alias.text] = value.span(alias)
                limited.append((kind, value, item))
    for (kind, name), node in declared.items():
        catalogue.of(kind)[name] = MAKERS[kind](name, node, reader)
        successor = _one(reader, kind, entries(node).get("继任"))
        if successor and successor != name:
            catalogue.successors[kind, name] = (successor, entries(node)["继任"].span)
    for kind, value, item in limited:
        term = alias_term(value, item, reader)
        if term.until or term.places:
            catalogue.terms[kind, item.head.text] = term
    report_twins(called, reader)
    report_name_rules(reader, ((kind, name, node.name.span()) for (kind, name), node in declared.items()))
    report_place_codes(reader, {name: node for (kind, name), node in declared.items() if kind == "place"})
    reader.findings = together(reader.findings)
    return catalogue


def _one(reader: Reader, kind: str, node: Node | None) -> str:
    """The first referred thing of an entry, canonical, or ''."""
    for value, _, name in names(node):
        return reader.catalogued(kind, value, name) or ""
    return ""


def _places(reader: Reader, node: Node | None) -> frozenset[str]:
    found = (STATE if n.text == STATE else reader.catalogued("place", v, n) for v, _, n in names(node))
    return frozenset(p for p in found if p)


def _choice(node: Node | None, default: str) -> str:
    return next((n.text for _, _, n in names(node)), default)


def _place(name: str, node: Node, reader: Reader) -> Place:
    parts = entries(node)
    return Place(name, _choice(parts.get("代码"), ""), _one(reader, "place", parts.get("上级")), node.span)


def _department(name: str, node: Node, reader: Reader) -> Department:
    organs, unverified = {}, set()
    for child in node.children:
        if child.shape == "answer" and child.name is not None and child.value is not None:
            place = child.name.phrase.items[0].head
            if isinstance(place, Name) and reader.catalogued("place", child.name, place):
                at = reader.catalogue.canonical("place", place.text)
                organs[at] = word_of(child.value) or child.value.span().text
                unverified |= {at} if any(evidence(qualifiers(child.value.phrase, i))[1] for _, i in items(child)) else set()
    return Department(name, choice(reader, entries(node).get("种类"), "部门") == "单位", organs, node.span, frozenset(unverified))


def _element(name: str, node: Node, reader: Reader) -> Element:
    parts = entries(node)
    options = tuple(n.text for _, _, n in names(parts.get("选项")))
    return Element(
        name,
        choice(reader, parts.get("类型"), "选项" if options else "文字"),
        options,
        _one(reader, "source", parts.get("来源")),
        text(parts.get("备注")),
        node.span,
    )


def _document(name: str, node: Node, reader: Reader) -> Document:
    parts = entries(node)
    return Document(
        name,
        _one(reader, "department", parts.get("签发")),
        _places(reader, parts.get("电子证照")),
        _one(reader, "source", parts.get("数据源")),
        node.span,
    )


def _source(name: str, node: Node, reader: Reader) -> DataSource:
    parts = entries(node)
    connected = parts.get("接通")
    nowhere = connected is not None and all(word_of(v) == NONE for v in values(connected))
    return DataSource(
        name,
        _one(reader, "department", parts.get("提供")),
        choice(reader, parts.get("共享"), "有条件"),
        None if connected is None else frozenset() if nowhere else _places(reader, connected),
        node.span,
    )


def _standard(name: str, node: Node, reader: Reader) -> Standard:
    parts = entries(node)
    lists, of = reader.catalogue.lists, name.rpartition("/")[0]
    if lists and of and of not in lists:
        span = node.name.span()
        reader.unknown("list", Span(span.source, *_within(span, of)), of, lists)
    return Standard(
        name,
        name.rsplit("/", 1)[-1],
        tuple(n.text for _, _, n in names(parts.get("别名"))),
        tuple((n.text, v.span(n)) for v, _, n in names(parts.get("应含事项"))),
        citations(parts.get("依据")),
        node.span,
        *next(((n.text, v.span(n)) for v, _, n in names(parts.get("版本"))), ("", None)),
    )


def _within(span: Span, part: str) -> tuple[int, int]:
    """Where a part of a name stands, quotes aside."""
    start = span.start + max(span.text.find(part), 0)
    return start, start + len(part)


def _list(name: str, node: Node, reader: Reader) -> StandardList:
    parts = entries(node)
    return StandardList(
        name,
        choice(reader, parts.get("类别")),
        _one(reader, "place", parts.get("地区")),
        _day(reader, parts.get("发布")),
        citations(parts.get("依据")),
        node.span,
    )


def _day(reader: Reader, node: Node | None) -> str:
    """A day (ISO), '' if none is stated; what is none is reported."""
    for value, item in items(node):
        try:
            return date.fromisoformat(item.head.text if isinstance(item.head, Date) else "").isoformat()
        except ValueError:
            reader.wrong_type(value, item.head, node.word.name, ("日期，如“2026-03-01”", "a day such as 2026-03-01"))
    return ""


MAKERS = {
    "place": _place,
    "department": _department,
    "element": _element,
    "document": _document,
    "source": _source,
    "list": _list,
    "standard": _standard,
}
