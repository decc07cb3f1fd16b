"""A bundle is renamed wherever it is named: its head, and the 沿用 of every local version."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterable, Iterator

from onething.diagnostics import Finding, Fix
from onething.model.bundle import Bundle
from onething.source import Source, Span
from onething.vocabulary import BLOCKS

RENAMES = ("OT2601", "OT2604", "OT2606")  # findings whose repair gives a bundle another name


def renamed_across(found: Iterable[Finding], bundle: Bundle | None, sources: Iterable[Source]) -> list[Finding]:
    """The findings of a bundle's file; a repair that renames the bundle does so in every file that adapts it too."""
    return [_across(f, bundle, sources) if bundle is not None and _renames(f, bundle) else f for f in found]


def _renames(one: Finding, bundle: Bundle) -> bool:
    return one.code in RENAMES and one.fix is not None and [span for span, _ in one.fix.edits] == [bundle.span]


def _across(one: Finding, bundle: Bundle, sources: Iterable[Source]) -> Finding:
    new = one.fix.edits[0][1]
    more = tuple((span, new) for source in sources for span in _places(source, bundle))
    if not more:
        return one
    fix = one.fix
    zh, en = f"{fix.zh}，各地“沿用”里的{len(more)}处一同改", f"{fix.en}, and in {len(more)} places that adapt it"
    return replace(one, fix=Fix(zh, en, (*fix.edits, *more), fix.safe))


def _places(source: Source, bundle: Bundle) -> Iterator[Span]:
    """Where a file says that it adapts the bundle: the name, without its place."""
    if bundle.identity not in source.text:
        return
    word = next(w for block in BLOCKS for w in block.entries if w.name == "沿用")
    spelt = "|".join(map(re.escape, (word.name, word.english, *word.aliases)))
    place, name = re.escape(bundle.place), re.escape(bundle.name)
    for match in re.finditer(rf"""(?m)^\s+(?:{spelt})\s*[：:]\s*[“"'「]?{place}/({name})(?=[\s”"'」（(#]|$)""", source.text):
        yield Span(source, *match.span(1))
