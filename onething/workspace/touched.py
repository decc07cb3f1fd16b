"""Which bundles a change of the catalogue can touch: those that name something that changed, or lie where it did.

Remarks, order and files of the catalogue touch nobody. A name counts as named wherever its characters stand in a file,
or in one that it adapts, whatever the blanks, quotes and widths: rather one bundle too many than one too few.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Callable

from onething.model.catalogue import Catalogue
from onething.source import Source, Span
from onething.syntax.characters import BLANKS, FOLD, QUOTES, nfc
from onething.workspace.lineage import glance
from onething.workspace.workspace import Workspace

KINDS = ("place", "department", "element", "document", "source", "list", "standard")
_MARKS = re.compile(f"[{BLANKS}{QUOTES}‘’]")
_FULL_STOPS = str.maketrans(".。", "的的")  # a dot between two words is 的


def touched(old: Workspace, new: Workspace) -> Callable[[Workspace, Source], bool]:
    """Whether a file of either workspace is touched by what differs in their catalogues and configurations."""
    if _settings(old) != _settings(new):
        return lambda workspace, source: True
    names = changed_names(old.catalogue, new.catalogue)
    looked_for = sorted({_folded(n) for n in names} - {""})
    around = (old.catalogue, new.catalogue)

    def is_touched(workspace: Workspace, source: Source) -> bool:
        if not names:
            return False
        place = glance(source, workspace.config.place, workspace.catalogue.places).identity.partition("/")[0]
        if any(names.intersection(c.around(place)) for c in around):
            return True
        texts = [s.text for s in workspace.lineage(source)]
        return any("\\" in t for t in texts) or any(n in t for t in map(_folded, texts) for n in looked_for)

    return is_touched


def _settings(workspace: Workspace) -> tuple:
    config = workspace.config
    return config.place, config.today, config.language, config.rules


def changed_names(old: Catalogue, new: Catalogue) -> frozenset[str]:
    """Names and other names of all that differs, and of what a changed source holds."""
    found: set[str] = set()
    for kind in KINDS:
        before, after = old.of(kind), new.of(kind)
        found |= {n for n in before.keys() | after.keys() if _plain(before.get(n)) != _plain(after.get(n))}
    for entry in ("aliases", "terms", "successors"):
        before, after = getattr(old, entry), getattr(new, entry)
        for kind, name in before.keys() | after.keys():
            if _plain(before.get((kind, name))) != _plain(after.get((kind, name))):
                found |= {name} | {c.aliases[kind, name] for c in (old, new) if (kind, name) in c.aliases}
    for catalogue in (old, new):
        found |= {t.name for t in (*catalogue.documents.values(), *catalogue.elements.values()) if t.source in found}
    for catalogue in (old, new):
        found |= {other for (_, other), name in catalogue.aliases.items() if name in found}
    return frozenset(found)


def _plain(value):
    """A thing without the places where it is said."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value):
        return tuple(_plain(getattr(value, f.name)) for f in fields(value))
    if isinstance(value, (tuple, list)):
        return tuple(map(_plain, value))
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


def _folded(text: str) -> str:
    return _MARKS.sub("", nfc(text).translate(FOLD)).translate(_FULL_STOPS)
