"""Approvals beside the line: ``# 同意 OT3105（2026-12-01）：理由`` – a change that touches others, decided with a day and a
reason. It stands where a suppression would stand; for a bundle that is gone, in ``onething.toml``, and names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Iterator

from onething.diagnostics import CODES, Finding, Fix, finding
from onething.diagnostics.codes.change import APPROVABLE
from onething.source import Source, Span
from onething.syntax import parse
from onething.workspace.suppression import comments, line_meant

HINT = re.compile(r"[#＃][ \t\u3000]*(?:同意|approve)[ \t\u3000]*OT\d")
_FORM = re.compile(
    r"(?:同意|approve)[ \t\u3000]*(OT\d+(?:[ \t\u3000]*[、,，][ \t\u3000]*OT\d+)*)[ \t\u3000]*"
    r"(?:[（(]([^）)]*)[）)])?[ \t\u3000]*[：:]?[ \t\u3000]*(.*)"
)
_CODE = re.compile(r"OT\d+")


@dataclass(frozen=True, slots=True)
class Approval:
    """One code approved on one line of the source (0: of no line, in ``onething.toml``); ``day`` as written."""

    code: str
    line: int
    day: str
    reason: str
    span: Span
    whole: Span


def approvals(source: Source) -> Iterator[Approval]:
    """Every code that a remark of a file wants to approve."""
    if HINT.search(source.text) is None:
        return
    if source.path.endswith(".toml"):
        for remark in re.finditer(r"(?m)^[ \t]*#[ \t]*(.+)$", source.text):
            yield from _read(source, remark.start(1), remark[1].rstrip(), 0, remark.start(), remark.end())
        return
    for comment in comments(parse(source)):
        yield from _read(source, comment.start + source.text[comment.start :].index(comment.text), comment.text, line_meant(comment, source), comment.start, comment.end)


def _read(source: Source, at: int, text: str, line: int, start: int, end: int) -> Iterator[Approval]:
    form = _FORM.match(text)
    if form is None:
        return
    for code in _CODE.finditer(form[1]):
        begin = at + form.start(1) + code.start()
        span = Span(source, begin, begin + len(code[0]))
        yield Approval(code[0], line, (form[2] or "").strip(), form[3].strip(), span, Span(source, start, end))


def wrong(each: Approval) -> Finding | None:
    """What is wrong with an approval: its code, its day, no reason."""
    if each.code not in CODES:
        return _refused(each, "没有这个编号", "there is no such code")
    if each.code not in APPROVABLE:
        return _refused(each, "它不是变化", "it is no change")
    try:
        date.fromisoformat(each.day)
    except ValueError:
        said = (f"日期“{each.day}”不对", f"the day “{each.day}” is wrong") if each.day else ("没有写日期", "no day is given")
        return _refused(each, *said)
    return None if each.reason else _refused(each, "没有写理由", "no reason is given")


def _refused(each: Approval, zh: str, en: str) -> Finding:
    fix = Fix(f"写成“# 同意 {each.code}（2026-12-01）：理由”，日期是决定的那一天", f"write # 同意 {each.code}（2026-12-01）：reason, with the day of the decision")
    return finding("OT3138", each.span, code=each.code, reason=zh, reason_en=en, fix=fix)


def idle(each: Approval) -> Finding:
    """An approval of what is no change any more."""
    return finding("OT3139", each.span, code=each.code, fix=Fix("删去这条同意", "remove it", ((each.whole, ""),)))
