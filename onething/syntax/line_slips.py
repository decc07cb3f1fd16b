"""What stands before or between lines and does not belong there: numbering, bullets, the marks of a merge conflict.

Each is looked for once a file; a file without them is not looked at line by line.
"""

from __future__ import annotations

import re

from onething.diagnostics import Finding, Fix, finding, note
from onething.source import Source, Span
from onething.syntax.characters import BLANKS

_NUMERALS = "0-9０-９一二三四五六七八九十"
_MARK = re.compile(
    rf"^[{BLANKS}]*("
    rf"(?:[0-9０-９]{{1,2}}[、.．)）](?![0-9])|[（(][{_NUMERALS}]{{1,3}}[)）]|[一二三四五六七八九十]{{1,3}}[、.．]"
    r"|[①-⒛]|[•·●○■□◆◇▪▫◦‣※★☆➢➤✓✔*＊]|[-－—–―]{1,2}(?![0-9\-]))"
    rf"[{BLANKS}]*)(?=\S)(?![{_NUMERALS}]+(?:[、，,]|$))",
    re.M,
)
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?![<|=>])[^\r\n]*", re.M)
_MERGED = ("OT1035", "OT1038")


def line_marks(text: str) -> dict[int, int]:
    """Where lines begin with numbering or a bullet, and where what is meant begins."""
    return {match.start(1): match.end(1) for match in _MARK.finditer(text)}


def mark_finding(source: Source, start: int, end: int) -> Finding:
    """OT1035 for the mark at ``start``–``end``. A bullet says nothing; a number could."""
    span = Span(source, start, end)
    mark = span.text.strip()
    bullet = not re.search(rf"[{_NUMERALS}①-⒛]", mark)
    place = Span(source, start, start + len(mark))
    return finding("OT1035", place, mark=mark, fix=Fix("删去它：一行就是一样", "delete it: a line is a thing of its own", ((span, ""),), safe=bullet))


def merged(found: list[Finding]) -> list[Finding]:
    """Findings of one kind in lines that follow each other – a pasted table, a numbered list – as one, repaired at once."""
    kept: list[Finding] = []
    last = -1
    for each in found:
        line = each.span.position[0] if each.code in _MERGED else -1
        if line > 0 and kept and kept[-1].code == each.code and line == last + 1:
            first = kept[-1]
            fix = Fix("这几行都这样改：" + first.fix.zh.removeprefix("这几行都这样改："), first.fix.en, first.fix.edits + each.fix.edits, first.fix.safe and each.fix.safe)
            kept[-1] = finding(first.code, first.span, fix=fix, **dict(first.values))
        else:
            kept.append(each)
        last = line
    return kept


def conflicts(source: Source) -> list[Finding]:
    """OT1037 for each merge conflict left in a file."""
    return without_conflicts(source)[1] if "<<<<<<<" in source.text or ">>>>>>>" in source.text else []


def without_conflicts(source: Source) -> tuple[str, list[Finding]]:
    """The text as one side of each merge conflict has it – the other side and the marks blanked, so that places stay –
    and OT1037 for each conflict."""
    text, found = source.text, []
    marks = list(_CONFLICT.finditer(text))
    blanked = list(text)
    hidden_from = -1
    for index, match in enumerate(marks):
        sign = match.group(1)[0]
        if sign == "<" or not found:
            later = [m for m in marks[index + 1 :] if m.group(1)[0] in "=>"][:2]
            notes = [note(Span(source, *m.span(1)), "另一边从这里开始" if m.group(1)[0] == "=" else "到这里为止", "the other side" if m.group(1)[0] == "=" else "it ends here") for m in later]
            fix = Fix("两边选一边留下，再删去“<<<<<<<”“=======”“>>>>>>>”这几行", "keep one side and delete the lines <<<<<<<, =======, >>>>>>>")
            found.append(finding("OT1037", Span(source, *match.span()), notes=notes, fix=fix))
        start, end = match.span()
        if sign in "|=" and hidden_from < 0:
            hidden_from = start
        if sign == ">":
            start, hidden_from = (hidden_from if hidden_from >= 0 else start), -1
        for i in range(start, end):
            if text[i] not in "\r\n":
                blanked[i] = " "
    return "".join(blanked), found
