"""What local versions have from the version above them is told there, once, with how many have it."""

from __future__ import annotations

from onething.diff.effect import Effect
from onething.workspace.changes import Changed

Key = tuple


def told_once(changed: list[Changed]) -> list[tuple[Changed, Effect, int]]:
    """The effects of each bundle that it does not have from above, each with the number of versions below that have it
    from here."""
    by_name = {c.new: c for c in changed if c.new}
    keys = {name: {_key(c, e) for e in c.effects} for name, c in by_name.items()}
    below: dict[tuple[str, Key], int] = {}
    own: list[tuple[Changed, Effect]] = []
    for c in changed:
        for e in c.effects:
            top = _uppermost(c, _key(c, e), by_name, keys)
            if top is c:
                own.append((c, e))
            else:
                at = top.new, _key(c, e)
                below[at] = below.get(at, 0) + 1
    return [(c, e, below.get((c.new, _key(c, e)), 0)) for c, e in own]


def _key(c: Changed, e: Effect) -> Key:
    """What makes an effect the same in a version and in the one above it: what, and where, unless it is only said at the
    head."""
    spans = (None if s == head else s.order() for s, head in ((e.old_span, c.old_head), (e.new_span, c.new_head)))
    return (e.kind, e.worse, e.thing, e.old, e.new, *spans)


def _uppermost(c: Changed, key: Key, by_name: dict[str, Changed], keys: dict[str, set[Key]]) -> Changed:
    """The version furthest up that has the same effect."""
    seen = {c.new}
    while c.parent in by_name and c.parent not in seen and key in keys[c.parent]:
        c = by_name[c.parent]
        seen.add(c.new)
    return c
