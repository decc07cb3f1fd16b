"""Reading nodes: the entries of a block, the lines of an entry, and looking names up with “did you mean”."""

from __future__ import annotations

import re
from typing import Container, Iterable, Iterator, Mapping

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.catalogue import Catalogue
from onething.resolve.alike import differing, listed, nearest
from onething.resolve.twice import name_place, one_of_two
from onething.source import Span
from onething.syntax.tree import Citation, Items, Item, Name, Node, Prose, Qualifier, Quantity, Text, Value
from onething.vocabulary.phrase import NONE, NOT_STATED, OPERATORS

KINDS = {
    "department": ("部门或单位", "department"),
    "document": ("证照或材料", "document"),
    "element": ("数据元", "data element"),
    "source": ("数据源", "data source"),
    "place": ("地区", "place"),
    "list": ("清单", "list"),
    "standard": ("标准", "standard"),
    "role": ("角色", "role"),
    "matter": ("事项", "matter"),
    "question": ("情形", "situation"),
    "parameter": ("参数", "parameter"),
    "field": ("字段", "field"),
    "procedure": ("特别程序", "special procedure"),
    "reminder": ("提醒", "reminder"),
    "scenario": ("场景", "scenario"),
    "gate": ("不予联办或不予受理", "refusal"),
    "option": ("选项", "option"),
}

_ORGAN = re.compile("^[省市县区]|(?:委员会|[局厅委办处])$")  # what a local name adds: 市公安局 is 公安部门
_BETWEEN = tuple(o.name for o in OPERATORS if o.role in ("compare", "bound-before", "logic") and len(o.name) > 1) + ("为", "或", "且")


