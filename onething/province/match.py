"""Which standard a bundle is: it says so, it is called so, or its name means the same. Unsure is said as unsure."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from onething.model.catalogue import Catalogue, Standard
from onething.naming.compare import alike
from onething.naming.known import Alias, Known, Meant
from onething.province.summary import Summary


@dataclass(frozen=True, slots=True)
class Match:
    """``bundle``: the official name, without the list, '' = none; ``sure``: nobody has to look; ``renamed``: it is
    called neither so nor by an alias that holds there; ``replaced``: it is of a standard that has a successor."""

    bundle: str = ""
    sure: bool = True
    renamed: bool = False
    replaced: bool = False


@dataclass(slots=True)
class Standards:
    """The standards of a catalogue, asked for one bundle after another."""

    catalogue: Catalogue
    above: dict[str, Summary] = field(default_factory=dict)  # by identity: what a file that could not be read adapts
    known: Known = field(init=False)
    _met: dict[tuple[str, str], Meant] = field(default_factory=dict)

    def __post_init__(self):
        standards, terms = self.catalogue.standards.values(), self.catalogue.terms
        aliases = []
        for standard in standards:
            for alias in standard.aliases:
                term = terms.get(("standard", alias))
                aliases.append(Alias(alias, standard.bundle, term.until if term else "", tuple(sorted(term.places)) if term else ()))
        self.known = Known("bundle", dict.fromkeys(s.bundle for s in standards), aliases)

    def match(self, summary: Summary) -> Match:
        """The standard that a bundle is. What it states counts before what it is called."""
        stated = self.catalogue.standards.get(summary.standard or self._adapted(summary))
        if stated is not None:
            now = self.present(stated)
            return Match(now.bundle, renamed=not self.calls(stated, summary), replaced=now is not stated)
        for standard in self.catalogue.standards.values():
            if self.calls(standard, summary):
                now = self.present(standard)
                return Match(now.bundle, replaced=now is not standard)
        meant = self._meant(summary.name, summary.place)
        if meant.official:
            return Match(meant.official, renamed=True)
        return Match(meant.perhaps[0][0], sure=False, renamed=True) if meant.perhaps else Match()

    def _adapted(self, summary: Summary) -> str:
        """The standard that the versions above state, for a file that could not be read."""
        seen: set[str] = set()
        while summary.errors and summary.parent in self.above and summary.parent not in seen:
            seen.add(summary.parent)
            summary = self.above[summary.parent]
            if summary.standard:
                return summary.standard
        return ""

    def calls(self, standard: Standard, summary: Summary) -> bool:
        """Whether a bundle is called by the official name of a standard, or by an alias that holds at its place."""
        name = summary.name
        return name == standard.bundle or name in standard.aliases and self.catalogue.lapsed("standard", name, summary.place) is None

    def present(self, standard: Standard) -> Standard:
        """What has taken the place of a standard; itself if nothing has."""
        seen = {standard.name}
        while True:
            successor, _ = self.catalogue.successors.get(("standard", standard.name), ("", None))
            if successor in seen or successor not in self.catalogue.standards:
                return standard
            seen.add(successor)
            standard = self.catalogue.standards[successor]

    def _meant(self, name: str, place: str) -> Meant:
        if (name, place) not in self._met:
            self._met[name, place] = self.known.meant(name, self.catalogue.around(place))
        return self._met[name, place]


@lru_cache(maxsize=100_000)
def same_matter(a: str, b: str) -> str:
    """同一 · 可能 · 不同, of two names of matters."""
    return alike(a, b, "matter").verdict
