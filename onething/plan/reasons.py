"""The reason of one thing of a bundle, down to the lines that say so."""

from __future__ import annotations

from typing import Iterator

from onething.logic.expression import questions
from onething.model.bundle import Bundle, Gate
from onething.plan.analysis import Analysis
from onething.source import Span


def known(bundle: Bundle) -> list[str]:
    """Names that can be asked about."""
    names = [*bundle.matters, *bundle.questions]
    names += [n.thing.label for m in bundle.matters.values() for n in m.needs]
    names += [f.thing.label for m in bundle.matters.values() for f in m.fields]
    return list(dict.fromkeys(names))


def reasons(analysis: Analysis, name: str) -> list[str]:
    """Lines of words about a matter, material, field, situation or order (``甲→乙``); nothing if there is none."""
    for arrow in ("→", "->", " 先于 "):
        if arrow in name:
            before, after = (part.strip() for part in name.split(arrow, 1))
            return list(_order(analysis, before, after))
    bundle = analysis.bundle
    found: list[str] = []
    if name in bundle.matters:
        found += _matter(analysis, name)
    if name in bundle.questions:
        found += _question(analysis, name)
    found += _material(analysis, name)
    found += _field(analysis, name)
    return found


def at(span: Span) -> str:
    """A place as people look it up."""
    line, column = span.position
    return f"{span.source.path}:{line}:{column}"


def _share(analysis: Analysis, count: int) -> str:
    whole = len(analysis.cells)
    return "所有情形" if count == whole else f"{whole} 类情形中的 {count} 类"


def _matter(analysis: Analysis, name: str) -> Iterator[str]:
    bundle, m = analysis.bundle, analysis.bundle.matters[name]
    taken = [c for c in analysis.cells if name in c.outcome.taken]
    yield f"事项 {name}：{_share(analysis, len(taken))}要办（{at(m.span)}）"
    yield f"  {m.participation}" + (f"，适用：{m.applies_span.text}（{at(m.applies_span)}）" if m.applies_span else "，总是适用")
    pulled = sorted({c.outcome.pulled[name] for c in taken if name in c.outcome.pulled})
    for other in pulled:
        span = next(p.span for p in bundle.matters[other].prerequisites if p.matter == name or p.state)
        yield f"  {other} 以它为前置，所以带入（{at(span)}）"
    for reasons_ in {c.outcome.refused[name] for c in analysis.cells if name in c.outcome.refused}:
        for gate in reasons_:
            yield f"  不予受理：{gate.message}（{at(gate.span)}）" if isinstance(gate, Gate) else f"  不予受理：离不开的 {gate} 不能办"
    for edge in dict.fromkeys((e.before, e.reason, e.spans) for c in taken for e in c.outcome.edges if e.after == name):
        yield f"  在 {edge[0]} 之后：{edge[1]}（{'；'.join(map(at, edge[2]))}）"


def _order(analysis: Analysis, before: str, after: str) -> Iterator[str]:
    seen = {}
    for cell in analysis.cells:
        for e in cell.outcome.edges:
            if (e.before, e.after) == (before, after):
                seen.setdefault((e.kind, e.reason, e.spans), []).append(cell)
    for (kind, reason, spans), cells in seen.items():
        yield f"{before} → {after}（{kind}）：{reason}，{_share(analysis, len(cells))}"
        for span in spans:
            yield f"  {at(span)}  {span.source.line_text(span.position[0]).strip()}"


def _question(analysis: Analysis, name: str) -> Iterator[str]:
    bundle, q = analysis.bundle, analysis.bundle.questions[name]
    how = f"不问，由 {q.source} 查得" if q.source else f"问：{q.ask}"
    yield f"情形 {name}：{how}（{at(q.span)}）"
    if q.open_span:
        yield f"  只在 {q.open_span.text} 时（{at(q.open_span)}）"
    for m in bundle.matters.values():
        if name in questions([m.applies]) and m.applies_span:
            yield f"  决定 {m.name} 是否适用（{at(m.applies_span)}）"
        for n in m.needs:
            if n.when_span and name in questions([n.when]):
                yield f"  决定 {m.name} 要不要 {n.thing.label}（{at(n.when_span)}）"
    for g in bundle.gates:
        if name in questions([g.when]):
            yield f"  决定是否{g.kind}：{g.message}（{at(g.when_span)}）"


def _material(analysis: Analysis, name: str) -> Iterator[str]:
    for line in analysis.decisions.lines:
        if name not in {n.need.thing.label for n in line.needs}:
            continue
        hows: dict[tuple, int] = {}
        for cell in analysis.cells:
            for shown in cell.outcome.lines:
                if shown.thing == line.thing and shown.group == line.group:
                    for met in shown.met:
                        key = (met.matter, met.how, met.reason, met.need.span)
                        hows[key] = hows.get(key, 0) + 1
        brought = [c for c in analysis.cells if any(x.thing == line.thing and x.handed_in for x in c.outcome.lines)]
        yield f"材料 {name}：" + ("不用交" if not brought else f"{_share(analysis, len(brought))}要交")
        for (matter, how, reason, span), count in hows.items():
            yield f"  {matter} 需要它（{at(span)}）：{how}，{reason}，{_share(analysis, count)}"
        if line.group:
            yield "  任选其一：" + "、".join(t.label for t in line.group)


def _field(analysis: Analysis, name: str) -> Iterator[str]:
    for f in analysis.decisions.fields:
        if name not in {use.thing.label for _, use, _ in f.uses}:
            continue
        shown = [c for c in analysis.cells if any(x.thing == f.thing for x in c.outcome.fields)]
        yield f"字段 {name}：" + (f"{_share(analysis, len(shown))}要填" if shown else "不用填")
        for matter, use, _ in f.uses:
            source = f"，取自 {use.prefill}" if use.prefill else ""
            yield f"  {matter} 需要它（{at(use.span)}）{source}"
        for m in analysis.bundle.matters.values():
            for o in m.outputs:
                if o.thing == f.thing:
                    yield f"  {m.name} 办结后产生它，之后不再问（{at(o.span)}）"
        if name in analysis.bundle.questions:
            yield f"  情形已经问过，不再问（{at(analysis.bundle.questions[name].span)}）"


