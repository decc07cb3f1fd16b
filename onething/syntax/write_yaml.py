"""Tree → YAML notation: the same words and phrases, one mapping a block."""

from __future__ import annotations

import re

from onething.syntax.format import cancelled, key_text, remark, understood, written_in_lines
from onething.syntax.tree import Comment, Node, Prose, Tree, Value
from onething.syntax.write_phrase import item_text, kinds_text, name_text, phrase_text
from onething.vocabulary import Block
from onething.vocabulary.change import CANCEL, REASON

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<](?:[^\n]*[^\s:])?")
_NOT_PLAIN = re.compile(r": | #|:$|^(?:---|\.\.\.)")


def format_yaml(tree: Tree) -> str | None:
    """The whole file in YAML. None when the tree has an error: what was not understood would be lost."""
    if not understood(tree):
        return None
    out: list[str] = []
    for block in tree.blocks:
        _remarks(block, 0, out)
        _block(block, 0, f"- {_word(block)}: {_name(block)}".rstrip(), out)
    for comment in tree.comments:
        _comment(comment, 0, out)
    while out and not out[0]:
        out.pop(0)
    return "\n".join(out) + "\n" if out else ""


def scalar(text: str) -> str:
    """A YAML scalar that reads back as ``text``: plain if it can be."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _comment(comment: Comment, depth: int, out: list[str]) -> None:
    if comment.blank:
        out.append("")
    out.append("  " * depth + remark(comment.text))


def _remarks(node: Node, depth: int, out: list[str]) -> None:
    for comment in node.comments:
        _comment(comment, depth, out)
    if node.blank:
        out.append("")


def _trailing(node: Node) -> str:
    return f"  {remark(node.trailing.text)}" if node.trailing else ""


def _name(block: Node) -> str:
    if block.name is None:
        return ""
    head = block.name.phrase.items[0].head
    return scalar(head.text if block.word.head == "quoted" else name_text(head))


def _word(node: Node) -> str:
    return f"{node.change} {node.word.name}" if node.change else node.word.name


def _value(value: Value) -> str:
    return scalar(value.phrase.text if isinstance(value.phrase, Prose) else phrase_text(value.phrase))


def _block(block: Node, depth: int, first: str, out: list[str]) -> None:
    """A block whose first line is given; all its keys stand at ``depth`` + 1."""
    pad = "  " * (depth + 1)
    rows = []
    for key in block.word.keys:
        if key.name in block.parts:
            rows += _head_part(key, block.parts[key.name], pad)
    if REASON.name in block.parts:
        rows.append(f"{pad}{REASON.name}: {_value(block.parts[REASON.name])}")
    if first.strip() == "-":  # a nested gate without a name begins with its first key
        first = "  " * depth + "- " + (rows.pop(0).strip() if rows else "名称:")
    out.append(first + _trailing(block))
    out += rows
    _children(block, depth + 1, out)


def _head_part(key, value: Value, pad: str) -> list[str]:
    if key.name == "种类":
        return [f"{pad}{key.name}: {scalar(kinds_text(value.phrase))}"]
    if key.type == "options":
        items = list(map(item_text, value.phrase.items))
        if written_in_lines(value):
            return [f"{pad}{key.name}:"] + [f"{pad}  - {scalar(item)}" for item in items]
        if not any(re.search(r"[,\[\]{}、]", item) for item in items):
            return [f"{pad}{key.name}: [{', '.join(map(scalar, items))}]"]
    return [f"{pad}{key.name}: {_value(value)}"]


def _children(node: Node, depth: int, out: list[str]) -> None:
    """What stands below a node, its keys (or dashes) at ``depth``."""
    previous = ""
    for child in node.children:
        if isinstance(child.word, Block):
            _remarks(child, depth + (_word(child) == previous), out)
            if _word(child) != previous:
                out.append(f"{'  ' * depth}{_word(child)}:")
            previous = _word(child)
            name = _name(child)
            _block(child, depth + 1, "  " * (depth + 1) + (f"- 名称: {name}" if name else "-"), out)
            continue
        previous = ""
        _remarks(child, depth, out)
        _entry(child, depth, out)
    for comment in node.closing:
        _comment(comment, depth, out)


def _entry(node: Node, depth: int, out: list[str]) -> None:
    if node.change == CANCEL:
        key, value = scalar(f"{node.change} {cancelled(node)[0]}"), _value(node.parts[REASON.name])
        out.append("  " * depth + f"{key}: {value}" + _trailing(node))
        return
    value = _value(node.value) if node.value is not None else ""
    key = "-" if node.shape == "item" else f"{scalar(key_text(node))}:"
    out.append("  " * depth + f"{key} {value}".rstrip() + _trailing(node))
    _children(node, depth + 1, out)
