"""All trees of a workspace → Project: the catalogue and the bundles, every name resolved."""

from __future__ import annotations

from dataclasses import dataclass

from onething.diagnostics import Finding, Note
from onething.model.bundle import Bundle
from onething.model.catalogue import Catalogue
from onething.resolve.bundle import resolve_bundle
from onething.resolve.catalogue import BLOCK_KINDS, resolve_catalogue
from onething.resolve.reader import Reader
from onething.syntax.tree import Node, Tree


@dataclass(slots=True)
class Project:
    """What a workspace says. ``findings`` are those of resolving only; ``heads`` the block of each bundle."""

    catalogue: Catalogue
    bundles: list[Bundle]
    findings: list[Finding]


def catalogue_blocks(trees: list[Tree]) -> list[Node]:
    """The catalogue blocks of all files, in the order of the files' names."""
    return [b for t in sorted(trees, key=lambda t: t.source.path) for b in t.blocks if b.word and b.word.name in BLOCK_KINDS]


def resolve(trees: list[Tree], default_place: str = "") -> Project:
    """The project of some parsed files. Never raises; the order of files and blocks changes no meaning."""
    reader = Reader()
    resolve_catalogue(catalogue_blocks(trees), reader)
    bundles: dict[str, Bundle] = {}
    codes: dict[tuple[str, str], Bundle] = {}
    for tree in sorted(trees, key=lambda t: t.source.path):
        bundle = resolve_file(tree, reader, default_place)
        if bundle is None:
            continue
        first = bundles.setdefault(bundle.identity, bundle)
        if first is not bundle:
            reader.duplicate("一件事", bundle.identity, bundle.span, first.span)
            continue
        if bundle.code:
            other = codes.setdefault((bundle.place, bundle.code), bundle)
            if other is not bundle:
                note = Note(other.span, f"{other.name} 已用这个代码", f"{other.name} has this code")
                reader.report("OT1206", bundle.span, code=bundle.code, notes=[note])
    return Project(reader.catalogue, list(bundles.values()), reader.findings)


def resolve_file(tree: Tree, reader: Reader, default_place: str) -> Bundle | None:
    """The bundle of one file; None for a file of catalogue blocks."""
    blocks = [b for b in tree.blocks if b.word and b.word.name not in BLOCK_KINDS]
    heads = [b for b in blocks if b.word.name == "一件事"]
    if not heads:
        if blocks:
            reader.report("OT1207", blocks[0].key_span, word=blocks[0].word.name)
        return None
    for extra in heads[1:]:
        reader.report("OT1208", extra.key_span, notes=[Note(heads[0].key_span, "第一件写在这里", "the first is here")])
    return resolve_bundle(heads[0], blocks, reader, default_place)
