"""One wrong name, one finding: a name that was changed where it is declared is wrong everywhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable

from onething.diagnostics import Finding, Fix, Note
from onething.resolve.reader import KINDS
from onething.resolve.scope import Scope

SHOWN = 5  # further places of one finding that are shown


def together(found: Iterable[Finding]) -> list[Finding]:
    """Findings, those of one wrong name in one file made one: at its first place, repaired at every place."""
    first: dict[tuple, int] = {}
    kept: list[Finding] = []
    for each in sorted(found, key=Finding.order):
        known_by = each.span and (each.span.source.path, *_name(each))
        if not known_by or len(known_by) == 1:
            kept.append(each)
        elif known_by not in first:
            first[known_by] = len(kept)
            kept.append(each)
        else:
            kept[first[known_by]] = _joined(kept[first[known_by]], each)
    return kept


def _name(each: Finding) -> tuple:
    """What the finding says is wrong; () for a finding that is not about a name."""
    values = dict(each.values)
    if each.code in ("OT1201", "OT1209", "OT1210", "OT1211"):
        return each.code, values["kind"], values["name"]
    if each.code == "OT1303":
        return each.code, values["question"], values["option"]
    return (each.code, values["owner"]) if each.code == "OT1205" else ()


def _joined(one: Finding, other: Finding) -> Finding:
    """``one``, which is wrong at the place of ``other`` too."""
    places = sum(note.zh == "这里也是" for note in one.notes)
    notes = one.notes if places >= SHOWN else (*one.notes, Note(other.span, "这里也是", "here too"))
    fix = one.fix
    if fix is not None and other.fix is not None and fix.edits and other.fix.edits:
        fix = replace(fix, edits=tuple(dict.fromkeys((*fix.edits, *other.fix.edits))))
    return replace(one, notes=notes, fix=fix)


def renamed(scope: Scope, found: Iterable[Finding]) -> list[Finding]:
    """Findings; where one name of a kind is unknown, and one that is declared is mentioned nowhere else, the second
    is proposed for the first: it was renamed."""
    found = list(found)
    for kind, declared in (("matter", scope.matters), ("role", scope.roles), ("question", scope.questions), ("parameter", scope.parameters)):
        lost = [f for f in found if _lost(f, kind)]
        names = {_name(f)[-1] for f in lost}
        idle = [d for d in declared if lost and lost[0].span.source.text.count(d) == 1]
        if len(names) == len(idle) == 1:
            found = [_proposed(f, names.copy().pop(), idle[0]) if f in lost else f for f in found]
    return found


def _lost(each: Finding, kind: str) -> bool:
    """Whether it is about an unknown name of this kind for which nothing is proposed."""
    if each.fix is not None and each.fix.edits:
        return False
    return each.code == "OT1201" and dict(each.values)["kind"] == KINDS[kind][0] or each.code == "OT1205" and kind == "role"


def _proposed(each: Finding, name: str, idle: str) -> Finding:
    new = each.span.text.replace(name, idle, 1)
    zh, en = f"是不是改叫“{idle}”了？", f"was it renamed “{idle}”?"
    return replace(each, fix=Fix(zh, en, ((each.span, new),) if name in each.span.text else ()))
