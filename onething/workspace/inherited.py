"""Which findings are a local version's own: not those that what it adapts has as well, and 84 counties would repeat."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable, Iterator

from onething.diagnostics import Finding, Note
from onething.model.bundle import Bundle
from onething.resolve.cancelled import last
from onething.resolve.effective import Effective, adapted, block_key, heads
from onething.source import Span
from onething.syntax.tree import Tree


def fingerprints(findings: Iterable[Finding], bundle: Bundle) -> Iterator[tuple]:
    """What makes a finding the same in a version and in what it adapts: code, place and values. The head of each
    counts as one place."""
    for each in findings:
        if each.span is None or each.span == bundle.span:
            place: tuple = ("",)
        else:
            place = (each.span.source.path, each.span.start, each.span.end)
        yield each.code, place, each.values


def local(findings: list[Finding], known: frozenset, effective: Effective, bundle: Bundle, tree: Tree) -> list[Finding]:
    """The findings of a local version that what it adapts does not have. One at a line of what it adapts says which
    line here brought it about, and repairs nothing there."""
    kept = []
    for each, mark in zip(findings, fingerprints(findings, bundle)):
        if mark in known:
            continue
        if each.span is None or each.span.source is tree.source:
            kept.append(each)
        else:
            kept.append(_brought(each, effective, tree))
    return kept


def _brought(each: Finding, effective: Effective, tree: Tree) -> Finding:
    notes = (*each.notes, Note(_cause(each.span, effective, tree), f"在{effective.place}的版本里才这样", f"only so in the version of “{effective.place}”"))
    fix = each.fix
    if fix is not None and any(span.source is not tree.source for span, _ in fix.edits):
        fix = replace(fix, edits=(), safe=False)
    return replace(each, notes=notes, fix=fix)


def _cause(place: Span, effective: Effective, tree: Tree) -> Span:
    """Where this version changes the block in which a place lies; else where it says what it adapts."""
    for block in effective.blocks:
        if block.source is place.source and block.start <= place.start <= last(block):
            key = block_key(block)
            own = next((b for b in tree.blocks if b.word is not None and b.change and block_key(b) == key), None)
            if own is not None:
                return own.key_span
    return _lineage(tree)


def _lineage(tree: Tree) -> Span:
    top = heads(tree)[0]
    return adapted(top)[1]


