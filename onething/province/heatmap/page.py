"""The heat map: one page without any script. What is chosen on it is chosen by the style sheet."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from onething.province.cell import STATES
from onething.province.coverage import Coverage
from onething.province.heatmap.view import Section, sections


def page(coverage: Coverage, name: str = "") -> str:
    """The page. ``name``: of the workspace. Names reach it through an autoescaping sandbox; nothing on it runs."""
    made = sections(coverage)
    style = _style() + _choices(made)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    states = [s for s in STATES.values() if any(q.state == s.name for q in _squares(made)) or s.name in ("有", "部分", "缺")]
    return _template().render(
        name=name,
        today=coverage.today,
        levels="、".join(coverage.levels),
        sections=made,
        states=states,
        inherited=any(q.inherited for q in _squares(made)),
        folds=any(g.counties for s in made for g in s.groups),
        cities=[(g.number, g.head.place) for g in made[0].groups] if made else [],
        extras=coverage.extras,
        unread=coverage.unread,
        style=Markup(style),  # ours alone: no name is in it
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )


def _squares(made: list[Section]):
    return (q for s in made for g in s.groups for line in (g.head, *g.counties) for q in line.squares)


def _choices(made: list[Section]) -> str:
    """The rules that show only the list, or the place, that is chosen. Numbers only: no name is in them."""
    rules = [f"body:has(#list-{s.number}:checked) .list:not(.list-{s.number}){{display:none}}" for s in made]
    rules += [f"body:has(#place-{g.number}:checked) .place:not(.place-{g.number}){{display:none}}" for g in (made[0].groups if made else ())]
    return "\n".join(rules)


@cache
def _style() -> str:
    return (files(__package__) / "page.css").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = SandboxedEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string((files(__package__) / "page.html.j2").read_text(encoding="utf-8"))
