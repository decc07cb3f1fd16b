"""YAML text → plain nodes with places, from the events of libyaml, without recursion.

Nothing is guessed: every scalar is text. Anchors, aliases, tags, merge keys and further documents are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onething.diagnostics import Fix, finding
from onething.limits import DEPTH
from onething.source import Source, Span


@dataclass(slots=True)
class YamlNode:
    """A scalar, sequence or mapping. A mapping's ``children`` are keys and values in turn.

    ``text`` is a scalar's value; ``exact`` says that the source holds it literally at ``at``–``stop``.
    """

    kind: str  # scalar · sequence · mapping
    start: int
    end: int
    text: str = ""
    at: int = 0
    stop: int = 0
    exact: bool = True
    flow: bool = False
    children: list["YamlNode"] = field(default_factory=list)


class Refused(Exception):
    """The file is no YAML that can be read on; ``finding`` says why."""

    def __init__(self, wrong):
        self.finding = wrong


_FORBIDDEN = {"alias": ("别名（*）", "aliases (*)"), "anchor": ("锚点（&）", "anchors (&)"), "tag": ("标签（!）", "tags (!)")}
_REASONS = (
    ("did not find expected key", "这一行应是“键: 值”，或者缩进不对", "a key was expected, or the indentation is wrong"),
    ("did not find expected ',' or", "方括号或花括号没有写完", "a flow collection is unfinished"),
    ("mapping values are not allowed", "这里不能再写“键: 值”；值里有冒号的要加引号", "a value with a colon in it is quoted"),
    ("could not find expected ':'", "这一行缺冒号", "a colon is missing"),
    ("found character that cannot start", "这个字符不能用在开头（缩进要用空格；@ 和 ` 开头的要加引号）", "this character cannot begin a value (indent with blanks)"),
    ("found unexpected end of stream", "引号没有关上", "a quotation mark is not closed"),
    ("block sequence entries are not allowed", "这里不能用“- ”开头", "no “- ” can stand here"),
    ("found a tab character", "缩进要用空格，不能用制表符", "indent with blanks, not tabs"),
    ("did not find expected '-' indicator", "缩进对不上，这里应是“- ”", "the indentation is wrong; “- ” was expected"),
    ("did not find expected node content", "这里应有一个值", "a value was expected"),
    ("found unknown escape", "双引号里的反斜杠写法不认识", "unknown escape"),
)


def read_events(source: Source, findings: list) -> YamlNode | None:
    """The root node of a file, None for an empty one. Raises ``Refused``."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = source.text
    root: YamlNode | None = None
    stack: list[YamlNode] = []
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    span = Span(source, event.start_mark.index, max(event.end_mark.index, event.start_mark.index + 1))
                    raise Refused(finding("OT1033", span, fix=_without_marker(source, span)))
                continue
            if kind in ("SequenceEndEvent", "MappingEndEvent"):
                stack.pop().end = event.end_mark.index
                continue
            if kind not in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent", "AliasEvent"):
                continue
            start, end = event.start_mark.index, event.end_mark.index
            _plain_only(source, event, kind, start, end)
            if kind == "ScalarEvent":
                node = _scalar(text, event, start, end)
            else:
                node = YamlNode(kind[:-10].lower(), start, end, flow=bool(event.flow_style))
            if stack:
                stack[-1].children.append(node)
            else:
                root = root or node
            if kind != "ScalarEvent":
                if len(stack) >= DEPTH:
                    raise Refused(finding("OT0106", Span(source, start, start + 1), limit=DEPTH))
                stack.append(node)
    except yaml.YAMLError as error:
        raise Refused(_broken(source, error)) from None
    return root


def _mended(source: Source, error, problem: str, at: int) -> Fix:
    """What is unfinished, finished at the end of its line; a value with a colon in it, quoted."""
    text = source.text
    opened = error.context_mark.index if getattr(error, "context_mark", None) else at
    end = next((i for i in range(opened, len(text)) if text[i] in "\r\n"), len(text))
    sign = {"[": "]", "{": "}", "'": "'", '"': '"'}.get(text[opened : opened + 1], "")
    if sign and ("expected ',' or" in problem or "unexpected end of stream" in problem):
        return Fix(f"在这一行末尾补上“{sign}”", f"add {sign} at the end of the line", ((Span(source, end, end), sign),))
    if "mapping values are not allowed" in problem:
        begin = text.rfind("\n", 0, at) + 1
        end = next((i for i in range(at, len(text)) if text[i] in "\r\n"), len(text))
        value = text.find(": ", begin, at) + 2
        if value > 1 and "'" not in text[value:end] and "#" not in text[value:end]:
            return Fix("值里有冒号，加上引号", "quote the value: it holds a colon", ((Span(source, value, value), "'"), (Span(source, end, end), "'")), safe=True)
    return Fix("改好这一处再看；也可以改用 .onething 写，不必管引号和冒号", "mend this place and look again; or write the file as .onething")


def _without_marker(source: Source, span: Span) -> Fix:
    """The line of dashes taken out: what follows belongs to the same list."""
    line = source.position(span.start)[0]
    alone = source.line_text(line).strip() == "---"
    end = span.end + (len(source.text[span.end :]) - len(source.text[span.end :].lstrip("\r\n")) > 0)
    return Fix("删去这一行“---”", "delete the line ---", ((Span(source, span.start, end), ""),) if alone else ())


def _plain_only(source: Source, event, kind: str, start: int, end: int) -> None:
    what = None
    if kind == "AliasEvent":
        what = _FORBIDDEN["alias"]
    elif event.anchor:
        what, end = _FORBIDDEN["anchor"], start + len(event.anchor) + 1
    elif event.tag:
        what, end = _FORBIDDEN["tag"], start + 1
    elif kind == "ScalarEvent" and event.value == "<<" and not event.style:
        what = ("合并键 <<", "merge keys <<")
    if what:
        raise Refused(_refused(source, start, max(end, start + 1), what))


def _refused(source: Source, start: int, end: int, what: tuple[str, str]):
    fix = Fix("把内容写全；本来就是文字的，加上引号", "write it out; quote it if it is text")
    return finding("OT1032", Span(source, start, end), what=what[0], what_en=what[1], fix=fix)


def _scalar(text: str, event, start: int, end: int) -> YamlNode:
    value = event.value
    if text.startswith(value, start) and start + len(value) == end:
        return YamlNode("scalar", start, end, value, start, end)
    if event.style in ("'", '"') and text[start + 1 : end - 1] == value:
        return YamlNode("scalar", start, end, value, start + 1, end - 1)
    while end > start and text[end - 1] in " \r\n":
        end -= 1
    return YamlNode("scalar", start, end, re.sub(r"\s*\n\s*", " ", value.strip()), start, end, exact=False)


def _broken(source: Source, error):
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.index if mark else getattr(error, "position", 0) or 0, max(len(source.text) - 1, 0))
    problem = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None) or ""
    if "nesting depth" in problem:  # libyaml reads ahead and has a limit of its own
        return finding("OT0106", Span(source, at, min(at + 1, len(source.text))), limit=DEPTH)
    for word, what in _FORBIDDEN.items():
        if word in context or f"undefined {word}" in problem:
            return _refused(source, at, min(at + 1, len(source.text)), what)
    reason, reason_en = next(((zh, en) for start, zh, en in _REASONS if start in problem), (problem, problem))
    fix = _mended(source, error, problem, at)
    return finding("OT1030", Span(source, at, min(at + 1, len(source.text))), reason=reason, reason_en=reason_en, fix=fix)
