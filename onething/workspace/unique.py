"""No two bundles of one identity, nor of one place and code: asked of the heads, one after the other in the order of paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import Bundle
from onething.source import Source, Span


@dataclass(frozen=True, slots=True)
class Head:
    """What makes a bundle the one it is, and where that stands."""

    identity: str
    place: str
    name: str
    code: str
    span: Span
    code_span: Span | None

    @classmethod
    def of(cls, bundle: Bundle) -> Head:
        return cls(bundle.identity, bundle.place, bundle.name, bundle.code, bundle.span, bundle.code_span)

    def packed(self) -> list:
        """It as JSON knows it; ``unpacked`` makes it again."""
        at, code_at = self.span, self.code_span
        where = code_at and [code_at.source.path, code_at.start, code_at.end]
        return [self.identity, self.place, self.name, self.code, [at.source.path, at.start, at.end], where]

    @classmethod
    def unpacked(cls, data: list, source: Callable[[str], Source]) -> Head:
        """The head again; ``source`` gives the file of a name."""
        *words, at, code_at = data
        return cls(*words, Span(source(at[0]), at[1], at[2]), code_at and Span(source(code_at[0]), code_at[1], code_at[2]))


@dataclass(slots=True)
class Unique:
    """The heads seen so far: only where each stands, no bundle outlives its turn."""

    _identities: dict[str, Span] = field(default_factory=dict)
    _codes: dict[tuple[str, str], tuple[str, Span]] = field(default_factory=dict)

    def found(self, head: Head) -> Iterator[Finding]:
        """What is wrong with the next head beside those before it."""
        first = self._identities.setdefault(head.identity, head.span)
        if first.source.path != head.span.source.path:
            note = Note(first, "第一次写在这里", "first here")
            yield finding("OT1202", head.span, kind="一件事", kind_en="bundle", name=head.identity, notes=[note])
            return
        name, other = self._codes.setdefault((head.place, head.code), (head.name, head.span))
        if head.code and other.source.path != head.span.source.path:
            used = Note(other, f"“{name}”已用这个代码", f"“{name}” has this code")
            fix = Fix("换一个代码", "use another code")
            yield finding("OT1206", head.code_span or head.span, code=head.code, notes=[used], fix=fix)
