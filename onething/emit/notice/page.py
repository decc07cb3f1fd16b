"""The notice as one self-contained page: complete without JavaScript, and with it a list of one's own.

Specification text reaches the page through an autoescaping sandbox, or as JSON in a script element that is not
executed. The scripts and the style are ours alone and allowed by their digests; everything else is forbidden
by the policy, the network included.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from onething.emit.notice.content import Fact, Notice
from onething.emit.web.decisions import decisions
from onething.plan.ir import BundleIR, Place

_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPE_TABLE = str.maketrans(_JSON_ESCAPES)


def page(notice: Notice, ir: BundleIR) -> str:
    """The page."""
    style, script, policy = _static()
    return _template().render(
        notice=notice, style=style, script=script, policy=policy, data=json_text(_data(ir)), pairs=pairs
    )


def places(notice: Notice) -> tuple[tuple[str, Place], ...]:
    """(#id, place) of matters, materials, gates and what else has an anchor."""
    found = []
    for section in notice.sections:
        for part in section.parts:
            if part.kind == "matter":
                found.append((f"#{part.anchor}", part.place))
            elif part.kind in ("table", "items"):
                entries = part.rows if part.kind == "table" else part.items
                found += [(f"#{e.anchor}", e.place) for e in entries if e.anchor and e.place is not None]
    return tuple(found)


def json_text(value: Any) -> Markup:
    """JSON for a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPE_TABLE))  # noqa: S704 – the four characters that matter are escaped


def pairs(facts: list[Fact]) -> list[tuple[Fact, ...]]:
    """Facts in rows of two where both are short, else one."""
    rows: list[tuple[Fact, ...]] = []
    waiting: Fact | None = None
    for fact in facts:
        short = len(fact.value) == 1 and len(fact.value[0].text) <= 16
        if waiting is not None:
            rows.append((waiting, fact) if short else (waiting,))
            if not short:
                rows.append((fact,))
            waiting = None
        elif short:
            waiting = fact
        else:
            rows.append((fact,))
    return [*rows, (waiting,)] if waiting is not None else rows


def _data(ir: BundleIR) -> dict[str, Any]:
    """What the page needs to make a list of one's own."""
    data = decisions(ir)
    data["fields"] = []  # the form's business
    asks = {q.name: {"ask": q.ask, "remark": q.remark} for q in ir.questions}
    return {"bundle": data, "asks": asks, "at_least_one": ir.at_least_one}


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


@cache
def _static() -> tuple[Markup, Markup, str]:
    """Style, script and the policy that allows just these."""
    here = files("onething.emit.notice")
    style = "\n".join((here / name).read_text("utf-8") for name in ("notice.css", "mine.css", "print.css"))
    web = files("onething.emit.web")
    script = "\n".join(
        [(web / "decide.js").read_text("utf-8"), *((here / n).read_text("utf-8") for n in ("sheet.js", "mine.js"))]
    )
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return Markup(style), Markup(script), policy  # noqa: S704 – our own files


@cache
def _template() -> Template:
    """Compiled when first needed."""
    environment = SandboxedEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("onething.emit.notice").joinpath("page.html.j2").read_text("utf-8"))
