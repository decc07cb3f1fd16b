"""A value together with where it is said and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from onething.logic.expression import Expression
from onething.source import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A stated value. ``basis``: its own source; ``unverified``: 未核, no source confirms it."""

    value: T
    span: Span
    basis: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """A value under a condition. ``value`` None: it is said that nobody states it (未载明). ``when_span``: the
    condition as written; 其余 and a value for everybody have none."""

    when: Expression
    value: T | None
    span: Span
    basis: str = ""
    unverified: bool = False
    when_span: Span | None = None


Cases = tuple[Case[T], ...]  # exclusive and, together, exhaustive (checked); () = not stated
