"""Tables the lexers look words up in, all made from the declared vocabulary."""

from __future__ import annotations

import re
from functools import cache

from onething.vocabulary import BLOCKS, CHANGES, OPERATORS, QUALIFIERS, UNITS, Block, Word

# Token kind of each operator; kinds are the terminals of grammar/phrase.lark.
KIND_OF_OPERATOR = {
    "为": "IS", "不为": "IS", "属于": "IN", "不属于": "IN",
    "且": "AND", "或": "OR", "非": "NOT", "当": "WHEN", "其余": "OTHERWISE", "任选其一": "ONE_OF",
    "变为": "BECOMES", "先于": "PRECEDES", "前": "DIRECTION", "后": "DIRECTION", "由": "FROM", "减至": "TO",
    "受理": "POINT", "决定": "POINT", "办结": "POINT", "起": "ON",
}  # fmt: skip
_KIND_OF_ROLE = {"bound-before": "BOUND", "bound-after": "AFTER"}
KIND_OF_SHAPE = {
    "": "Q_PLAIN", "name": "Q_NAME", "names": "Q_NAMES", "quantity": "Q_QUANTITY", "text": "Q_TEXT",
    "citation": "Q_CITATION", "anchor": "Q_ANCHOR", "within": "Q_WITHIN", "prefix": "EVERY", "day": "DIRECTION",
}  # fmt: skip

# Which operators count where: the same word elsewhere is a name (``环节：受理、决定``).
_ITEMS = ("IS", "BOUND", "AFTER", "AND", "OR", "WHEN", "ONE_OF", "BECOMES", "POINT")
_CONDITION = ("IS", "IN", "BOUND", "AFTER", "AND", "OR", "NOT")
COUNTS_IN = {
    "items": _ITEMS,
    "condition": _CONDITION,
    "change": ("FROM", "TO", "AFTER"),
    "order": ("PRECEDES",),
    "moment": ("DIRECTION", "AFTER"),
    "bracket": ("POINT", "ON", "BOUND", "AFTER", "DIRECTION"),
    "name": (),
    "role": (),
    "kinds": ("POINT", "ON", "BOUND", "AFTER"),
    "citations": (),
}


def spellings(word: Word | Block) -> tuple[str, ...]:
    """Every way to write a declared word: Chinese first."""
    return (word.name, word.english, *word.aliases)


def operator_kind(operator) -> str:
    """Token kind of a declared operator."""
    return KIND_OF_OPERATOR.get(operator.name) or _KIND_OF_ROLE[operator.role]


# mode → spelling → (token kind, canonical word)
OPERATORS_IN: dict[str, dict[str, tuple[str, str]]] = {
    mode: {
        spelling: (operator_kind(operator), operator.name)
        for operator in OPERATORS
        for spelling in spellings(operator)
        if operator_kind(operator) in kinds
    }
    for mode, kinds in COUNTS_IN.items()
}
# spelling → (token kind, canonical word)
QUALIFIER_WORDS: dict[str, tuple[str, str]] = {
    spelling: (KIND_OF_SHAPE[qualifier.shape], qualifier.name)
    for qualifier in QUALIFIERS
    for spelling in spellings(qualifier)
    if qualifier.shape != "day"  # 前 stands behind its day
}
UNIT_NAMES: dict[str, str] = {
    spelling: unit.name for unit in UNITS for spelling in (unit.name, *unit.aliases, unit.english)
}
# Units as the formatter prints them, where that is not their name.
PRINTED_UNIT = {"工作日": "个工作日", "自然日": "个自然日"}
LATER = ("以内补交", "内补交", "以内补", "内补", "补")


def alternatives(words) -> str:
    """A regular expression for one of the words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def bounds(role: str) -> list[str]:
    """Spellings of the boundary words that stand before or behind a quantity."""
    return [
        spelling
        for operator in OPERATORS
        if operator.role == role
        for spelling in (operator.name, *operator.aliases)
    ]


# spelling → change word
CHANGE_WORDS: dict[str, str] = {spelling: change.name for change in CHANGES for spelling in spellings(change)}
_BLOCK_WORDS: dict[str, Block] = {spelling: block for block in BLOCKS for spelling in spellings(block)}


def block_word(text: str) -> Block | None:
    """The block that a word opens."""
    return _BLOCK_WORDS.get(text)


def block_words() -> dict[str, Block]:
    """All spellings of block words."""
    return _BLOCK_WORDS


@cache
def _entries(owner: str, words: tuple[Word, ...]) -> dict[str, Word]:
    return {spelling: word for word in words for spelling in spellings(word)}


def entry_words(owner: Block | Word) -> dict[str, Word]:
    """All spellings of the entries (and declared keys of the head) that may stand in a block or entry."""
    keys = owner.keys if isinstance(owner, Block) else ()
    return _entries(owner.name, (*keys, *owner.entries))


@cache
def nested_words(block: Block) -> dict[str, Block]:
    """All spellings of the blocks that may stand inside a block."""
    return {spelling: inner for spelling, inner in _BLOCK_WORDS.items() if inner.name in block.nested}


@cache
def owners() -> dict[str, tuple[str, ...]]:
    """For every spelling of an entry: the names of the blocks it belongs to."""
    found: dict[str, list[str]] = {}
    for block in BLOCKS:
        for entry in (*block.keys, *block.entries):
            for word in (entry, *entry.entries):
                for spelling in spellings(word):
                    names = found.setdefault(spelling, [])
                    if block.name not in names:
                        names.append(block.name)
    return {spelling: tuple(names) for spelling, names in found.items()}


WHEN_WORDS = tuple(spelling for spelling, (kind, _) in OPERATORS_IN["items"].items() if kind == "WHEN")
OTHERWISE_WORDS = tuple(s for operator in OPERATORS if operator.name == "其余" for s in spellings(operator))
