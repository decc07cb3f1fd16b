"""Names of a list as the catalogue has them; what it does not have is declared once, where the list says it first."""

from __future__ import annotations

from dataclasses import dataclass, field

from onething.exchange import wording
from onething.exchange.places import At
from onething.model.catalogue import Catalogue
from onething.naming.compare import Verdict
from onething.naming.known import Alias, Known

WORDS = {"place": "地区", "department": "部门", "document": "证照", "element": "数据元"}


@dataclass(slots=True)
class Declared:
    """A thing that the list brings. ``issuer`` of a document, ``code`` of a place. ``near``: what of the catalogue it may be, and why."""

    name: str
    at: At | None
    issuer: str = ""
    code: str = ""
    near: tuple[str, Verdict] | None = None


@dataclass(slots=True)
class Shared:
    """The catalogue with what a list adds to it. ``new``: by kind and name. ``adding`` False: nothing is added."""

    catalogue: Catalogue
    place: str = ""
    adding: bool = True
    new: dict[tuple[str, str], Declared] = field(default_factory=dict)
    _known: dict[str, Known] = field(default_factory=dict)

    def name(self, kind: str, text: str, at: At | None = None) -> str | None:
        """The name to write for what a cell calls ``text``; None if it cannot be a name."""
        text = "".join(text.split("\n")).strip()
        found = self.catalogue.canonical(kind, text)
        if found is not None:
            return found
        if (kind, text) in self.new:
            return text
        if wording.heading(WORDS[kind], text) is None or wording.name(text) is None:
            return None
        near = None
        if kind in ("department", "document"):
            means = self._of(kind).meant(text, self.catalogue.around(self.place))
            if means.official:
                return means.official
            near = means.perhaps[0] if means.perhaps else None
        if self.adding:
            self.new[kind, text] = Declared(text, at, near=near)
        return text

    def is_unit(self, name: str) -> bool:
        """Whether a department of the catalogue is a unit: a hospital, a bank."""
        known = self.catalogue.departments.get(name)
        return bool(known) and known.is_unit

    def _of(self, kind: str) -> Known:
        """The names of a kind with aliases and, of departments, the organs."""
        if kind not in self._known:
            things = self.catalogue.of(kind)
            aliases = [Alias(alias, name) for (k, alias), name in self.catalogue.aliases.items() if k == kind]
            if kind == "department":
                aliases += [Alias(organ, name, "", (place,)) for name, d in things.items() for place, organ in d.organs.items()]
            self._known[kind] = Known(kind, things, aliases)
        return self._known[kind]
