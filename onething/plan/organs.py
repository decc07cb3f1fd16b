"""The organ that a department is at a place: that of the place itself, else of the nearest place around it."""

from __future__ import annotations

from typing import NamedTuple

from onething.model.catalogue import Catalogue


class Organ(NamedTuple):
    """A department as people at a place know it. ``unverified``: no source confirms the name (未核)."""

    name: str
    unverified: bool


def organ(catalogue: Catalogue, department: str, place: str) -> Organ:
    """The organ of a department, or of several joined by 、; the name of its role where nobody says what it is there."""
    found = [_one(catalogue, each, place) for each in department.split("、")]
    return Organ("、".join(o.name for o in found), any(o.unverified for o in found))


def _one(catalogue: Catalogue, department: str, place: str) -> Organ:
    known = catalogue.departments.get(department)
    at = next((p for p in catalogue.around(place) if p in known.organs), "") if known else ""
    return Organ(known.organs[at], at in known.unverified) if at else Organ(department, False)
