"""Drafted files examined as if they stood in the workspace, before anything is written."""

from __future__ import annotations

from typing import Mapping

from onething.diagnostics import Finding, Note, finding
from onething.resolve import BLOCK_KINDS, Reader, resolve_catalogue
from onething.source import Source
from onething.syntax import parse
from onething.workspace import Examined, Workspace
from onething.workspace.lineage import glance


def trial(base: Workspace, texts: Mapping[str, str]) -> tuple[Workspace, list[Examined], list[Finding]]:
    """The workspace of the drafted files alone over the catalogue of all; what is found in each, and in the catalogue.

    ``texts``: path → text; a path that is there already stands for its new text.
    """
    sources = [Source(path, text) for path, text in texts.items()]
    trees = {source.path: parse(source) for source in (*(s for s in base.shared if s.path not in texts), *sources)}
    reader = Reader()
    reader.catalogue.today = base.catalogue.today
    blocks = [b for tree in trees.values() for b in tree.blocks if b.word and b.word.name in BLOCK_KINDS and not b.change]
    catalogue = resolve_catalogue(blocks, reader)
    holding = [s for s in sources if any(b.word and b.word.name == "一件事" for b in trees[s.path].blocks)]
    found = [f for s in sources if s not in holding for f in trees[s.path].findings]
    found += [f for f in reader.findings if f.span is not None and f.span.source in sources]
    made = Workspace(base.root, base.config, catalogue, holding)
    examined = list(made.examine())
    found += _taken_already(base, examined, set(texts))
    return made, examined, found


def _taken_already(base: Workspace, examined: list[Examined], paths: set[str]) -> list[Finding]:
    """Bundles that another file of the workspace has."""
    names = {each.bundle.identity: each.bundle.span for each in examined if each.bundle is not None}
    found = []
    for source in base.sources if names else ():
        identity = glance(source, base.config.place, base.catalogue.places).identity
        if identity in names and source.path not in paths:
            there = source.text.find(identity.rpartition("/")[2])
            note = Note(names[identity]._replace(source=source, start=max(there, 0), end=max(there, 0) + 1), "已经写在这里", "it is here already")
            found.append(finding("OT1202", names[identity], kind="一件事", kind_en="bundle", name=f"{identity}（已在 {source.path}）", notes=[note]))
    return found
