"""What the catalogue calls things, for asking what another name means. Made once for each catalogue."""

from __future__ import annotations

from onething.model.catalogue import Catalogue
from onething.naming.known import Alias, Known


def official_bundles(catalogue: Catalogue) -> Known:
    """The names of the standards and their aliases, also those that lapsed: they still mean the same."""
    known = catalogue.naming.get("bundle")
    if known is None:
        names = dict.fromkeys(s.bundle for s in catalogue.standards.values())
        aliases = [Alias(a, s.bundle, *_term(catalogue, a)) for s in catalogue.standards.values() for a in s.aliases]
        known = catalogue.naming["bundle"] = Known("bundle", names, dict.fromkeys(aliases))
    return known


def official(catalogue: Catalogue, kind: str) -> Known:
    """The names and aliases of departments or documents."""
    known = catalogue.naming.get(kind)
    if known is None:
        aliases = [Alias(a, name, *_term(catalogue, a, kind)) for (k, a), name in catalogue.aliases.items() if k == kind]
        known = catalogue.naming[kind] = Known(kind, catalogue.of(kind), aliases)
    return known


def _term(catalogue: Catalogue, alias: str, kind: str = "standard") -> tuple[str, tuple[str, ...]]:
    term = catalogue.terms.get((kind, alias))
    return (term.until, tuple(sorted(term.places))) if term else ("", ())
