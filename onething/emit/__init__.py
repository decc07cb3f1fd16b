"""Emitters: one folder a target, each a function from BundleIR to files. They read the IR and nothing else of ours."""

from __future__ import annotations

from importlib import import_module

from onething.emit.artefact import Artefact
from onething.plan.ir import BundleIR

# Target → module with ``emit(ir) -> Emission``; imported only when asked for.
TARGETS: dict[str, str] = {
    "form": "onething.emit.form",
    "checklist": "onething.emit.notice",
    "workflow": "onething.emit.workflow",
    "plan": "onething.emit.bundle",
}


def emit(ir: BundleIR, targets: tuple[str, ...] = tuple(TARGETS)) -> list[Artefact]:
    """The files of some targets, with the source map when all are emitted."""
    from onething.emit.bundle import source_map

    emissions = [import_module(TARGETS[t]).emit(ir) for t in targets]
    artefacts = [a for e in emissions for a in e.artefacts]
    if len(targets) == len(TARGETS):
        artefacts.append(source_map(emissions))
    return artefacts
