"""What to say about a word that is not declared, or not where it stands: did you mean …"""

from __future__ import annotations

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span
from onething.syntax.characters import BLANKS
from onething.syntax.keywords import block_word, entry_words, nested_words, owners
from onething.syntax.moved_entry import moved_entry
from onething.syntax.near import nearest
from onething.syntax.unknown_block import unknown
from onething.vocabulary import Block, Word


def unknown_entry(owner: Block | Word, source: Source, start: int, end: int) -> tuple[Finding, Word | None]:
    """The finding for an undeclared entry word, and the word it may have been meant to be."""
    word, span = source.text[start:end], Span(source, start, end)
    known = entry_words(owner)
    if word in owners():
        homes = "、".join(owners()[word])
        near = nearest(word, known)
        edits, moved = moved_entry(span, owners()[word])
        if near and not moved:
            edits = ((span, near),)
        fix = Fix(f"移到“{homes}”里{f'；在“{owner.name}”里是不是要写“{near}”？' if near else ''}", f"move it into {homes}", edits)
        return finding("OT1103", span, word=word, place=owner.name, owners=homes, fix=fix), None
    if inner := block_word(word):
        return finding("OT1105", span, word=inner.name, place=owner.name, fix=to_the_margin(source, start)), None
    near = nearest(word, known)
    if near is None and isinstance(owner, Block):
        near = nearest(word, nested_words(owner))
        return unknown(span, word, near, _offered(owner)), None
    return unknown(span, word, near, _offered(owner)), known.get(near) if near else None


def to_the_margin(source: Source, start: int) -> Fix:
    """Takes away the indentation of the line that begins at ``start``."""
    begin = start - source.position(start)[1] + 1
    edits = () if source.text[begin:start].strip() else ((Span(source, begin, start), ""),)
    return Fix("去掉这一行前面的缩进", "remove the indentation", edits)


def without_value(source: Source, word: Word | None, key_end: int) -> Fix:
    """What to write where nothing stands: nobody can know it, but what nobody stated may be said so."""
    may = word is not None and word.type in ("duration", "money", "visits")
    at = key_end
    while at < len(source.text) and source.text[at] in BLANKS + "：:":
        at += 1
    blank = " " if source.text[at - 1 : at] == ":" and source.path.lower().endswith((".yaml", ".yml")) else ""
    edits = ((Span(source, at, at), f"{blank}未载明"),) if may else ()
    return Fix("写上值；没有就写“无”，没人说过就写“未载明”", "write its value; 无 if there is none, 未载明 if nobody stated it", edits)


def no_colon_fix(owner: Block | Word, line: Span) -> Fix:
    """How to make an entry of a line without a colon: = often stands for it."""
    for sign in "=＝":
        at = line.text.find(sign)
        if at > 0:
            span = Span(line.source, line.start + at, line.start + at + 1)
            return Fix(f"把“{sign}”改成“：”", f"write ： for {sign}", ((span, "："),), safe=True)
    near = nearest(line.text, entry_words(owner))
    if near:
        return Fix(f"是不是“{near}：”？", f"did you mean “{near}：”?", ((line, f"{near}："),))
    return Fix(f"写成“键：值”；{_offered(owner)}", "write key：value")


def _offered(owner: Block | Word) -> str:
    names = [word.name for word in owner.entries]
    return f"“{owner.name}”里可以写：" + "、".join(names[:8]) + ("……" if len(names) > 8 else "") if names else f"“{owner.name}”里不能再写别的"
