"""Which applicants lose a matter against what the bundle adapts: not all, or it would be cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from onething.plan.analysis import Analysis
    from onething.source import Span


@dataclass(frozen=True, slots=True)
class Loss:
    """A matter that the standard gives ``who`` (one of them, in words) and the local version does not."""

    matter: str
    who: str
    span: Span


def losses(analysis: Analysis) -> Iterator[Loss]:
    """The matters that some applicants lose. Nothing without a parent."""
    return iter(())
