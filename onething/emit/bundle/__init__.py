"""``bundle.json``, the published form itself, and ``source-map.json``: artefact place → line of the specification."""

from __future__ import annotations

import json

from onething.emit.artefact import Artefact, Emission
from onething.plan.ir import BundleIR


def emit(ir: BundleIR) -> Emission:
    """``bundle.json``. The source map needs all artefacts; see ``source_map``."""
    text = ir.model_dump_json(indent=1) + "\n"
    things = [
        *((f"/matters/{i}", m.place) for i, m in enumerate(ir.matters)),
        *((f"/fields/{i}", f.place) for i, f in enumerate(ir.fields)),
        *((f"/materials/{i}", m.place) for i, m in enumerate(ir.materials)),
        *((f"/gates/{i}", g.place) for i, g in enumerate(ir.gates)),
        *((f"/questions/{i}", q.place) for i, q in enumerate(ir.questions)),
        *((f"/edges/{i}", e.places[0]) for i, e in enumerate(ir.edges)),
    ]
    return Emission((Artefact("bundle.json", text, tuple(things)),))


def source_map(emissions: list[Emission]) -> Artefact:
    """Every place of every artefact with the line that says it, and what the targets cannot express."""
    places = {
        artefact.path: {
            at: f"{p.file}:{p.line}:{p.column}" + (f" {p.basis}" if p.basis else "") + (" 未核" if p.unverified else "")
            for at, p in artefact.places
        }
        for emission in emissions
        for artefact in emission.artefacts
        if artefact.places
    }
    cannot = [
        {"target": c.target, "what": c.what, "line": f"{c.place.file}:{c.place.line}:{c.place.column}"}
        for emission in emissions
        for c in emission.cannot
    ]
    text = json.dumps({"places": places, "cannot_express": cannot}, ensure_ascii=False, indent=1) + "\n"
    return Artefact("source-map.json", text)
