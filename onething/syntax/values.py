"""Reads the value of an entry: a phrase if its type is one, else free text."""

from __future__ import annotations

from onething.source import Source
from onething.syntax.characters import BLANKS, QUOTES, closing, nfc, quote_end
from onething.syntax.mistake import Mistake, mistake
from onething.syntax.phrase import phrase
from onething.syntax.tree import Item, Items, Name, Prose, Value
from onething.vocabulary import PHRASE_OF_TYPE, Word

_OPENING = ("“", "「", "『")
_BLANKS = BLANKS + "\r\n"


def prose(text: str) -> Prose:
    """Free text as the tree keeps it: without the quotation marks that enclose all of it."""
    inner = text
    if text[:1] in QUOTES and len(text) > 1 and quote_end(text, 0) == len(text):
        inner = text[1:-1]
    return Prose(nfc(inner).strip(_BLANKS), 0, len(text))


def read(start: str, source: Source, at: int, end: int, findings: list, text: str | None = None) -> Value | None:
    """The phrase at ``at``–``end``, parsed from ``start`` ('' = free text). A mistake in it becomes a finding.

    ``text`` is given when the source does not hold it literally (an escaped YAML scalar).
    """
    exact = text is None
    if exact:
        text = source.text[at:end]
    if not start:
        if text[:1] in _OPENING and quote_end(text, 0) < 0:
            mark = closing(text[0])
            repair = (f"在末尾补上“{mark}”", f"add {mark} at the end", ((len(text), len(text), mark),), True)
            wrong = mistake("OT1016", 0, 1, label=("从这里开始", "it opens here"), repair=repair)
            findings.append(wrong.finding(source, at, end, exact))
        return Value(prose(text), source, at, end, exact)
    found = phrase(start, text)
    if isinstance(found, Mistake):
        findings.append(found.finding(source, at, end, exact))
        return None
    return Value(found, source, at, end, exact)


def read_word(word: Word, source: Source, at: int, end: int, findings: list, text: str | None = None) -> Value | None:
    """The value of an entry, as the type of its word says."""
    return read(PHRASE_OF_TYPE[word.type], source, at, end, findings, text)


def sentence_name(source: Source, at: int, end: int, text: str | None = None) -> Value:
    """A name that is a sentence (of a scenario): all of it, whatever signs it holds."""
    exact = text is None
    said = prose(source.text[at:end] if exact else text)
    name = Name(said.text, said.start, said.end, "“")
    return Value(Items((Item(name, (), name.start, name.end),), name.start, name.end), source, at, end, exact)


def role_parts(value: Value) -> tuple[Value, Value | None]:
    """The name of a role, and its kinds if a bracket gives them: ``父亲（共同签字，1个自然日内）``."""
    item = value.phrase.items[0]
    bare = Item(item.head, (), item.head.start, item.head.end)
    name = Value(Items((bare,), bare.start, bare.end), value.source, value.at, value.end, value.exact)
    if not item.qualifiers:
        return name, None
    return name, value


def joined(values: list[Value]) -> Value:
    """Several lines of items as one value: every item keeps its place."""
    from onething.syntax.moved import moved

    first, last = values[0], values[-1]
    items: list[Item] = []
    for value in values:
        items.extend(moved(item, value.at - first.at) for item in value.phrase.items)
    exact = all(value.exact for value in values)
    phrase_of_all = Items(tuple(items), items[0].start, items[-1].end)
    return Value(phrase_of_all, first.source, first.at, max(last.end, first.end), exact)
