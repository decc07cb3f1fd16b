"""Evidence: of all values a bundle states, how many name a source, are 未核, or are 未载明."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Iterator

from onething.model.bundle import Alone, Bundle, Matter, Parameter
from onething.model.fact import Case
from onething.source import Span

OWN, INHERITED, UNVERIFIED, BARE, NOT_STATED = "自带依据", "随事项或整件事的依据", "未核", "没有依据", "未载明"
SOURCED = (OWN, INHERITED)


@dataclass(slots=True)
class Evidence:
    """How many values there are of each kind, and where those stand that nothing confirms: (kind, words, place)."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys((OWN, INHERITED, UNVERIFIED, BARE, NOT_STATED), 0))
    missing: list[tuple[str, str, Span]] = field(default_factory=list)

    @property
    def facts(self) -> int:
        return sum(self.counts.values())


def evidence(bundle: Bundle) -> Evidence:
    """Every value that can carry a source, in the order of the file. A value without its own rests on the document that
    its matter cites, else on that of the bundle."""
    found = Evidence()
    for fact, basis in sorted(_facts(bundle, bundle.basis), key=lambda pair: pair[0].span.order()):
        kind = _kind(fact, basis)
        found.counts[kind] += 1
        if kind not in SOURCED:
            found.missing.append((kind, " ".join(fact.span.text.split()), fact.span))
    return found


def _facts(thing: object, basis: tuple[str, ...]) -> Iterator[tuple]:
    """The values below a thing, each with the citations that it inherits."""
    if isinstance(thing, dict):
        thing = tuple(thing.values())
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        for each in thing:
            yield from _facts(each, basis)
    elif hasattr(thing, "unverified"):
        yield thing, basis
    elif isinstance(thing, (Bundle, Matter, Alone)) and is_dataclass(thing):
        inherited = getattr(thing, "basis", ()) or basis
        for part in fields(thing):
            if part.name != "makers":  # the outputs once more
                yield from _facts(getattr(thing, part.name), inherited)


def _kind(fact, basis: tuple[str, ...]) -> str:
    if fact.unverified:
        return UNVERIFIED
    if isinstance(fact, Case) and fact.value is None or isinstance(fact, Parameter) and fact.number is None:
        return NOT_STATED
    if getattr(fact, "basis", ""):
        return OWN
    return INHERITED if basis else BARE
