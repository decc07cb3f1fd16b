"""What a bundle shows of something: words, and the line that says so."""

from __future__ import annotations

from dataclasses import dataclass

from onething.source import Span


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a bundle that bears something out."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judged:
    """Something asked about a bundle. ``verdict``: of a crossing 跨 · 不跨 · 推不出, of a re-engineering 写到 · 未载明;
    ``why``: why it cannot be said, or ''."""

    name: str
    verdict: str
    why: str
    shown: tuple[Shown, ...]
