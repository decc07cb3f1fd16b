"""五跨: which of levels, departments, systems, businesses and regions a bundle crosses, and by which lines.

The source names the five and does not say when a bundle crosses one; what counts as crossing is ours.
"""

from __future__ import annotations

from onething.audit.papers import papers
from onething.audit.shown import Judged, Shown
from onething.model.bundle import Matter
from onething.plan.analysis import Analysis
from onething.semantics import prefill_source


def crossings(analysis: Analysis) -> list[Judged]:
    """The five in the order of the source."""
    return [_levels(analysis), _departments(analysis), _systems(analysis), _businesses(analysis), _regions(analysis)]


def _spread(name: str, stated: list[tuple[str, Shown]], silent: list[str], word: str) -> Judged:
    """Whether what is stated is of several kinds; what is silent may be of any."""
    kinds = dict.fromkeys(kind for kind, _ in stated)
    first = {kind: next(shown for k, shown in stated if k == kind) for kind in kinds}
    if len(kinds) > 1:
        return Judged(name, "跨", "", tuple(first.values()))
    if silent or not kinds:
        return Judged(name, "推不出", f"{word}未载明" + (f"：{'、'.join(silent)}" if silent else ""), tuple(first.values()))
    return Judged(name, "不跨", "", tuple(first.values()))


def _levels(analysis: Analysis) -> Judged:
    matters = analysis.bundle.matters.values()
    stated = [(f.value, Shown(f"{m.name}（{f.value}）", f.span)) for m in matters for f in m.levels]
    return _spread("跨层级", stated, [m.name for m in matters if not m.levels], "层级")


def _departments(analysis: Analysis) -> Judged:
    matters = analysis.bundle.matters.values()
    stated = [(name, Shown(f"{m.name}（{name}）", c.span)) for m in matters for c in m.departments for name in (c.value or "").split("、") if name]
    return _spread("跨部门", stated, [m.name for m in matters if not any(c.value for c in m.departments)], "办理部门")


def _systems(analysis: Analysis) -> Judged:
    """A paper or field that a matter takes from a source of another department, or a paper that passes between
    departments inside the bundle, crosses from one system into another."""
    b, catalogue = analysis.bundle, analysis.catalogue
    found = []
    for paper in papers(analysis):
        for d in paper.needs:
            document = catalogue.documents.get(paper.thing.name)
            source = document.source if document and d.how == "数据共享" and not paper.made_inside else ""
            if source and catalogue.sources[source].provider not in _handlers(b.matters[d.matter]):
                found.append(Shown(f"{d.matter}从{source}取{paper.thing.label}", d.need.span))
            for issuer in d.issuers:
                if not _handlers(b.matters[issuer]) & _handlers(b.matters[d.matter]):
                    found.append(Shown(f"{paper.thing.label}由{issuer}传给{d.matter}", d.need.span))
    for field in analysis.decisions.fields:
        element = catalogue.elements.get(field.thing.name)
        for matter, use, _ in field.uses:
            source = prefill_source(b, catalogue, [use.prefill], element.source if element else "")
            if source and catalogue.sources[source].provider not in _handlers(b.matters[matter]):
                found.append(Shown(f"{matter}从{source}取{field.thing.label}", use.span))
    return Judged("跨系统", "跨" if found else "推不出", "" if found else "没有写从哪个系统取数", tuple(found))


def _handlers(matter: Matter) -> set[str]:
    return {name for c in matter.departments for name in (c.value or "").split("、") if name}


def _businesses(analysis: Analysis) -> Judged:
    """What kind of business a matter is, is its 种类 (许可 登记 给付 …)."""
    matters = analysis.bundle.matters.values()
    stated = [(m.kind, Shown(f"{m.name}（{m.kind}）", m.span)) for m in matters if m.kind]
    return _spread("跨业务", stated, [m.name for m in matters if not m.kind], "种类")


def _regions(analysis: Analysis) -> Judged:
    """A question that tells places apart says that people of several places are served."""
    places = analysis.catalogue.places
    found = []
    for q in analysis.bundle.questions.values():
        named = [o for o in q.options if analysis.catalogue.canonical("place", o) in places]
        if len(named) > 1:
            found.append(Shown(f"{q.name}：{'、'.join(named)}", q.span))
    return Judged("跨地域", "跨" if found else "推不出", "" if found else "没有按地区分的情形", tuple(found))