class Reader:
    """The catalogue and the findings of one resolve run. Looking up never raises; it reports and returns None."""

    def __init__(self, catalogue: Catalogue | None = None):
        self.catalogue = catalogue or Catalogue()
        self.findings: list[Finding] = []
        self.met: list[tuple[str, str, str, Span]] = []  # kind, name as written, thing, place: of what may be out of use

    def report(self, code: str, span: Span | None, /, **details) -> None:
        """Add a finding; arguments as for ``diagnostics.finding``."""
        self.findings.append(finding(code, span, **details))

    def twice(self, kind: str, name: str, second: Node, first: Node) -> None:
        """Report a second block of one name."""
        fix = one_of_two(kind, name, second, first)
        self.duplicate(kind, name, name_place(second), name_place(first), fix)

    def duplicate(self, kind: str, name: str, span: Span, first: Span, fix: Fix | None = None) -> None:
        """Report a second declaration of one name."""
        zh, en = KINDS.get(kind, (kind, kind))
        notes = [Note(first, "第一次写在这里", "first declared here")]
        fix = fix or Fix("删去一处；若是两样东西，改一个名称", "remove one; if they are two things, rename one")
        self.report("OT1202", span, kind=zh, kind_en=en, name=name, notes=notes, fix=fix)

    def unknown(
        self, kind: str, span: Span, name: str, candidates: Iterable[str],
        known: Iterable[str] = (), fix: Fix | None = None, same: Mapping[str, str] = {},
    ) -> None:  # fmt: skip
        """Report a name that nothing carries: blanks forgotten between known words, several names in one, a near
        name, or none of these (then ``fix`` says what to do). ``same``: what candidates are other names of."""
        candidates = list(dict.fromkeys(candidates))
        split = missing_blanks(name, {*candidates, *known})
        if split:
            fix = Fix(f"写作“{split}”", f"write “{split}”", ((span, split),))
            self.report("OT1203", span, name=name, split=split, fix=fix)
            return
        zh, en = KINDS.get(kind, (kind, kind))
        several = listed(name, candidates)
        near = None if several else nearest(name, candidates, same=same)
        if near is None and kind == "department" and not several and (bare := _ORGAN.sub("", name)):
            near = nearest(bare, candidates, same=same)
        pair = differing(name, near) if near and near != name else None
        new = same.get(near, near)
        if pair:
            fix = Fix(f"写“{new}”", f"write “{new}”", ((span, new),), safe=True)
            self.report("OT1209", span, kind=zh, kind_en=en, name=name, near=near, written=pair[0], right=pair[1], fix=fix)
            return
        if several:
            words = "、".join(several)
            fix = Fix(f"是几样，用“、”分开：“{words}”", f"several are separated by “、”: “{words}”", ((span, words),))
        elif meant := self._meant(kind, name, {*candidates, *same.values()}):
            fix = Fix(f"是不是“{meant[0]}”？{meant[1]}", f"did you mean “{meant[0]}”? {meant[2]}", ((span, meant[0]),))
        elif near:
            fix = did_you_mean(span, new, near)
        self.report("OT1201", span, kind=zh, kind_en=en, name=name, fix=fix or _among(candidates, zh, en))

    def _meant(self, kind: str, name: str, candidates: Container[str]) -> tuple[str, str, str] | None:
        """What a department or document means by the rules of names (社保卡, 市卫健委), with the reason; None if that is
        not sure. Its owner stays before it."""
        if kind not in ("department", "document"):
            return None
        owner, dot, rest = name.partition("的") if kind == "document" else ("", "", name)
        owner, rest = (f"{owner}的", rest) if dot and rest else ("", name)
        meant = self.catalogue.known(kind).meant(rest)
        return (owner + meant.official, meant.zh, meant.en) if owner + meant.official in candidates and meant.official else None

    def catalogued(self, kind: str, value: Value, name: Name, report: bool = True) -> str | None:
        """Canonical catalogue name of a name, or None (reported)."""
        found = self.catalogue.canonical(kind, name.text)
        if found is None and report:
            names = self.names(kind)
            self.unknown(kind, value.span(name), name.text, names, same=names)
        if found is not None:
            self.meet(kind, name.text, found, value.span(name))
        return found

    def meet(self, kind: str, written: str, thing: str, span: Span) -> None:
        """Remember a name that may be out of use; whether it is, depends on the place of the whole (``out_of_use.py``)."""
        if (kind, written) in self.catalogue.terms or (kind, thing) in self.catalogue.successors:
            start = span.end - len(written) if span.text.endswith(written) else span.start
            self.met.append((kind, written, thing, Span(span.source, start, span.end)))

    def names(self, kind: str) -> dict[str, str]:
        """Every name, alias and local name of a kind in the catalogue, with the name to write for it."""
        things = self.catalogue.of(kind)
        names = {name: name for name in things} | {alias: name for (k, alias), name in self.catalogue.aliases.items() if k == kind}
        if kind == "department":
            for name, department in things.items():
                names |= {organ: name for organ in department.organs.values() if organ not in names} if department else {}
        return names

    def wrong_type(self, value: Value, part, entry: str, expected: tuple[str, str], fix: Fix | None = None) -> None:
        """Report a value that is not of its declared type."""
        span = value.span(part)
        self.report("OT1301", span, entry=entry, expected=expected[0], expected_en=expected[1], found=span.text, fix=fix)


def did_you_mean(span: Span, new: str, near: str = "") -> Fix:
    """Propose a name in the place of another; ``near``: the other name of it that was found."""
    if near and near == span.text:
        return Fix(f"写“{new}”：“{near}”是它在本地的名称", f"write “{new}”: “{near}” is its local name", ((span, new),))
    if near in ("", new):
        return Fix(f"是不是“{new}”？", f"did you mean “{new}”?", ((span, new),))
    return Fix(f"是不是“{new}”（也叫“{near}”）？", f"did you mean “{new}”, also called “{near}”?", ((span, new),))


def _among(candidates: list[str], zh: str, en: str) -> Fix:
    """What to do about a name that is like none: use one of a few, or declare it."""
    if 0 < len(candidates) <= 8:
        words = "、".join(candidates)
        return Fix(f"先声明它，或改用已有的：{words}", f"declare it, or use one of “{words}”")
    return Fix(f"先声明它，或改用已有的{zh}", f"declare it, or use a {en} that there is")


