"""OT2508: a role that is filled by one of several, among them itself."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, finding
from onething.model.bundle import Bundle
from onething.plan.analysis import Analysis


def role_of_itself(analysis: Analysis) -> Iterator[Finding]:
    """OT2508: 甲 is 乙 或 甲, or 甲 is 乙 and 乙 is 甲: then nobody knows who it is."""
    b = analysis.bundle
    told: set[str] = set()
    for role in b.roles.values():
        way = _back(b, role.name, (role.name,)) if role.name not in told else ()
        if way:
            told.update(way)
            said = " → ".join((*way, role.name))
            yield finding("OT2508", role.span, role=role.name, way=said, fix=Fix("删去绕回来的那一个，写明是哪几个人", "remove what leads back, and say which persons"))


def _back(bundle: Bundle, role: str, way: tuple[str, ...]) -> tuple[str, ...]:
    """A way from a role over those that fill it back to where it began; () = none."""
    for other in bundle.roles[role].any_of:
        if other == way[0]:
            return way
        if other not in way and other in bundle.roles:
            found = _back(bundle, other, (*way, other))
            if found:
                return found
    return ()
