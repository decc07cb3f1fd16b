"""Finds and builds the grammars. They are files for people to read, and the only grammars there are."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Iterator, NamedTuple

STARTS = {
    "phrase": ("items", "condition", "change", "order", "moment", "citations", "role", "kinds", "heading"),
    "structure": ("file",),
}


class Kind(NamedTuple):
    """What a lexer of ours hands to the parser: the kind of a token, and what it stands for."""

    type: str
    what: object
    # Lark copies these from the last token to the end of the file; places are in the nodes.
    start_pos = line = column = end_line = end_column = end_pos = 0


def grammar_text(name: str) -> str:
    """Text of ``grammar/<name>.lark``: beside the package in a checkout, inside it in an installed wheel."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent / "grammar", package / "grammar"):
        path = folder / f"{name}.lark"
        if path.is_file():
            return path.read_text("utf-8")
    raise FileNotFoundError(f"grammar/{name}.lark")


def build(name: str, strict: bool = False):
    """A LALR parser of the grammar that takes kinds instead of text.

    ``strict`` refuses a grammar with any conflict (a test builds both grammars so).
    """
    from lark import Lark, Token, lexer

    class Kinds(lexer.Lexer):
        """Hands on the kinds; a token's ``start_pos`` is its index."""

        def __init__(self, conf):
            pass

        def lex(self, data: Iterable[str]) -> Iterator[Token]:
            for index, kind in enumerate(data):
                yield Token(kind, kind, start_pos=index)

    compared = lexer.has_interegular
    lexer.has_interegular = compared and strict  # else Lark proves its own tokens disjoint, each time, where a developer has the means
    try:
        return Lark(grammar_text(name), parser="lalr", lexer=Kinds, start=list(STARTS[name]), strict=strict, maybe_placeholders=False)
    finally:
        lexer.has_interegular = compared
