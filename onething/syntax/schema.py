"""A JSON Schema of the YAML notation, made from the declared words, for editors that complete and explain."""

from __future__ import annotations

from onething.syntax.keywords import spellings
from onething.vocabulary import BLOCKS, Block, Word

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
    openers = [spelling for spelling in spellings(block)]
    properties = {opener: {"type": ["string", "number", "null"], "description": block.explain} for opener in openers}
    properties |= _members(block)
    return {
        "type": "object",
        "description": block.explain,
        "properties": properties,
        "anyOf": [{"required": [opener]} for opener in openers],
        "additionalProperties": bool(block.open_keys) and _value(),
    }


def _members(block: Block) -> dict:
    found: dict = {}
    for word in (*block.keys, *block.entries):
        for spelling in spellings(word):
            found[spelling] = _entry(word)
    for inner in BLOCKS:
        if inner.name in block.nested:
            inside = _members(inner) | {"名称": {"type": "string"}}
            one = {"type": "object", "properties": inside, "additionalProperties": False}
            for spelling in spellings(inner):
                found[spelling] = {"description": inner.explain, "anyOf": [one, {"type": "array", "items": one}]}
    return found


def _entry(word: Word) -> dict:
    if word.type == "parts":
        inside = {spelling: _entry(part) for part in word.entries for spelling in spellings(part)}
        return {"type": "object", "description": word.explain, "properties": inside, "additionalProperties": False}
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
