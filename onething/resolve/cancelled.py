"""What a local version cancels, and the version it adapts still speaks of: said once, where it is cancelled."""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import LocalChange
from onething.resolve.catalogue import block_name
from onething.resolve.effective import Effective
from onething.source import Source, Span
from onething.syntax.tree import Node
from onething.vocabulary.change import CANCEL

SHOWN = 5
_ABOUT = {"OT1201": "name", "OT1205": "owner", "OT1303": "option"}


def of_cancelled(found: Iterable[Finding], effective: Effective, own: Source) -> tuple[list[Finding], set[Span]]:
    """Findings, those about names that this version cancelled made one for each; and the scenarios (by the place of
    their names) that cannot be run here because they use such a name."""
    gone = {c.path[-1][1]: c for c in effective.changes if c.how == CANCEL and c.place == effective.place and c.path[-1][1]}
    kept, used = [], {}
    for each in found:
        name = dict(each.values).get(_ABOUT.get(each.code, ""), "")
        places = [each.span, *(n.span for n in each.notes if n.zh == "这里也是")] if name in gone and each.span else []
        if places and all(p.source is not own for p in places):
            used.setdefault(name, []).extend(places)
        else:
            kept.append(each)
    silent: set[Span] = set()
    for name, places in used.items():
        scenarios = {id(s): s for p in places if (s := scenario_at(effective, p))}
        others = [p for p in places if scenario_at(effective, p) is None]
        if others:
            kept.append(_used(gone[name], others))
        if scenarios:
            silent |= {s.name.span() for s in scenarios.values()}
            kept.append(_scenarios(gone[name], list(scenarios.values())))
    return kept, silent


def scenario_at(effective: Effective, place: Span) -> Node | None:
    """The scenario in whose lines a place lies."""
    for block in effective.blocks:
        if block.word.name == "场景" and block.name and block.source is place.source and block.start <= place.start <= last(block):
            return block
    return None


def last(node: Node) -> int:
    """Where the last line of a node ends."""
    return max((node.end, *(last(c) for c in node.children if c.source is node.source)))


def _what(change: LocalChange) -> dict:
    word, name = change.path[-1]
    return {"what": f"{word}“{name}”", "what_en": f"“{word}” “{name}”"}


def _used(change: LocalChange, places: list[Span]) -> Finding:
    notes = [Note(p, "这里用到它", "it is used here") for p in places[:SHOWN]]
    fix = Fix("用到它的地方也要改：写“修改 …”，在里面取消或另写", "change what uses it, too, with 修改")
    return finding("OT1515", change.span, notes=notes, fix=fix, **_what(change))


def _scenarios(change: LocalChange, scenarios: list[Node]) -> Finding:
    names = [block_name(s) for s in scenarios]
    told = "、".join(f"“{n}”" for n in names[:SHOWN]) + (f" 等 {len(names)} 个" if len(names) > SHOWN else "")
    told_en = ", ".join(f"“{n}”" for n in names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
    notes = [Note(s.name.span(), "这个场景", "this scenario") for s in scenarios[:SHOWN]]
    fix = Fix("本地还要检验的，写“修改 场景 …”；不要了的，写“取消 场景 …”", "write 修改 场景 to run it here, 取消 场景 to drop it")
    return finding("OT1514", change.span, notes=notes, fix=fix, scenarios=told, scenarios_en=told_en, **_what(change))
