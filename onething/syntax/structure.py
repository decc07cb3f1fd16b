"""Attaches what is indented to what it is indented under, as grammar/structure.lark says."""

from __future__ import annotations

from functools import cache
from typing import Iterable

from onething.syntax.grammars import Kind, grammar_text, STARTS
from onething.syntax.tree import Node


class _Attach:
    """Callbacks of the grammar's rules: the first child is a node, the others stand under it."""

    def file(self, children: list) -> list[Node]:
        return [_node(child) for child in children]

    def block(self, children: list) -> Node:
        first, *rest = (_node(child) for child in children if getattr(child, "type", "") not in ("INDENT", "DEDENT"))
        first.children.extend(rest)
        return first

    nested = entry = case = block


def _node(child) -> Node:
    return child if isinstance(child, Node) else child.what


@cache
def parser(strict: bool = False):
    """The structure parser; a test builds it strictly."""
    from lark import Lark
    from lark.lexer import Lexer

    class Lines(Lexer):
        """Hands on the lines that our own lexer told apart."""

        def __init__(self, conf):
            pass

        def lex(self, data: Iterable[Kind]):
            return iter(data)

    return Lark(
        grammar_text("structure"), parser="lalr", lexer=Lines, start=list(STARTS["structure"]),
        transformer=_Attach(), strict=strict, maybe_placeholders=False,
    )  # fmt: skip


def attach(lines: list[Kind]) -> list[Node]:
    """The blocks of a file, from its lines with INDENT and DEDENT between them."""
    return parser().parse(lines)
