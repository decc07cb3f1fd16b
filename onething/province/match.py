"""Which standard a bundle is: it says so, it is called so, or its name means the same. Unsure is said as unsure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onething.model.catalogue import Catalogue, Standard
from onething.province.summary import Summary


@dataclass(frozen=True, slots=True)
class Match:
    """``bundle``: the official name, without the list, '' = none; ``sure``: nobody has to look; ``renamed``: it is
    called neither so nor by an alias."""

    bundle: str = ""
    sure: bool = True
    renamed: bool = False


def match(summary: Summary, catalogue: Catalogue) -> Match:
    """The standard that a bundle is. What it states counts before what it is called."""
    stated = catalogue.standards.get(summary.standard)
    if stated is not None:
        return Match(stated.bundle, renamed=not called(summary.name, stated))
    for standard in catalogue.standards.values():
        if called(summary.name, standard):
            return Match(standard.bundle)
    verdicts = {s.bundle: means_same(summary.name, s.bundle, "bundle") for s in catalogue.standards.values()}
    same = [name for name, verdict in verdicts.items() if verdict == "同一"]
    if len(same) == 1:
        return Match(same[0], renamed=True)
    perhaps = same or [name for name, verdict in verdicts.items() if verdict == "可能"]
    return Match(min(perhaps), sure=False, renamed=True) if perhaps else Match()


def called(name: str, standard: Standard) -> bool:
    """Whether this is the official name of a standard, or one of its aliases."""
    return name == standard.bundle or name in standard.aliases


@lru_cache(maxsize=100_000)
def means_same(a: str, b: str, kind: str) -> str:
    """同一 · 可能 · 不同, of two names of a kind (bundle, matter)."""
    return "同一" if a == b else "不同"
