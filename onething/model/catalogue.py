"""The catalogue: what all bundles of a workspace share."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.naming.known import Alias, Known
from onething.naming.rules import NamingRule
from onething.source import Span

STATE = "国家"  # the place of what has no place


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative place with its GB/T 2260 code. ``within`` '' = directly below the state."""

    name: str
    code: str
    within: str
    span: Span


@dataclass(frozen=True, slots=True)
class Department:
    """A department or unit by its role name; ``organs``: place → the organ that is it there, ``unverified`` the places
    where no source confirms it."""

    name: str
    is_unit: bool
    organs: dict[str, str]
    span: Span
    unverified: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Element:
    """A data element: what makes two fields one. ``source``: the data source that prefills it, or ''."""

    name: str
    type: str
    options: tuple[str, ...]
    source: str
    remark: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A licence, certificate or paper. ``e_licence``: places where it exists electronically."""

    name: str
    issuer: str
    e_licence: frozenset[str]
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class DataSource:
    """A data source. ``connected`` None = everywhere, else the places where it is."""

    name: str
    provider: str
    sharing: str
    connected: frozenset[str] | None
    span: Span


@dataclass(frozen=True, slots=True)
class StandardList:
    """A list of standards. ``tier``: 总体 年度 特色, or ''; ``place``: where its bundles are to be handled, '' =
    everywhere; ``issued``: ISO day, or ''."""

    name: str
    tier: str
    place: str
    issued: str
    basis: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Standard:
    """An entry of a standard list; ``bundle`` is its official name, without the list."""

    name: str
    bundle: str
    aliases: tuple[str, ...]
    required: tuple[tuple[str, Span], ...]
    basis: tuple[str, ...]
    span: Span
    version: str = ""
    version_span: Span | None = None

    @property
    def list(self) -> str:
        """The list that it stands in, '' if its name has none."""
        return self.name.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class AliasTerm:
    """How far another name holds. ``until``: the first day (ISO) on which it no longer does, '' = always; ``places``:
    where it does, empty = everywhere."""

    until: str
    places: frozenset[str]
    span: Span


@dataclass(slots=True)
class Catalogue:
    """Things by canonical name; ``aliases`` maps (kind, other name) to it, ``terms`` to how far it holds where that is
    limited; ``naming_rules``: those of the workspace; ``successors`` maps (kind, name) to what took its place, and where that is said. ``today``: the day (ISO) on which it is
    asked whether an alias or a list still holds; '' = that is not asked."""

    places: dict[str, Place] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    elements: dict[str, Element] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    sources: dict[str, DataSource] = field(default_factory=dict)
    lists: dict[str, StandardList] = field(default_factory=dict)
    standards: dict[str, Standard] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    terms: dict[tuple[str, str], AliasTerm] = field(default_factory=dict)
    successors: dict[tuple[str, str], tuple[str, Span]] = field(default_factory=dict)
    today: str = ""
    naming_rules: tuple[NamingRule, ...] = ()
    _known: dict[str, Known] = field(default_factory=dict, compare=False, repr=False)

    def of(self, kind: str) -> dict:
        """The things of a kind: place department element document source list standard."""
        return {
            "place": self.places,
            "department": self.departments,
            "element": self.elements,
            "document": self.documents,
            "source": self.sources,
            "list": self.lists,
            "standard": self.standards,
        }[kind]

    def canonical(self, kind: str, name: str) -> str | None:
        """The canonical name behind a name or alias, or None."""
        return name if name in self.of(kind) else self.aliases.get((kind, name))

    def lapsed(self, kind: str, alias: str, place: str) -> AliasTerm | None:
        """The term of an alias that does not hold at the place, or no longer on the day; None if it holds."""
        term = self.terms.get((kind, alias))
        if term is None or alias in self.of(kind):
            return None
        over = bool(term.until and self.today and term.until <= self.today)
        return term if over or term.places and term.places.isdisjoint(self.around(place)) else None

    def known(self, kind: str) -> Known:
        """What names there are, for asking what another one means: of kind bundle the standards' without their lists,
        else department or document. Aliases that lapsed are among them: they still mean the same. Made once."""
        if kind not in self._known:
            of = "standard" if kind == "bundle" else kind
            bare = {name: thing.bundle if kind == "bundle" else name for name, thing in self.of(of).items()}
            aliases = [(alias, name) for (k, alias), name in self.aliases.items() if k == of]
            self._known[kind] = Known(kind, dict.fromkeys(bare.values()), [Alias(a, bare[name], *self._limits(of, a)) for a, name in aliases])
        return self._known[kind]

    def _limits(self, kind: str, alias: str) -> tuple[str, tuple[str, ...]]:
        term = self.terms.get((kind, alias))
        return (term.until, tuple(sorted(term.places))) if term else ("", ())

    def around(self, place: str) -> tuple[str, ...]:
        """The place and everything it lies in, nearest first, the state last."""
        chain = []
        while place and place != STATE and place not in chain:
            chain.append(place)
            place = self.places[place].within if place in self.places else ""
        return (*chain, STATE)

    def has_e_licence(self, document: str, place: str) -> bool:
        """Whether the document exists as an e-licence at the place."""
        known = self.documents.get(document)
        return bool(known) and not known.e_licence.isdisjoint(self.around(place))

    def is_connected(self, source: str, place: str) -> bool:
        """Whether the source may be used at the place: it is shared, and connected there."""
        known = self.sources.get(source)
        if not known or known.sharing == "不予共享":
            return False
        return known.connected is None or not known.connected.isdisjoint(self.around(place))
