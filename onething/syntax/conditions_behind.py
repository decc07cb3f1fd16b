"""The repair of ``当 条件：甲、乙`` under an entry whose things take their condition behind them: ``甲 当 条件``."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.source import Span
from onething.syntax.tree import Compare, Items, Node

# Types of entries whose lines may close with 当.
CLOSES_WITH_WHEN = ("materials", "fields", "outputs", "prerequisites")


def behind_the_items(entry: Node) -> Fix:
    """What to write instead of cases below ``entry``, as edits where every case was understood."""
    if entry.word.type not in CLOSES_WITH_WHEN:
        return Fix("写一个对所有人都一样的值；办法不同的，写成两个事项，各写“适用”", "write one value for everybody, or two matters with 适用 each")
    words = "条件写在每一样后面：“甲 当 条件”", "put the condition behind each thing: 甲 当 condition"
    return Fix(*words, _edits(entry) or ())


def _edits(entry: Node) -> tuple | None:
    if entry.source.path.lower().endswith((".yaml", ".yml")) or any(child.shape != "case" for child in entry.children):
        return None
    edits, said = [], [condition for child in entry.children if (condition := _condition(child))]
    for child in entry.children:
        condition = _condition(child) or _otherwise(said)
        lines = [child] if child.value is not None else child.children
        indent = _indent(child)
        if condition is None or not lines:
            return None
        begin = child.start
        for line in lines:
            items = line.value and line.value.phrase
            if not isinstance(items, Items) or items.when is not None:
                return None
            parts = [items] if items.one_of else items.items
            written = "\n".join(f"{indent if index or line is not lines[0] else ''}{line.value.span(part).text} 当 {condition}" for index, part in enumerate(parts))
            edits.append((Span(entry.source, begin if line is lines[0] else _line_start(line), line.value.end), written))
    return tuple(edits)


def _condition(case: Node) -> str | None:
    """The condition of a case as it is written, in brackets unless it is one comparison; None for 其余."""
    value = case.parts.get("当")
    if value is None:
        return None
    return value.span().text if isinstance(value.phrase, Compare) else f"（{value.span().text}）"


def _otherwise(said: list[str]) -> str | None:
    """What 其余 means: none of the conditions before it."""
    if len(said) > 1:
        return f"非 （{' 或 '.join(said)}）"
    return f"非 {said[0]}" if said else None


def _indent(node: Node) -> str:
    line, column = node.source.position(node.start)
    return node.source.line_text(line)[: column - 1]


def _line_start(node: Node) -> int:
    return node.start - node.source.position(node.start)[1] + 1
