"""The page: no script, nothing loaded from elsewhere. A section is made where its bundle is looked at."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Sequence

from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from onething.audit.degrees import DEGREES
from onething.audit.reengineering import NOT_NAMED
from onething.audit.table import Row, header, together
from onething.audit.text import place, shown

SECTIONS = 300  # with more bundles the page has the table alone: nobody scrolls through thousands
TONES = ((80, "good"), (60, "partly"), (0, "bad"))  # from this score on; the number stands beside the colour


def section(body: dict) -> str:
    """One bundle, from the report of ``onething.audit.report``. Names reach it through an autoescaping sandbox."""
    lost = sorted(((d, m) for d in body["degrees"] for m in d["measures"] if m["lost"]), key=lambda row: -row[1]["points"])
    return _template("section").render(b=body, lost=lost, place=place, shown=shown, tone=tone, not_named=NOT_NAMED)


def page(rows: Sequence[Row], sections: Sequence[str], profiles: list[str]) -> str:
    """The whole page: ``rows`` as ``table.row`` makes them, worst first, and the section of each, if not too many."""
    style = (files(__package__) / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    names = header(profiles)
    scored = {i for i, name in enumerate(names) if name == "总分" or name in {d.name for d in DEGREES}}
    return _template("page").render(
        header=names,
        rows=rows,
        scored=scored,
        tone=tone,
        together=together(rows, profiles) if len(rows) > 1 else [],
        sections=[Markup(s) for s in sections] if len(rows) <= SECTIONS else [],
        too_many=len(rows) > SECTIONS,
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )


def tone(score: str) -> str:
    """The class of a score as it is shown; – has none of its own."""
    return "none" if score == "–" else next(name for least, name in TONES if float(score) >= least)


@cache
def _template(name: str) -> Template:
    environment = SandboxedEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string((files(__package__) / f"{name}.html.j2").read_text(encoding="utf-8"))
