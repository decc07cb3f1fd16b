"""The merged form of a bundle: a JSON Schema, a layout for front ends, and a page that works from a file."""

from __future__ import annotations

from onething.emit.artefact import Artefact, Emission
from onething.emit.form.page import form_page
from onething.emit.form.schema import form_schema
from onething.emit.form.ui import form_ui
from onething.emit.json_text import json_text
from onething.emit.words import Words
from onething.plan.ir import BundleIR


def emit(ir: BundleIR) -> Emission:
    """``form.schema.json``, ``form.ui.json`` and ``form.html``."""
    words = Words(ir)
    schema, schema_places, cannot = form_schema(ir)
    ui, ui_places = form_ui(ir, words)
    page, page_places = form_page(ir, words)
    return Emission(
        (
            Artefact("form.schema.json", json_text(schema, 4), tuple(schema_places)),
            Artefact("form.ui.json", json_text(ui, 4), tuple(ui_places)),
            Artefact("form.html", page, tuple(page_places)),
        ),
        tuple(cannot),
    )
