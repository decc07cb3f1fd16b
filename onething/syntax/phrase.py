"""Parses the phrase of a value. Two memos make it quick:

shape   a parse depends only on the kinds of its tokens, so equal sequences of kinds are parsed once
text    equal values share one (frozen) phrase; its places are relative
"""

from __future__ import annotations

from functools import cache

from onething.limits import MEMO
from onething.syntax.mistake import Mistake, mistake
from onething.syntax.phrase_lexer import tokens
from onething.syntax.tree import Phrase

_shapes: dict[tuple[str, ...], object] = {}
_phrases: dict[tuple[str, str], Phrase | Mistake] = {}


@cache
def _parser():
    from onething.syntax.grammars import build

    return build("phrase")


def phrase(start: str, text: str) -> Phrase | Mistake:
    """The phrase that ``text`` is, parsed from the symbol ``start`` of the grammar; or the mistake in it."""
    key = (start, text)
    known = _phrases.get(key)
    if known is None:
        if len(_phrases) >= MEMO:
            _phrases.clear()
            _shapes.clear()
        known = _phrases[key] = _parse(start, text)
    return known


def _parse(start: str, text: str) -> Phrase | Mistake:
    from onething.syntax.phrase_tree import fill

    try:
        found = tokens(start, text)
    except Mistake as wrong:
        return wrong
    if not found:
        return mistake("OT1019", 0, len(text), found=text.strip(), expected="内容", expected_en="a value", repair=("写上内容，或者删去这一条", "write a value, or delete the entry", ()))
    kinds = (start, *(token[0] for token in found))
    shape = _shapes.get(kinds)
    if shape is None:
        from lark.exceptions import UnexpectedToken

        try:
            shape = _parser().parse(kinds[1:], start=start)
        except UnexpectedToken as error:
            shape = (error.token.start_pos if error.token.type != "$END" else len(found), error.interactive_parser.accepts())
        _shapes[kinds] = shape
    if isinstance(shape, tuple):
        from onething.syntax.expected import unexpected
        from onething.syntax.slips import slip

        return slip(start, text, found) or unexpected(text, found, *shape)
    return fill(shape, found)
