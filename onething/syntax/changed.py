"""修改 增加 取消 改为 in front of a block or an entry, told apart alike in both notations."""

from __future__ import annotations

import re
from typing import Container, NamedTuple

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span
from onething.syntax.characters import BLANKS, FOLD, nfc
from onething.syntax.keywords import CHANGE_WORDS
from onething.syntax.near import nearest
from onething.syntax.tree import Node

_WORD = re.compile(r"[^\s：:（(【“”\"「『]+")
OPENERS = tuple(CHANGE_WORDS)  # how a line with one begins


class Changed(NamedTuple):
    """``change`` stands at ``start``–``end``; the word of what is changed begins at ``at``. ``guessed``: misspelt."""

    change: str
    start: int
    end: int
    at: int
    guessed: bool = False


def changed(source: Source, start: int, end: int, known: Container[str], findings: list) -> Changed | None:
    """The change word with which a line begins, if what follows is one of the words ``known``. A missing blank
    behind it is reported."""
    first = _WORD.match(source.text, start, end)
    word = folded(first.group())
    if word in CHANGE_WORDS:
        at = _behind(source.text, first.end(), end)
        return Changed(CHANGE_WORDS[word], start, first.end(), at) if at < end and at > first.end() else None
    spelt = next((w for w in sorted(CHANGE_WORDS, key=len, reverse=True) if word.startswith(w)), "")
    if not spelt or word[len(spelt) :] not in known:
        return None
    at = start + len(spelt)
    fix = Fix("加一个空格", "add a blank", ((Span(source, at, at), " "),), safe=True)
    findings.append(finding("OT1009", Span(source, start, first.end()), word=spelt, fix=fix))
    return Changed(CHANGE_WORDS[spelt], start, at, at)


def misspelt(source: Source, start: int, end: int, known: Container[str]) -> tuple[Changed, Finding] | None:
    """A word that is not declared before one that may stand here, where a change word is like it."""
    first = _WORD.match(source.text, start, end)
    if not first:
        return None
    at = _behind(source.text, first.end(), end)
    second = _WORD.match(source.text, at, end)
    if at == first.end() or not second or folded(second.group()) not in known:
        return None
    near = nearest(folded(first.group()), CHANGE_WORDS)
    if near is None:
        return None
    span = Span(source, *first.span())
    fix = Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((span, near),))
    wrong = finding("OT1101", span, word=span.text, label=("不认识这个词", "not a declared word"), fix=fix)
    return Changed(CHANGE_WORDS[near], *first.span(), at, True), wrong


def without_reason(node: Node) -> Finding:
    """OT1507: what is cancelled without saying why."""
    fix = Fix("后面写“：”和带引号的理由", "write ： and the reason in quotes behind it")
    return finding("OT1507", node.span, what=node.word.name, what_en=node.word.english, fix=fix)


def below_cancelled(node: Node, span: Span) -> Finding:
    """OT1508: what stands under a 取消."""
    fix = Fix("删去下面的内容；只改一部分的写“修改”", "remove it; to change a part write 修改")
    return finding("OT1508", span, what=node.word.name, what_en=node.word.english, fix=fix)


def folded(word: str) -> str:
    """A word as it is compared with declared ones."""
    return word if word.isascii() else nfc(word).translate(FOLD)


def _behind(text: str, at: int, end: int) -> int:
    while at < end and text[at] in BLANKS:
        at += 1
    return at