def missing_blanks(name: str, known: set[str]) -> str | None:
    """``name`` split at a word operator into two known names, if it can be."""
    for operator in _BETWEEN:
        at = name.find(operator, 1)
        while 0 < at < len(name) - len(operator):
            left, right = name[:at], name[at + len(operator) :]
            if left in known and right in known:
                return f"{left} {operator} {right}"
            at = name.find(operator, at + 1)
    return None


# --- nodes ---------------------------------------------------------------------------------------


def entries(node: Node) -> dict[str, Node]:
    """The declared entries of a block or of a parts entry, by word (the first of each)."""
    found: dict[str, Node] = {}
    for child in node.children:
        if child.shape == "entry" and child.word is not None:
            found.setdefault(child.word.name, child)
    return found


def values(node: Node | None) -> list[Value]:
    """The lines of an entry: its inline value, or one value per item line."""
    if node is None:
        return []
    if node.value is not None:
        return [node.value]
    return [c.value for c in node.children if c.shape == "item" and c.value is not None]


def items(node: Node | None) -> Iterator[tuple[Value, Item]]:
    """Every item of an entry's lines; a qualifier with 均 is put on each item of its line. 未载明 and 无 alone
    yield nothing."""
    for value in values(node):
        if isinstance(value.phrase, Items) and not is_word(value, NOT_STATED) and not is_word(value, NONE):
            for item in value.phrase.items:
                yield value, item


def word_of(value: Value) -> str | None:
    """The single unquoted name that is the whole value, if it is one."""
    phrase = value.phrase
    if isinstance(phrase, Items) and len(phrase.items) == 1 and isinstance(phrase.items[0].head, Name):
        return phrase.items[0].head.text if not phrase.items[0].head.quoted else None
    if isinstance(phrase, Prose):
        return phrase.text
    return None


def is_word(value: Value, word: str) -> bool:
    """Whether the value is just this word (未载明, 无 …), perhaps with a bracket."""
    return word_of(value) == word


def qualifiers(phrase: Items, item: Item) -> list[Qualifier]:
    """The qualifiers of an item, with those that 均 spreads over its line."""
    shared = [q for other in phrase.items if other is not item for q in other.qualifiers if q.every]
    return [*item.qualifiers, *shared] if shared else list(item.qualifiers)


def evidence(marks: Iterable[Qualifier]) -> tuple[str, bool]:
    """``(依据 …)`` and ``（未核）`` among some qualifiers."""
    basis, unverified = "", False
    for mark in marks:
        if mark.word == "未核":
            unverified = True
        elif mark.word == "依据":
            basis = "、".join(a.text for a in mark.args if isinstance(a, (Citation, Name, Text)))
    return basis, unverified


def text(node: Node | None) -> str:
    """Prose of an entry; 未载明 is none."""
    if node is None:
        return ""
    lines = [v.phrase.text if isinstance(v.phrase, Prose) else v.span().text for v in values(node)]
    joined = "\n".join(lines)
    return "" if joined == NOT_STATED else joined


def texts(node: Node | None) -> tuple[str, ...]:
    """Lines of prose of an entry."""
    lines = (v.phrase.text if isinstance(v.phrase, Prose) else v.span().text for v in values(node))
    return tuple(line for line in lines if line and line != NOT_STATED)


def citations(node: Node | None) -> tuple[str, ...]:
    """Document numbers and titles."""
    return tuple(
        i.head.text + ("（未核）" if evidence(qualifiers(v.phrase, i))[1] else "") for v, i in items(node) if hasattr(i.head, "text")
    )


def names(node: Node | None) -> list[tuple[Value, Item, Name]]:
    """Items of an entry that are names."""
    return [(v, i, i.head) for v, i in items(node) if isinstance(i.head, Name)]


__all__ = [
    "KINDS", "Quantity", "Reader", "citations", "did_you_mean", "entries", "evidence", "is_word", "items", "names", "nearest",
    "qualifiers", "text", "texts", "values", "word_of",
]  # fmt: skip
