"""What is there of a standard in one bundle: its state, what it lacks, what it adds, how deep its online service is."""

from __future__ import annotations

from typing import Iterator

from onething.model.catalogue import Standard
from onething.province.cell import ORDER, Cell, Depth, Lack
from onething.province.match import Match, same_matter
from onething.province.summary import MatterSummary, Summary
from onething.source import Span


def judge(summary: Summary, standard: Standard, match: Match) -> Cell:
    """The cell of a bundle at its own place."""
    if not match.sure:
        return Cell(summary.place, standard.name, standard.bundle, "疑似", summary.path, summary.line, name=summary.name)
    lacks = tuple(_lacks(summary, standard)) if summary.matters or not summary.errors else ()  # unread: nothing is known
    true = ["有"]
    if match.renamed:
        true.append("改名")
    if match.replaced or summary.version and summary.version != standard.version:
        true.append("旧版")
    if any(lack.kind == "加码" for lack in lacks):
        true.append("加码")
    if any(lack.kind != "加码" for lack in lacks):
        true.append("部分")
    if summary.errors:
        true.append("有错")
    named = {name for name, _ in standard.required}
    return Cell(
        summary.place,
        standard.name,
        standard.bundle,
        max(true, key=ORDER.__getitem__),
        summary.path,
        summary.line,
        name=summary.name,
        version=summary.version,
        lacks=lacks,
        matters=tuple(m.name for m in summary.matters),
        added=tuple(m.name for m in summary.matters if named and not named & _names(m)),
        online=_depth([m.online for m in summary.matters]),
        no_visit=_depth([{"是": "否", "否": "是"}.get(m.visit, m.visit) for m in summary.matters]),
    )


def _names(matter: MatterSummary) -> set[str]:
    return {matter.name, *matter.aliases}


def _lacks(summary: Summary, standard: Standard) -> Iterator[Lack]:
    """What the standard asks and the bundle has not; then what its local version takes away beyond that."""
    there = {name: m for m in summary.matters for name in _names(m)}
    taken = {c.matter: Lack(c.matter, "取消", c.reason, c.path or summary.path, c.line) for c in summary.cancelled}
    lost = {l.matter: Lack(l.matter, "部分人", l.who, l.path or summary.path, l.line) for l in summary.lost}
    asked = {name for name, _ in standard.required}
    free = [m for m in summary.matters if not asked & _names(m)]
    for name, span in standard.required:
        matter = there.get(name)
        if matter is not None:
            if matter.name in lost:
                yield lost.pop(matter.name)
        elif name in taken:
            yield taken.pop(name)
        else:
            yield from _other_name(name, span, free, summary)
    yield from taken.values()
    yield from lost.values()
    yield from (Lack(m.matter, "加码", m.who, m.path or summary.path, m.line) for m in summary.more)


def _other_name(name: str, span: Span, free: list[MatterSummary], summary: Summary) -> Iterator[Lack]:
    """Missing, unless a matter that the standard does not name means the same."""
    verdicts = [(same_matter(name, m.name), m) for m in free]
    if any(verdict == "同一" for verdict, _ in verdicts):
        return
    perhaps = next((m for verdict, m in verdicts if verdict == "可能"), None)
    if perhaps is not None:
        yield Lack(name, "疑似", perhaps.name, perhaps.path or summary.path, perhaps.line)
    else:
        yield Lack(name, "缺", "", span.source.path, span.position[0])


def _depth(answers: list[str]) -> Depth:
    return Depth(answers.count("是"), answers.count("否"), answers.count("未载明"))
