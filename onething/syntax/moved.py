"""A copy of part of a phrase at another place: needed where several values become one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace


def moved(part, by: int):
    """``part`` with every place in it moved by ``by`` characters."""
    if by == 0:
        return part
    changes = {}
    for each in fields(part):
        value = getattr(part, each.name)
        if each.name in ("start", "end"):
            changes[each.name] = value + by
        elif is_dataclass(value):
            changes[each.name] = moved(value, by)
        elif isinstance(value, tuple):
            changes[each.name] = tuple(moved(item, by) for item in value)
    return replace(part, **changes)
