"""A JSON Schema of the YAML notation, made from the declared words, for editors that complete and explain."""

from __future__ import annotations

from onething.syntax.keywords import spellings
from onething.vocabulary import BLOCKS, CHANGES, Block, Word
from onething.vocabulary.change import ADD, CANCEL, REASON, REPLACE, is_list

HEAD = "一件事"
LOCAL = ("角色", "情形", "参数", "不予联办", "不予受理", "提示", "事项", "提醒", "场景")  # blocks a local version changes

_SCALAR = {"type": ["string", "number", "boolean"]}


def yaml_schema() -> dict:
    """The schema. It says what may stand where; values are phrases, which the compiler checks."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "高效办成一件事（YAML 写法）",
        "type": "array",
        "items": {"anyOf": [{"$ref": f"#/$defs/{block.name}"} for block in BLOCKS]},
        "$defs": {block.name: _block(block) for block in BLOCKS},
    }


def _block(block: Block) -> dict:
    openers = {spelling: block.explain for spelling in spellings(block)}
    changes = [c for c in CHANGES if c.name != REPLACE] if block.name in LOCAL else []
    openers |= {f"{word} {block.name}": change.explain for change in changes for word in spellings(change)}
    properties = {opener: {"type": ["string", "number", "null"], "description": explain} for opener, explain in openers.items()}
    properties |= _members(block)
    return {
        "type": "object",
        "description": block.explain,
        "properties": properties,
        "patternProperties": _cancelled((*block.keys, *block.entries)) if block.name in (*LOCAL, HEAD) else {},
        "anyOf": [{"required": [opener]} for opener in openers],
        "additionalProperties": bool(block.open_keys) and _value(),
    }


def _members(block: Block) -> dict:
    found: dict = {}
    for word in (*block.keys, *block.entries):
        for spelling in spellings(word):
            found[spelling] = _entry(word)
        if block.name in (*LOCAL, HEAD) and is_list(word, block):
            found |= _changed(word)
    if block.name in LOCAL:
        found |= {spelling: {"type": "string", "description": REASON.explain} for spelling in spellings(REASON)}
    for inner in BLOCKS:
        if inner.name in block.nested:
            inside = _members(inner) | {"名称": {"type": "string"}}
            one = {"type": "object", "properties": inside, "additionalProperties": False}
            openers = [*spellings(inner), *(f"{word} {inner.name}" for change in CHANGES if change.name != REPLACE for word in spellings(change))]
            for spelling in openers:
                found[spelling] = {"description": inner.explain, "anyOf": [one, {"type": "array", "items": one}]}
    return found


def _changed(word: Word) -> dict:
    """A list with a change word before it."""
    return {
        f"{spelling} {word.name}": _entry(word) | {"description": change.explain}
        for change in CHANGES if change.name in (ADD, REPLACE) for spelling in spellings(change)
    }  # fmt: skip


def _cancelled(entries: tuple[Word, ...]) -> dict:
    """What is cancelled, an entry or one thing of it, with its reason."""
    if not entries:
        return {}
    names = "|".join(spelling for word in entries for spelling in spellings(word))
    words = "|".join(spelling for change in CHANGES if change.name == CANCEL for spelling in spellings(change))
    return {f"^({words}) ({names})( |$)": {"type": "string", "description": REASON.explain}}


def _entry(word: Word) -> dict:
    if word.type == "parts":
        inside = {spelling: _entry(part) for part in word.entries for spelling in spellings(part)}
        for part in word.entries:
            inside |= _changed(part) if is_list(part, word) else {}
        return {
            "type": "object", "description": word.explain, "properties": inside,
            "patternProperties": _cancelled(word.entries), "additionalProperties": False,
        }  # fmt: skip
    shapes: list[dict] = [_SCALAR, {"type": "array", "items": _SCALAR}]
    if word.options:
        # Offered for completion; a qualifier may follow, so any other text is accepted too.
        shapes.insert(0, {"enum": list(word.options)})
    if word.situational:
        cases = {"^(当|when) ": _value(), "^(其余|其他情形|otherwise)$": _value()}
        shapes.append({"type": "object", "patternProperties": cases, "additionalProperties": False})
    return {"description": word.explain, "anyOf": shapes}


def _value() -> dict:
    return {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}
