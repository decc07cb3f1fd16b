"""What an emitter returns: files, and what of the specification each place of them comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onething.plan.ir import Place


@dataclass(frozen=True, slots=True)
class Artefact:
    """One output file. ``path`` is relative to the bundle's folder, ASCII; ``text`` its content (UTF-8, LF).

    ``places``: pairs (place in the artefact, place in the specification); the first is a JSON pointer for JSON,
    ``#id`` for XML and HTML, a line number for Markdown.
    """

    path: str
    text: str
    places: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class CannotExpress:
    """Something the target cannot say, with the line it concerns; listed, never dropped silently."""

    target: str
    what: str
    place: Place


@dataclass(frozen=True, slots=True)
class Emission:
    artefacts: tuple[Artefact, ...]
    cannot: tuple[CannotExpress, ...] = ()

    def moved(self, old: Place, new: Place) -> Emission:
        """The same files, where what comes from ``old`` comes from ``new``."""
        put = lambda place: new if place == old else place  # noqa: E731
        return Emission(
            tuple(replace(a, places=tuple((at, put(place)) for at, place in a.places)) for a in self.artefacts),
            tuple(replace(c, place=put(c.place)) for c in self.cannot),
        )
