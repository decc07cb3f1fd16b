"""七个再造: what a bundle shows of each. Its source names five of the seven; the other two are 未载明 there.

A specification shows how things are, not what was changed: this lists, and does not score.
"""

from __future__ import annotations

from onething.audit.shown import Judged, Shown
from onething.plan.analysis import Analysis

NAMED = ("申请条件", "申报方式", "审核程序", "发证方式", "管理架构")
NOT_NAMED = "七个再造的另外两个，来源没有写明"


def reengineering(analysis: Analysis) -> list[Judged]:
    """The five that are named, in the order of the source."""
    found = dict(zip(NAMED, (f(analysis) for f in (_conditions, _application, _review, _issuing, _management))))
    return [Judged(name, "写到" if shown else "未载明", "", tuple(shown)) for name, shown in found.items()]


def _conditions(analysis: Analysis) -> list[Shown]:
    b = analysis.bundle
    gates = [g for g in (*b.gates, *(g for m in b.matters.values() for g in m.gates)) if g.kind != "提示"]
    return [Shown(f"{g.kind} {g.name or g.message}", g.span) for g in gates]


def _application(analysis: Analysis) -> list[Shown]:
    b = analysis.bundle
    shown = [Shown(b.mode, b.menu_span)] if b.mode and b.menu_span else []
    return shown + [Shown(c.value, c.span) for c in b.channels]


def _review(analysis: Analysis) -> list[Shown]:
    """A form other than 审批, and steps that are fewer than before."""
    shown = []
    for m in analysis.bundle.matters.values():
        shown += [Shown(f"{m.name}（{c.value}）", c.span) for c in m.forms if c.value not in (None, "审批")]
        if m.steps is not None and m.alone.steps is not None and len(m.steps) < len(m.alone.steps):
            shown.append(Shown(f"{m.name}环节由{len(m.alone.steps)}个减至{len(m.steps)}个", m.span))
    return shown


def _issuing(analysis: Analysis) -> list[Shown]:
    b, shown = analysis.bundle, []
    for m in b.matters.values():
        for o in m.outputs:
            if o.thing.kind == "证照" and analysis.catalogue.has_e_licence(o.thing.name, b.place):
                shown.append(Shown(f"{o.thing.label}（电子证照）", o.span))
            elif o.posted:
                shown.append(Shown(f"{o.thing.label}（寄递）", o.span))
    return shown


def _management(analysis: Analysis) -> list[Shown]:
    b = analysis.bundle
    return [Shown(f"{f.value}（牵头）", f.span) for f in b.leads] + [Shown(f"{f.value}（配合）", f.span) for f in b.cooperating]
