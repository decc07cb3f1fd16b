"""``form.html``: one page that works from a file – a guided form with scripts, a paper form without."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from onething.emit.form.ui import by_owner, signers
from onething.emit.form.values import WHOLE, is_birth_date
from onething.emit.json_text import json_in_html
from onething.emit.web.decisions import decisions, options_of
from onething.emit.words import Words, number
from onething.plan.ir import BundleIR, Field, Material, Place

PARTS = Path(__file__).parent / "page_parts"
DECIDE = Path(__file__).parents[1] / "web" / "decide.js"
STEPS = ("您的情况", "办理的事项", "填写内容", "材料与时限", "核对确认")
HEAD_SCRIPT = "document.documentElement.className='js'"


class _Environment(SandboxedEnvironment):
    """The sandbox with a quicker rule for attributes: none that begins with an underscore."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return not attr.startswith("_")


@cache
def _template() -> Template:
    environment = _Environment(
        loader=FileSystemLoader(PARTS, encoding="utf-8"), autoescape=True, undefined=StrictUndefined, cache_size=4
    )
    environment.globals.update(whole=WHOLE, birth=is_birth_date, steps=STEPS, detail=material_detail, used_for=used_for)
    return environment.get_template("form.html.j2")


@cache
def _constants() -> dict[str, Markup]:
    """Style and scripts, the same for every bundle, with the hashes that let only them run."""
    style = "".join((PARTS / n).read_text(encoding="utf-8") for n in ("form.css", "print.css"))
    names = ("checks.js", "on_page.js", "screen.js", "kept.js", "form.js")
    script = DECIDE.read_text(encoding="utf-8") + "".join((PARTS / n).read_text(encoding="utf-8") for n in names)
    texts = {"style": style, "head": HEAD_SCRIPT, "script": script}
    made = {f"{key}_hash": Markup(_hash(text)) for key, text in texts.items()}
    return made | {"style": Markup(style), "head_script": Markup(HEAD_SCRIPT), "script": Markup(script)}


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page_title(ir: BundleIR) -> str:
    """The name as printed: 新生儿出生“一件事”."""
    return ir.name if "一件事" in ir.name else f"{ir.name}“一件事”"


def material_detail(m: Material) -> list[str]:
    """原件 · 纸质 · 2份 · notes."""
    copies = f"{number(m.copies)}份" if m.copies else ""
    return [part for part in (m.original, m.medium, copies, *m.notes) if part]


def used_for(f: Field, ir: BundleIR) -> str:
    """The matters that need the field."""
    names = list(dict.fromkeys(n.matter for n in f.needs))
    return "全部事项" if len(names) == len(ir.matters) > 2 else "、".join(names)


def form_page(ir: BundleIR, words: Words) -> tuple[str, list[tuple[str, Place]]]:
    """The page and the source places of its parts."""
    questions = [(q, options_of(q)) for q in ir.questions]
    signing = signers(ir)
    roles = {r.name: r for r in ir.roles}
    text = _template().render(
        ir=ir,
        words=words,
        title=page_title(ir),
        asked=[(q, o) for q, o in questions if q.ask],
        looked_up=[(q, o) for q, o in questions if not q.ask],
        matter_names={m.name for m in ir.matters},
        has_choice=any(m.participation == "选办" for m in ir.matters),
        has_fees=any(m.fees for m in ir.matters),
        has_prefill=any(f.prefill for f in ir.fields),
        owners=by_owner(ir),
        signing=signing,
        joint=[(name, within) for name, within in signing if name in roles and "共同签字" in roles[name].kinds],
        data=Markup(json_in_html(decisions(ir) | {"folder": ir.folder, "code": ir.code})),
        **_constants(),
    )
    places = [("#q-" + q.id, q.place) for q in ir.questions]
    places += [("#g-" + g.id, g.place) for g in ir.gates]
    places += [("#m-" + m.id, m.place) for m in ir.matters]
    places += [("#f-" + f.id, f.place) for f in ir.fields]
    places += [("#d-" + m.id, m.place) for m in ir.materials]
    return text + "\n", places
