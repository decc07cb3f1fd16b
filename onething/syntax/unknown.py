"""What to say about a word that is not declared, or not where it stands: did you mean …"""

from __future__ import annotations

from difflib import get_close_matches

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span
from onething.syntax.keywords import block_word, block_words, entry_words, nested_words, owners
from onething.vocabulary import Block, Word


def nearest(word: str, known: dict) -> str | None:
    """The declared spelling a word is most like, if any is like it."""
    script = [spelling for spelling in known if spelling.isascii() == word.isascii()]
    near = get_close_matches(word, script, 1, 0.6 if word.isascii() else 0.5)
    return near[0] if near else None


def unknown_entry(owner: Block | Word, source: Source, start: int, end: int) -> tuple[Finding, Word | None]:
    """The finding for an undeclared entry word, and the word it may have been meant to be."""
    word, span = source.text[start:end], Span(source, start, end)
    known = entry_words(owner)
    if word in owners():
        return finding("OT1103", span, word=word, place=owner.name, owners="、".join(owners()[word])), None
    if inner := block_word(word):
        place = owner.name
        return finding("OT1105", span, word=inner.name, place=place, fix=Fix("去掉这一行前面的缩进", "remove the indentation")), None
    near = nearest(word, known)
    if near is None and isinstance(owner, Block):
        near = nearest(word, nested_words(owner))
        return _unknown(span, word, near), None
    return _unknown(span, word, near), known.get(near) if near else None


def unknown_block(source: Source, start: int, end: int) -> tuple[Finding, Block | None]:
    """The finding for an undeclared word at the margin, and the block it may have been meant to open."""
    word, span = source.text[start:end], Span(source, start, end)
    if word in owners():
        names = "、".join(owners()[word])
        fix = Fix(f"前面缩进四格，写在{names}里面", "indent it by four blanks, inside its block")
        return finding("OT1104", span, word=word, fix=fix), None
    near = nearest(word, block_words())
    return _unknown(span, word, near), block_words().get(near) if near else None


def _unknown(span: Span, word: str, near: str | None) -> Finding:
    if near is None:
        return finding("OT1101", span, word=word)
    fix = Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((span, near),))
    return finding("OT1101", span, word=word, label=(f"是不是“{near}”？", f"did you mean “{near}”?"), fix=fix)
