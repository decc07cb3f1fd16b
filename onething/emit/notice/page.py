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
from markupsafe import Markup, escape

from onething.emit.notice.content import (
    Cell,
    Fact,
    Facts,
    Items,
    Notice,
    Part,
    Said,
    Table,
    Words,
)
from onething.emit.web.decisions import decisions
from onething.plan.ir import BundleIR, Place

_IN_SCRIPT = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def page(notice: Notice, ir: BundleIR) -> str:
    """The page."""
    style, script, policy = _static()
    return _template().render(
        title=notice.title,
        pieces=title_pieces(notice.title),
        subtitle=notice.subtitle,
        sections=[(s.anchor, s.number, s.title, [dressed(part) for part in s.parts]) for s in notice.sections],
        style=style,
        script=script,
        policy=policy,
        data=json_text(_data(ir, notice)),
    )


def title_pieces(title: str) -> tuple[str, ...]:
    """The title where it may break: never within “一件事”, rather before what the document is."""
    head, mark, tail = title.rpartition("一次性告知单")
    return (head, mark + tail) if head else (title,)


def dressed(part: Part) -> tuple[Any, ...]:
    """A part as the template takes it: its kind, then plain values and escaped cells."""
    if isinstance(part, Facts):
        return ("facts", paired(part.rows))
    if isinstance(part, Words):
        return ("words", part.look, Markup("").join(map(said, part.value)))
    if isinstance(part, Table):
        rows = [
            (r.band, r.anchor, r.joined, list(zip(part.columns, map(lines, r.cells), strict=False))) for r in part.rows
        ]
        return ("table", part.look, part.columns, rows)
    if isinstance(part, Items):
        return ("items", "ol" if part.ordered else "ul", [(item.anchor, lines(item.value)) for item in part.items])
    return ("matter", part.anchor, part.number, said(Said(part.name, (), part.unverified)), part.mark, paired(part.facts))


def said(s: Said) -> Markup:
    """One piece of text with its notes; escaped here because cells are many and templates slow."""
    html = f'<span class="quiet">{escape(s.text)}</span>' if s.quiet else str(escape(s.text))
    for n in s.refs:
        html += f'<sup class="ref"><a href="#basis-{n}" aria-label="依据{n}">[{n}]</a></sup>'
    if s.unverified:
        html += '<sup class="doubt" title="未核">※</sup>'
    return Markup(html)


def lines(cell: Cell) -> Markup:
    """A cell, one line per piece."""
    return Markup("".join(f"<div>{said(s)}</div>" for s in cell))


def paired(facts: list[Fact]) -> list[list[tuple[str, Markup]]]:
    return [[(f.label, lines(f.value)) for f in row] for row in pairs(facts)]


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
    for character, escaped in _IN_SCRIPT:
        text = text.replace(character, escaped)
    return Markup(text)


def pairs(facts: list[Fact]) -> list[tuple[Fact, ...]]:
    """Facts in rows of two where both are short, else one."""
    rows: list[tuple[Fact, ...]] = []
    waiting: Fact | None = None
    for fact in facts:
        short = len(fact.value) == 1 and len(fact.value[0].text) <= 14
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


def _data(ir: BundleIR, notice: Notice) -> dict[str, Any]:
    """What the page needs to make a list of one's own."""
    data = decisions(ir)
    data["fields"] = []  # the form's business
    asks = {q.name: {"ask": q.ask, "remark": q.remark} for q in ir.questions}
    name = notice.title.removesuffix("一次性告知单")
    return {"name": name, "bundle": data, "asks": asks, "form": bool(ir.fields), "at_least_one": ir.at_least_one, "whens": notice.whens}


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
    return Markup(style), Markup(script), policy


@cache
def _template() -> Template:
    """Compiled when first needed."""
    environment = SandboxedEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("onething.emit.notice").joinpath("page.html.j2").read_text("utf-8"))
