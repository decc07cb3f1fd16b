"""Near in meaning though not in name: bundles that join the same matters, matters that issue and ask for the same.

What is alike in content may still be another thing, so this never says 同一.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Iterable

from onething.naming.compare import Verdict, alike


@dataclass(frozen=True, slots=True)
class Contents:
    """What a matter does: documents and facts it issues, those it asks for, and the departments that handle it."""

    issued: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()


def jaccard(a: Collection[str], b: Collection[str]) -> float:
    """The share of what is in either that is in both, from 0 to 1; 0 for two empty ones."""
    a, b = set(a), set(b)
    return len(a & b) / len(a | b) if a | b else 0.0


def like_matter(a: Contents, b: Contents) -> Verdict | None:
    """可能 if two matters are alike by what they do, else None."""
    if a.issued and a.issued == b.issued:
        words = "、".join(sorted(a.issued))
        return Verdict("可能", f"都出具{words}", f"both issue “{words}”", 0.9)
    share = jaccard(a.asked, b.asked)
    if share >= 0.6 and len(a.asked & b.asked) >= 2 and not a.departments.isdisjoint(b.departments):
        words = "、".join(sorted(a.departments & b.departments))
        return Verdict("可能", f"都由{words}办，要的材料大多相同", f"both handled by “{words}”, for mostly the same documents", share)
    return None


def like_bundle(matters: Iterable[str], required: Iterable[str]) -> Verdict | None:
    """可能 if a bundle has most of the matters that a standard asks for, at least two of them, by whatever name."""
    required, left, found = list(required), list(matters), 0
    for name in required:
        same = next((m for m in left if alike(m, name, "matter").same), None)
        if same is not None:
            left.remove(same)
            found += 1
    if found < 2 or 2 * found <= len(required):
        return None
    return Verdict("可能", f"应含的{len(required)}个事项里有{found}个", f"it has {found} of the {len(required)} matters asked for", found / len(required))
