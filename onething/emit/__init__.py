"""Emitters: one folder a target, each a function from BundleIR to files. They read the IR and nothing else of ours."""

from __future__ import annotations

from importlib import import_module

from onething.emit.artefact import Artefact, Emission
from onething.plan.ir import BundleIR, Place

# Target → module with ``emit(ir) -> Emission``; imported only when asked for.
TARGETS: dict[str, str] = {
    "form": "onething.emit.form",
    "checklist": "onething.emit.notice",
    "workflow": "onething.emit.workflow",
    "plan": "onething.emit.bundle",
}


# Targets that say nothing of the place whose bundle it is.
PLACELESS = ("workflow",)

Alike = dict[str, tuple[Emission, Place]]


def emit(ir: BundleIR, targets: tuple[str, ...] = tuple(TARGETS), alike: Alike | None = None) -> list[Artefact]:
    """The files of some targets, with the source map when all are emitted. ``alike``: what was emitted for bundles that
    differ from this one in nothing but whose they are, by target, and where that one begins; used, and added to."""
    from onething.emit.bundle import source_map

    emissions = [_emission(ir, t, {} if alike is None else alike) for t in targets]
    artefacts = [a for e in emissions for a in e.artefacts]
    if len(targets) == len(TARGETS):
        artefacts.append(source_map(emissions))
    return artefacts


def _emission(ir: BundleIR, target: str, alike: Alike) -> Emission:
    if target not in PLACELESS:
        return import_module(TARGETS[target]).emit(ir)
    if target not in alike:
        alike[target] = import_module(TARGETS[target]).emit(ir), ir.place_in_source
    made, beginning = alike[target]
    return made if beginning == ir.place_in_source else made.moved(beginning, ir.place_in_source)
