"""The coverage goals of ``onething.toml``, each with its place there."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from onething.province.goal import Goal
from onething.source import Source, Span
from onething.workspace.config import FILE, Config, tables


def goals(root: Path, config: Config) -> list[Goal]:
    """The goals, in the order in which they are written. The file has been read before (``read_config``)."""
    if not config.coverage:
        return []
    source = Source(FILE, (root / FILE).read_text(encoding="utf-8"))
    places = tables(source, "coverage")
    made = []
    for number, goal in enumerate(config.coverage):
        start, end = places[number] if number < len(places) else (0, len(source.text))
        first = source.text.find(goal.list, start, end)
        span = Span(source, first, first + len(goal.list)) if first >= 0 else Span(source, start, start)
        since = goal.since.isoformat() if goal.since else ""
        made.append(Goal(goal.list, goal.level, Fraction(str(goal.share)), since, goal.matters, span))
    return made
