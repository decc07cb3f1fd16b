"""Local versions that adopt what is above them as it is – most of a province – and of which nothing needs to be found out.

Such a version is the one above it at another place. If the catalogue says nothing of that place beyond where it lies,
every question that a rule can ask has the answer it has above; what is wrong there is said there. So it is enough to see
that the file holds nothing else, and that what is found above does not speak of its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Iterable

from onething.limits import LINEAGE
from onething.source import Source, Span
from onething.workspace.examined import has_errors
from onething.workspace.unique import Head

if TYPE_CHECKING:
    from onething.workspace.versions import Version, Versions

# The whole file, as the formatter writes it; anything else is examined like every other file.
ADOPTS = re.compile(r"一件事 ([一-鿿]+)：\n    地区：([一-鿿]+)\n    沿用：([一-鿿]+)/([一-鿿]+)\n")
WHERE = re.compile(r"(?m)^(?:地区 .*|[ \t]+上级：.*)$")  # what the catalogue says of where places lie


class Adopted:
    """The versions of a workspace that only adopt. ``shared``: the files of the catalogue."""

    def __init__(self, versions: Versions, shared: Iterable[Source]):
        self.versions = versions
        self.said = "\n".join(WHERE.sub("", source.text) for source in shared)
        self._heads: dict[str, Head | None] = {}

    def head(self, source: Source, depth: int = 0) -> Head | None:
        """The head of a version in which nothing can be found; None for one that has to be examined."""
        if source.path not in self._heads:
            self._heads[source.path] = self._head(source, depth)
        return self._heads[source.path]

    def _head(self, source: Source, depth: int) -> Head | None:
        form = ADOPTS.fullmatch(source.text)
        if form is None or depth > LINEAGE or self.versions.unread:
            return None
        name, place, above_place, above_name = form.groups()
        catalogue, lines = self.versions.catalogue, self.versions.lines
        above = lines.by_identity.get(f"{above_place}/{above_name}")
        if above is None or name != above_name or place not in catalogue.places or place in self.said:
            return None
        if place == above_place or above_place not in catalogue.around(place) or len(lines.upward(source)) > LINEAGE:
            return None
        adopted = self.head(above, depth + 1) or self._examined(above)
        return adopted and Head(f"{place}/{name}", place, name, adopted.code, Span(source, *form.span(1)), adopted.code_span)

    def _examined(self, source: Source) -> Head | None:
        """The head of a version that says more; None if what is found in it could read otherwise at another place."""
        version = self.versions.version(source)
        bundle = version.examined.bundle
        if version.examined.effective is None or bundle is None or has_errors(version.examined.findings):
            return None
        return None if any(bundle.place in text for text in _words(version)) else Head.of(bundle)


def _words(version: Version) -> Iterable[str]:
    """All that is said of a version."""
    for each in (*version.examined.findings, *(f for f, _ in version.examined.suppressed)):
        yield from (text for pair in (*each.values, *each.witness) for text in pair)
        yield from (text for note in (*each.notes, *((each.label,) if each.label else ())) for text in (note.zh, note.en))
        yield from (each.fix.zh, each.fix.en) if each.fix else ()
