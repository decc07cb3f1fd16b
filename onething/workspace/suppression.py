"""Suppression beside the line: ``# 忽略 OT2303：窗口要核对原件`` – by code, with a reason that must be given.

It stands behind the line, or alone on the line before it. Only what rules say with less than an error can be
suppressed: an error would make an output that is wrong. One that suppresses nothing is itself a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, Iterator, Mapping

from onething.check.ladder import ALL
from onething.diagnostics import CODES, Finding, Fix, Severity, finding
from onething.source import Span
from onething.syntax.tree import Comment, Node, Tree

_HINT = re.compile(r"[#＃][ \t\u3000]*(?:忽略|ignore)[ \t\u3000]*OT\d")
_FORM = re.compile(r"(?:忽略|ignore)[ \t\u3000]*(OT\d+(?:[ \t\u3000]*[、,，][ \t\u3000]*OT\d+)*)[ \t\u3000]*[：:]?[ \t\u3000]*(.*)")
_CODE = re.compile(r"OT\d+")
Remarks = dict[tuple[str, str, int], str]  # code, file, line → reason


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code suppressed on one line of the source; ``span`` is the code's place, ``whole`` the remark's."""

    code: str
    line: int
    reason: str
    span: Span
    whole: Span


def remarks(tree: Tree) -> Remarks:
    """What the remarks of a file suppress in it, for whoever adapts it."""
    if not _HINT.search(tree.source.text):
        return {}
    return {(s.code, tree.source.path, s.line): s.reason for s in suppressions(tree) if not _wrong(s)}


def suppress(
    tree: Tree, found: Iterable[Finding], chosen: frozenset[str], above: Mapping[tuple[str, str, int], str] = {}
) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    """``found`` without what remarks of the file suppress, with findings about these remarks; and what they
    suppress, each with its reason. ``chosen``: the rules of the workspace; ``above``: what remarks in the files that
    this one adapts suppress there."""
    quiet = [(f, above[_at(f)]) for f in found if _at(f) in above] if above else []
    kept, silent = _beside(tree, [f for f in found if _at(f) not in above] if above else list(found), chosen)
    return kept, [*quiet, *silent]


def _at(found: Finding) -> tuple[str, str, int]:
    return (found.code, found.span.source.path, found.span.position[0]) if found.span else (found.code, "", 0)


def _beside(tree: Tree, found: list[Finding], chosen: frozenset[str]) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    if not _HINT.search(tree.source.text):
        return found, []
    kept, silent, used = [], [], set()
    wanted: dict[tuple[str, int], Suppression] = {}
    for each in suppressions(tree):
        wrong = _wrong(each)
        if wrong:
            kept.append(wrong)
        else:
            wanted[each.code, each.line] = each
    for each in found:
        at = each.span and each.span.source is tree.source and (each.code, each.span.position[0])
        if at and at in wanted:
            silent.append((each, wanted[at].reason))
            used.add(at)
        else:
            kept.append(each)
    if not any(f.severity is Severity.ERROR for f in found):  # beside an error, what concludes from absence is not said
        kept += [_idle(s) for at, s in wanted.items() if at not in used and s.code in chosen]
    return kept, silent


def suppressions(tree: Tree) -> Iterator[Suppression]:
    """Every code that a remark of the file wants to suppress."""
    source = tree.source
    for comment in comments(tree):
        form = _FORM.match(comment.text)
        if not form:
            continue
        whole = Span(source, comment.start, comment.end)
        begin = source.text.index(form[1], comment.start)
        for code in _CODE.finditer(form[1]):
            span = Span(source, begin + code.start(), begin + code.end())
            yield Suppression(code[0], line_meant(comment, source), form[2].strip(), span, whole)


def comments(tree: Tree) -> Iterator[Comment]:
    """All remarks of a file, in no particular order."""
    yield from tree.comments
    waiting: list[Node] = list(tree.blocks)
    while waiting:
        node = waiting.pop()
        yield from node.comments
        yield from node.closing
        if node.trailing:
            yield node.trailing
        waiting += node.children


def line_meant(comment: Comment, source) -> int:
    """The line a remark speaks of: its own, or – if nothing else stands on it – the next that is no remark."""
    line, column = source.position(comment.start)
    if source.line_text(line)[: column - 1].strip():
        return line
    last = source.position(len(source.text))[0]
    line += 1
    while line < last and source.line_text(line).strip()[:1] in ("", "#", "＃"):
        line += 1
    return line


def _wrong(each: Suppression) -> Finding | None:
    known = CODES.get(each.code)
    if known is None:
        return _refused(each, "没有这个编号", "there is no such code")
    if known.severity is Severity.ERROR:
        return _refused(each, "它是错误，要改正", "it is an error and has to be mended")
    if each.code not in ALL:
        return _refused(each, "它不是检查规则", "it is no rule of the checker")
    if not each.reason:
        fix = Fix(f"写成“# 忽略 {each.code}：为什么可以忽略”", f"write # 忽略 {each.code}：why it may be ignored")
        return finding("OT2901", each.whole, code=each.code, fix=fix)
    return None


def _refused(each: Suppression, zh: str, en: str) -> Finding:
    return finding("OT2903", each.span, code=each.code, reason=zh, reason_en=en, fix=Fix("删去这条忽略", "remove it", ((each.whole, ""),)))


def _idle(each: Suppression) -> Finding:
    several = len(_CODE.findall(each.whole.text.split("：")[0])) > 1
    edits = () if several else ((each.whole, ""),)
    return finding("OT2902", each.span, code=each.code, line=each.line, fix=Fix("删去这条忽略", "remove it", edits))
