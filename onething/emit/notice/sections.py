"""A whole notice: its sections in the order in which a citizen reads them."""

from __future__ import annotations

from onething.emit.conditions import simplify
from onething.emit.notice.content import (
    Item,
    Items,
    Notice,
    Said,
    Section,
    Words,
    chinese_number,
)
from onething.emit.notice.facts import basic
from onething.emit.notice.figures import comparison, reminders, special
from onething.emit.notice.materials import not_to_bring, to_bring, when_words
from onething.emit.notice.matters import matters
from onething.emit.notice.order import order
from onething.emit.notice.voice import Voice
from onething.emit.notice.who import acceptance, situations
from onething.plan.ir import BundleIR

DOUBT = "※ 表示该内容尚未核实：没有文件载明，或者来源尚未核对，请以办理部门答复为准。"


def notice(ir: BundleIR) -> Notice:
    """The notice for everybody."""
    voice = Voice(ir)
    made = [
        basic(voice),
        acceptance(voice),
        situations(voice),
        matters(voice),
        order(voice),
        to_bring(voice),
        not_to_bring(voice),
        special(voice),
        reminders(voice),
        comparison(voice),
    ]
    present = [*(s for s in made if s is not None), _basis(voice)]
    sections = [Section(s.anchor, s.title, s.parts, chinese_number(n)) for n, s in enumerate(present, 1)]
    place = "" if ir.place == "国家" else ir.place
    whens = {f"gate-{g.id}": voice.when(g.when) or "任何情形" for g in ir.gates}
    whens |= {f"material-{m.id}": when_words(voice, m, simplify(["or", m.hand_in, m.later, m.offered])) for m in ir.materials}
    return Notice(title(ir), place, sections, voice.basis, voice.doubts, whens)


def title(ir: BundleIR) -> str:
    """The title as official documents write it: the name, “一件事” in quotation marks."""
    name = ir.name
    for tail in ("“一件事”", "一件事"):
        if name.endswith(tail) and name != tail:
            name = name[: -len(tail)]
            break
    return f"{name}“一件事”一次性告知单"


def _basis(voice: Voice) -> Section:
    """依据和说明: the numbered documents, and what the 未核 mark means where it was used."""
    parts: list[Items | Words] = []
    if voice.basis:
        parts.append(Items([Item((Said(document),), f"basis-{n}") for n, document in enumerate(voice.basis, 1)]))
    else:
        parts.append(Words((Said("办理依据：未载明。", quiet=True),)))
    if voice.doubts:
        parts.append(Words((Said(DOUBT),), "remark"))
    parts.append(Words((Said(f"本告知单版本：{voice.ir.version}"),), "remark"))
    return Section("basis", "依据和说明", parts)
