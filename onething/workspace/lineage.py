"""Which file holds which bundle, and what it adapts: seen at a glance, so that thousands of files need no parsing.

A glance looks at the head of a file only. A head that is written in a way it does not see through is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Container, Mapping

from onething.resolve import adapted, heads
from onething.resolve.bundle import bare_name
from onething.resolve.catalogue import block_name
from onething.resolve.reader import entries, names
from onething.model.catalogue import STATE
from onething.limits import LINEAGE
from onething.source import Source
from onething.syntax import parse
from onething.syntax.characters import written_name
from onething.vocabulary.bundle import BUNDLE

ADAPTS = "沿用"


def _words(name: str) -> str:
    word = next(w for w in BUNDLE.entries if w.name == name)
    return "|".join(map(re.escape, (word.name, word.english, *word.aliases)))


_OPENS = "|".join(map(re.escape, (BUNDLE.name, BUNDLE.english, *BUNDLE.aliases)))
_BLANK = "[ \t\u3000]"
_HEAD = re.compile(rf"(?m)^(?:-{_BLANK}+)?(?:{_OPENS})(?:{_BLANK}+|{_BLANK}*[：:]{_BLANK}*)([^\s：:#]+){_BLANK}*[：:]?{_BLANK}*(?:#.*)?$")
_REGION = re.compile(rf"(?:\r?\n(?:{_BLANK}+.*|[ \t]*#.*|[ \t]*(?=\r?\n)))*")
_PLACE = re.compile(rf"(?m)^{_BLANK}+(?:{_words('地区')}){_BLANK}*[：:]{_BLANK}*([^\s#（(]+)")
_ADAPTS = re.compile(rf"(?m)^{_BLANK}+(?:{_words(ADAPTS)}){_BLANK}*[：:]{_BLANK}*([^\s#（(]+)")
_WORD = re.compile(_OPENS)
_MARKS = "“”\"「」'"


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file's head says: the identity of its bundle, and of the one it adapts ('' if none)."""

    identity: str
    adapts: str


def glance(source: Source, default_place: str, places: Container[str]) -> Glance:
    """What the head of a file says; an empty identity for a file without one."""
    head = _HEAD.search(source.text)
    if head is None:
        return _parsed(source, default_place, places) if _WORD.search(source.text) else Glance("", "")
    region = _REGION.match(source.text, head.end()).group()
    place, adapts = _PLACE.search(region), _ADAPTS.search(region)
    if not adapts and ADAPTS in region or place and place[1].strip(_MARKS) not in places and place[1] != STATE:
        return _parsed(source, default_place, places)
    at = place[1].strip(_MARKS) if place else default_place or STATE
    return Glance(f"{at}/{bare_name(written_name(head[1]))}", written_name(adapts[1].strip(_MARKS)) if adapts else "")


def _parsed(source: Source, default_place: str, places: Container[str]) -> Glance:
    tops = heads(parse(source))
    if not tops:
        return Glance("", "")
    adapts = adapted(tops[0])
    said = next((name.text for _, _, name in names(entries(tops[0]).get("地区"))), "")
    place = said if said in places or said == STATE else default_place or STATE
    return Glance(f"{place}/{bare_name(block_name(tops[0]))}", adapts[0] if adapts else "")


class Lines:
    """Who adapts whom in a workspace. Made when first asked: a workspace without local versions never is. ``known``:
    what was seen before in files that have not changed, by path."""

    def __init__(self, sources: list[Source], default_place: str, places: Container[str], known: Mapping[str, Glance] = {}):
        self.of: dict[str, Glance] = {}
        self.by_identity: dict[str, Source] = {}
        for source in sources:
            seen = self.of[source.path] = known.get(source.path) or glance(source, default_place, places)
            if seen.identity:
                self.by_identity.setdefault(seen.identity, source)
        self.adapted = {seen.adapts for seen in self.of.values() if seen.adapts}

    def is_adapted(self, source: Source) -> bool:
        """Whether some version adapts what this file holds."""
        seen = self.of.get(source.path)
        return seen is not None and seen.identity in self.adapted and self.by_identity.get(seen.identity) is source

    def upward(self, source: Source) -> tuple[Source, ...]:
        """A file and those it depends on: what it adapts, what that adapts, up to the first that adapts nothing – or to one
        more than may adapt each other."""
        found = [source]
        while len(found) <= LINEAGE:
            seen = self.of.get(found[-1].path)
            above = self.by_identity.get(seen.adapts) if seen is not None and seen.adapts else None
            if above is None or above in found:
                break
            found.append(above)
        return tuple(found)
