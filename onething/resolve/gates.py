"""不予联办, 不予受理, 提示 → Gate, with the parameters in its message filled in."""

from __future__ import annotations

import re

from onething.diagnostics import Fix
from onething.model.bundle import Gate
from onething.resolve.catalogue import block_name
from onething.resolve.conditions import condition
from onething.resolve.scope import Scope
from onething.source import Span
from onething.syntax.tree import Node, Value

_PLACEHOLDER = re.compile(r"[｛{]([^｛｝{}]*)[｝}]")


def gate(scope: Scope, node: Node, matter: str = "") -> Gate | None:
    """The gate of a block; None if its condition is missing (reported)."""
    when, answer = node.parts.get("当"), node.parts.get("答复")
    for part, what, what_en in ((when, "条件", "condition"), (answer, "答复", "answer")):
        if part is None:
            fix = Fix(f"写作“{node.word.name} 名称 当 条件：“给申请人的话””", f"write “{node.word.name} name 当 condition：“answer””")
            scope.reader.report("OT2213", node.key_span, gate=_label(node), what=what, what_en=what_en, fix=fix)
    if when is None:
        return None
    return Gate(
        kind=node.word.name,
        name=block_name(node),
        matter=matter,
        when=condition(scope, when),
        when_span=when.span(),
        message=_message(scope, answer),
        span=node.key_span,
    )


def _label(node: Node) -> str:
    name = block_name(node)
    return f"{node.word.name} {name}" if name else node.word.name


def _message(scope: Scope, answer: Value | None) -> str:
    """The message, every ｛parameter｝ replaced by its value; a parameter that is not stated says so."""
    if answer is None:
        return ""
    text = getattr(answer.phrase, "text", "")

    def fill(match: re.Match) -> str:
        name = match.group(1).strip()
        parameter = scope.parameters.get(name)
        if parameter is None:
            at = answer.span().text.find(match.group(0))
            start = answer.at + max(at, 0)
            scope.reader.unknown("parameter", Span(answer.source, start, start + len(match.group(0))), name, scope.parameters)
            return match.group(0)
        return parameter.text if parameter.number is not None else "（标准以当年公布为准）"

    return _PLACEHOLDER.sub(fill, text)
