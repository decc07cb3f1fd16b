"""Mending a workspace: repairs applied, everything checked again, until nothing more applies.

It ends where a text comes back that was there before. No file gets worse: where a round leaves a file with more errors than it had, its former text is kept, and its
repairs are tried one by one from then on. Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Iterable

from onething.diagnostics import Finding, Severity
from onething.diagnostics.repair import applicable, chosen, edited
from onething.source import Source
from onething.workspace.rename import renamed_across
from onething.workspace.workspace import open_workspace

ROUNDS = 10


@dataclass(slots=True)
class Mended:
    """``before`` and ``after``: the texts that change, by path; ``done``: the findings whose repairs were applied."""

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    done: list[Finding] = field(default_factory=list)


def mend(root: Path, meant: Callable[[str], bool] = lambda path: True, unsafe: bool = False) -> Mended:
    """What repairs make of the files of a workspace that are ``meant``. ``unsafe``: guesses too. Raises ``OSError``."""
    mended = Mended()
    careful: set[str] = set()  # files where several repairs at once made it worse
    hopeless: set[tuple] = set()
    seen: set[frozenset] = {frozenset()}
    found = _findings(root, {}, meant)
    for _ in range(ROUNDS):
        wanted = [f for f in found if applicable(f.fix, unsafe) and all(map(meant, _files(f))) and _known_by(f) not in hopeless]
        applied = _one_each(chosen(wanted, unsafe), careful)
        if not applied:
            break
        after = {**mended.after, **_texts(applied)}
        originals = {span.source.path: span.source.text for f in applied for span, _ in f.fix.edits} | mended.before
        state = frozenset((path, text) for path, text in after.items() if text != originals[path])
        if state in seen:
            break
        seen.add(state)
        again = _findings(root, after, meant)
        worse = _worse(found, again, {path for f in applied for path in _files(f)})
        if worse:
            back = [f for f in applied if worse & set(_files(f))]
            hopeless |= {_known_by(f) for f in back if careful & set(_files(f)) or len(back) == 1}
            careful |= worse
            continue
        mended.before, mended.after, found = originals, after, again
        mended.done += applied
    return mended


def _findings(root: Path, texts: dict[str, str], meant: Callable[[str], bool]) -> list[Finding]:
    workspace = open_workspace(root, texts)
    found = [*workspace.findings]
    for examined in workspace.examine({s.path for s in workspace.sources if meant(s.path)}):
        found += renamed_across(examined.findings, examined.bundle, workspace.sources)
    return found


def _texts(applied: Iterable[Finding]) -> dict[str, str]:
    """The edited texts, by path."""
    edits: dict[str, list] = {}
    sources: dict[str, Source] = {}
    for span, new in (edit for f in applied for edit in f.fix.edits):
        edits.setdefault(span.source.path, []).append((span, new))
        sources[span.source.path] = span.source
    return {path: edited(sources[path].text, edits[path]) for path in edits}


def _one_each(applied: list[Finding], careful: set[str]) -> list[Finding]:
    """Only the first repair of a file that has to be treated carefully."""
    kept, seen = [], set()
    for each in applied:
        files = careful & set(_files(each))
        if not files & seen:
            kept.append(each)
            seen |= files
    return kept


def _worse(before: list[Finding], after: list[Finding], touched: set[str]) -> set[str]:
    """The touched files with more errors than they had; all of them if one that was not touched has. What could not be
    read hides what is wrong in it: with less of that, a touched file may show more of the other."""
    errors = [[f for f in found if f.severity is Severity.ERROR and f.span] for found in (before, after)]
    unread, all_ = ([Counter(f.span.source.path for f in found if f.code.startswith(codes)) for found in errors] for codes in (("OT01", "OT10", "OT11"), "OT"))
    more_read = {path for path in touched if unread[1][path] < unread[0][path]}
    grown = {path for path, count in all_[1].items() if count > all_[0][path] and path not in more_read}
    return grown if grown <= touched else set(touched)


def _files(found: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.source.path for span, _ in found.fix.edits))


def _known_by(found: Finding) -> tuple:
    """What a repair is known by when the lines around it have moved."""
    return found.code, tuple((span.source.path, span.text, new) for span, new in found.fix.edits)
