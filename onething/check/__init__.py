"""Checking what a bundle means: the rules of the workspace's rung of the ladder, without what only follows from them."""

from __future__ import annotations

from typing import Iterable

from onething.check.cascades import without_cascades
from onething.check.ladder import ALL
from onething.check.rules import FIRST, RULES
from onething.diagnostics import Finding
from onething.plan.analysis import Analysis


def check(analysis: Analysis, reported: Iterable[Finding] = (), chosen: frozenset[str] = ALL) -> list[Finding]:
    """All findings about the meaning of one bundle by the rules ``chosen`` (codes), without those that only follow
    from what reading it has ``reported``. Never raises for anything an author can write."""
    for rule in FIRST:
        found = list(rule.find(analysis))
        if found:
            return found
    found = [f for rule in RULES if rule.code in chosen for f in rule.find(analysis)]
    return without_cascades(found, reported)
