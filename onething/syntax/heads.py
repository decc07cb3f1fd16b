"""Reads the first line of a block in the text notation: name, question, condition, message … by its kind."""

from __future__ import annotations

import re

from onething.diagnostics import Fix, finding
from onething.source import Span
from onething.syntax.characters import BLANKS, QUOTES
from onething.syntax.keywords import WHEN_WORDS, alternatives
from onething.syntax.lines import colon
from onething.syntax.tree import Node
from onething.syntax.values import read, read_word, role_parts, sentence_name
from onething.vocabulary import Block

_WHEN = re.compile(rf"(?:(?<=[\s{QUOTES}）)】])|^)(?:{alternatives(WHEN_WORDS)})(?=[\s（(【])")


def read_head(node: Node, block: Block, start: int, end: int, findings: list) -> None:
    """Fills ``node`` from what stands behind the block's word, at ``start``–``end``."""
    text = node.source.text
    start, end = _trimmed(text, start, end)
    if start < end and text[start] in "：:" and block.head != "gate":  # 事项：出生登记
        start, end = _trimmed(text, start + 1, end)
    at = colon(text, start, end)
    head_end = end if at < 0 else _trimmed(text, start, at)[1]
    value = (end, end) if at < 0 else _trimmed(text, at + 1, end)
    if start >= head_end and block.head != "gate":
        findings.append(_nameless(node, block))
        return
    HEADS[block.head](node, block, start, head_end, value, findings)


def cancelled_name(node: Node, start: int, end: int, findings: list) -> None:
    """What is cancelled: the name of a block, or the thing that goes from a list (none: all of the entry)."""
    text = node.source.text
    start, end = _trimmed(text, start, end)
    block = node.word if isinstance(node.word, Block) else None
    if block is None:
        node.name = read("items", node.source, start, end, findings) if start < end else None
    elif block.head == "gate":
        _gate(node, block, start, end, (end, end), findings)
    elif start == end:
        findings.append(_nameless(node, block))
    elif block.head == "quoted":
        node.name = sentence_name(node.source, start, end)
    else:
        _name(node, start, end, findings)


def _nameless(node: Node, block: Block):
    fix = Fix(f"写作“{block.name} 名称：”", "write a name behind the word")
    return finding("OT1007", Span(node.source, *node.key), block=block.name, fix=fix)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end


def _name(node: Node, start: int, end: int, findings: list) -> None:
    node.name = read("heading", node.source, start, end, findings)


def _part(node: Node, block: Block, key: int, place: tuple[int, int], findings: list) -> None:
    """Part number ``key`` of the head, if anything stands at its place."""
    if place[0] < place[1]:
        word = block.keys[key]
        value = read_word(word, node.source, *place, findings)
        if value is not None:
            node.parts[word.name] = value


def _plain(node: Node, block: Block, start: int, end: int, value: tuple[int, int], findings: list) -> None:
    if block.head == "quoted":
        node.name = sentence_name(node.source, start, end)
    else:
        _name(node, start, end, findings)
    if value[0] < value[1]:
        span = Span(node.source, *value)
        fix = Fix("内容写在下一行，缩进四格，写成“键：值”", "write it below, indented, as key：value")
        findings.append(finding("OT1008", span, block=block.name, found=span.text, fix=fix))


def _role(node: Node, block: Block, start: int, end: int, value: tuple[int, int], findings: list) -> None:
    whole = read("role", node.source, start, end, findings)
    if whole is not None:
        node.name, kinds = role_parts(whole)
        if kinds is not None:
            node.parts[block.keys[0].name] = kinds
    _part(node, block, 1, value, findings)


def _question(node: Node, block: Block, start: int, end: int, value: tuple[int, int], findings: list) -> None:
    text = node.source.text
    at = next((i for i in range(start + 1, end) if text[i] in QUOTES and text[start] not in QUOTES), -1)
    if text[start] in QUOTES:
        from onething.syntax.characters import quote_end

        behind = quote_end(text, start)
        at = _trimmed(text, behind, end)[0] if 0 < behind < end else -1
    if at < 0:
        _name(node, start, end, findings)
    else:
        _name(node, *_trimmed(text, start, at), findings)
        _part(node, block, 0, (at, end), findings)
    _part(node, block, 1, value, findings)


def _gate(node: Node, block: Block, start: int, end: int, value: tuple[int, int], findings: list) -> None:
    text = node.source.text
    if when := _WHEN.search(text[start:end]):
        name = _trimmed(text, start, start + when.start())
        if name[0] < name[1]:
            _name(node, *name, findings)
        condition = _trimmed(text, start + when.end(), end)
        if condition[0] == condition[1]:
            span = Span(node.source, start + when.start(), start + when.end())
            findings.append(finding("OT1019", span, found=span.text, expected="条件", expected_en="a condition", fix=Fix("写作“当 情形 为 选项：“答复””", "write 当 question 为 option")))
        _part(node, block, 0, condition, findings)
    elif start < end:
        _name(node, start, end, findings)
    _part(node, block, 1, value, findings)


def _value(node: Node, block: Block, start: int, end: int, value: tuple[int, int], findings: list) -> None:
    _name(node, start, end, findings)
    _part(node, block, 0, value, findings)


HEADS = {"plain": _plain, "quoted": _plain, "role": _role, "question": _question, "gate": _gate, "value": _value}
