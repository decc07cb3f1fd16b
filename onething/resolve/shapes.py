"""What the grammar reads in any value but only some entries mean: 当 at the end, 或, a state, a point, a range."""

from __future__ import annotations

from onething.diagnostics import Fix
from onething.resolve.reader import Reader
from onething.source import Span
from onething.syntax.tree import Items, Node, Quantity, Value
from onething.vocabulary import Word
from onething.vocabulary.phrase import NOT_STATED

WHEN = ("materials", "fields", "outputs", "prerequisites")  # types of entries whose lines may close with 当
OF_NAMES = ("names", "steps", "prerequisites", "options")  # types of entries that hold names and nothing else


def check_shapes(nodes: list[Node], reader: Reader) -> None:
    """OT1110, OT1301: report what stands in a value and would be passed over."""
    for node in nodes:
        if node.shape == "block" and node.word is not None:
            for key in getattr(node.word, "keys", ()):
                if key.name in node.parts:
                    _check(node.parts[key.name], key, reader)
        if node.shape == "entry" and isinstance(node.word, Word):
            for value in _values(node):
                _check(value, node.word, reader)
        check_shapes([c for c in node.children if c.shape in ("block", "entry")], reader)


def _values(node: Node) -> list[Value]:
    lines = [node, *node.children, *(line for c in node.children if c.shape == "case" for line in c.children)]
    return [n.value for n in lines if n.value is not None and (n is node or n.shape in ("item", "case"))]


def _check(value: Value, word: Word, reader: Reader) -> None:
    phrase = value.phrase
    if not isinstance(phrase, Items):
        return
    if phrase.when is not None and word.type not in WHEN:
        fix = Fix("条件写在前面，各占一行：“当 条件：值”", "write the condition in front, on a line of its own: “当 condition：value”")
        if word.situational:
            fix = _as_cases(value, phrase, fix)
        _report(reader, value, _between(value, phrase.items[-1].end, phrase.when.start), "当", word, fix if word.situational else None)
    if phrase.one_of and not (word.type == "materials" or word.name == "任一" or word.refers == "document"):
        first, second = phrase.items[0], phrase.items[min(1, len(phrase.items) - 1)]
        span = _between(value, first.end, second.start)
        spelt = span.text.strip()
        if spelt.startswith("或"):
            _report(reader, value, span, spelt, word, Fix("都要的用“、”分开；随情形不同的写“当 条件”", "separate several by “、”; write “当” if it depends"))
        else:
            _report(reader, value, value.span(), "任选其一", word, None)
    for item in phrase.items:
        _item(value, item, word, reader)


def _item(value: Value, item, word: Word, reader: Reader) -> None:
    takes = {"outputs": ("变为",), "prerequisites": ("为",)}.get(word.type, ())
    if item.link and item.link not in takes:
        end = item.state.start if item.state is not None else item.end
        span = _between(value, item.head.end, end)
        fix = None
        if word.type == "outputs" and item.link == "为":
            fix = Fix("写“变为”：办结以后才是这样", "write “变为”: it is so once the matter is finished", ((span, "变为"),))
        elif word.type == "prerequisites":
            gone = ((Span(span.source, value.at + item.head.end, span.end), ""),) if value.exact and item.link == "办结" else ()
            fix = Fix("只写事项名称：等它办结；状态写“… 为 …”", "write the matter alone: it is waited for until finished; a state is “… 为 …”", gone)
        _report(reader, value, span, item.link, word, fix)
    if isinstance(item.head, Quantity) and word.type in OF_NAMES:
        reader.wrong_type(value, item.head, word.name, ("名称，一样一样写出来", "names, each written out"))


def _as_cases(value: Value, phrase: Items, fix: Fix) -> Fix:
    """The same with the condition in front: 当 条件：值, and what nobody has said for the rest."""
    source, text = value.source, value.source.text
    start = text.rfind("\n", 0, value.at) + 1
    before = text[start : value.at].rstrip()
    if not value.exact or before[-1:] not in ("：", ":") or not value.source.path.endswith(".onething"):
        return fix
    indent = before[: len(before) - len(before.lstrip())] + "    "
    when, what = value.span(phrase.when).text, text[value.at : value.at + phrase.items[-1].end]
    lines = f"\n{indent}当 {when}：{what}\n{indent}其余：{NOT_STATED}"
    return Fix(fix.zh, fix.en, ((Span(source, start + len(before), value.span().end), lines),))


def _between(value: Value, start: int, end: int) -> Span:
    """The word between two parts of a value, without the blanks around it; all of the value if it is not literal."""
    if not value.exact:
        return value.span()
    span = Span(value.source, value.at + start, value.at + end)
    left = len(span.text) - len(span.text.lstrip())
    right = len(span.text) - len(span.text.rstrip())
    return Span(span.source, span.start + left, span.end - right) if span.text.strip() else span


def _report(reader: Reader, value: Value, span: Span, spelt: str, word: Word, fix: Fix | None) -> None:
    fix = fix or Fix("删去它", "remove it")
    reader.report("OT1110", span, word=spelt, entry=word.name, fix=fix)
