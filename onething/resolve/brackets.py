"""Which bracket words may stand where: each entry declares its own; 未核 and 依据 may stand anywhere."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.resolve.reader import Reader
from onething.syntax.tree import Items, Node, Qualifier, Value
from onething.vocabulary.phrase import ANYWHERE


def check_brackets(nodes: list[Node], reader: Reader) -> None:
    """Report every bracket word that its entry does not take."""
    for node in nodes:
        if node.shape == "entry" and node.value is not None:
            _check(node.value, node.word, reader)
        if node.shape == "block" and node.word is not None:
            for key in getattr(node.word, "keys", ()):
                if key.name in node.parts:
                    _check(node.parts[key.name], key, reader)
        for child in node.children:
            if child.shape in ("item", "case"):
                if child.value is not None and node.word is not None:
                    _check(child.value, node.word, reader)
            else:
                check_brackets([child], reader)


def _check(value: Value, word, reader: Reader) -> None:
    phrase = value.phrase
    if not isinstance(phrase, Items) or word is None:
        return
    allowed = (*getattr(word, "qualifiers", ()), *ANYWHERE)
    for item in phrase.items:
        for mark in item.qualifiers:
            if mark.word and mark.word not in allowed:
                _report(value, mark, word, allowed, reader)


def _report(value: Value, mark: Qualifier, word, allowed: tuple[str, ...], reader: Reader) -> None:
    words = "、".join(allowed)
    fix = Fix(f"这里可用的有：{words}；说明文字请加引号", f"allowed here: {words}; put free text in quotes")
    reader.report("OT1108", value.span(mark), qualifier=mark.word, entry=word.name, entry_en=word.english, fix=fix)

