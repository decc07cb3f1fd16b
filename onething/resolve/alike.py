"""Which name was meant: one that looks the same, is spelt nearly so, is contained, or shares most of its characters."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from typing import Iterable, Mapping

from onething.syntax.confusables import skeleton

_JOINING = re.compile("[和与及/／;；]|以及")


def nearest(name: str, candidates: Iterable[str], few: bool = False, same: Mapping[str, str] = {}) -> str | None:
    """The candidate most like ``name``, if one is like enough to be meant. ``few``: they are all there is to
    choose from, so that half of the characters are enough. ``same``: what candidates are other names of."""
    candidates = list(candidates)
    bare = skeleton(name)
    for candidate in candidates:
        if skeleton(candidate) == bare:
            return candidate
    candidates = [c for c in candidates if _negations(c) == _negations(name)]  # never the opposite
    near = get_close_matches(name, candidates, n=2, cutoff=0.6)
    if len(near) == 2 and _ratio(name, near[0]) == _ratio(name, near[1]) and same.get(near[0], near[0]) != same.get(near[1], near[1]):
        return None
    if near:
        return near[0]
    inside = [c for c in candidates if len(name) > 1 and (name in c or (len(c) > 1 and c in name))]
    if inside:
        return min(inside, key=lambda c: (abs(len(c) - len(name)), c))
    return _sharing(name, candidates, few, same)


def _negations(name: str) -> int:
    return sum(name.count(word) for word in "不非无未没")


def _ratio(name: str, candidate: str) -> float:
    return SequenceMatcher(None, candidate, name).ratio()


def _sharing(name: str, candidates: list[str], few: bool, same: Mapping[str, str]) -> str | None:
    """The one candidate that has most characters of ``name``: 人社局 is 人社部门."""
    letters = Counter(name)
    shared = {c: sum((letters & Counter(c)).values()) for c in candidates}
    count = max(shared.values(), default=0)
    best = [c for c in candidates if shared[c] == count]
    if not count or len({same.get(c, c) for c in best}) > 1:
        return None
    enough = 2 * count > len(name) or few and 2 * count == len(name)
    return min(best, key=lambda c: (len(c), c)) if enough else None


def differing(name: str, near: str) -> tuple[str, str] | None:
    """What differs between two names that cannot be told apart on paper (戶, 户); None if they can."""
    if skeleton(name) != skeleton(near):
        return None
    if len(name) != len(near):
        return name, near
    pairs = dict.fromkeys((a, b) for a, b in zip(name, near) if a != b)
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)


def listed(name: str, known: Iterable[str]) -> list[str]:
    """The known names that ``name`` joins by 和, 及, / …; none if one of them is not known."""
    known, parts = set(known), _JOINING.split(name)
    return parts if len(parts) > 1 and all(part in known for part in parts) else []
