"""What changes for those who handle, connect and count: counters, connected systems, statistics."""

from __future__ import annotations

from typing import Iterator

from onething.diff.effect import Effect
from onething.diff.joint import Joint, Side, same_thing
from onething.model.bundle import Matter
from onething.model.fact import Cases
from onething.source import Span


def window(joint: Joint) -> Iterator[Effect]:
    """What changes at the counter."""
    old, new = joint.old, joint.new
    for name, m in new.matters.items():
        if name not in old.matters:
            yield Effect("经办事项", True, name, "没有", "有", old.bundle.span, m.span, matters=(name,))
    for name, was in old.matters.items():
        now = new.matters.get(name)
        if now is None:
            yield Effect("经办事项", False, name, "有", "没有", was.span, new.bundle.span, matters=(name,))
            continue
        pairs = (
            ("承办部门", _cases(old, was.departments), _cases(new, now.departments)),
            ("办理层级", _facts(was.levels), _facts(now.levels)),
            ("环节", "、".join(was.steps or ()), "、".join(now.steps or ())),
            ("未通过时", was.on_refusal, now.on_refusal),
        )
        for kind, before, after in pairs:
            if before != after:
                spans = (_at(kind, was), _at(kind, now))
                yield Effect(kind, True, name, before or "未载明", after or "未载明", *spans, matters=(name,))
    yield from _order(joint)


def _at(kind: str, m: Matter) -> Span:
    stated = {"承办部门": m.departments, "办理层级": m.levels}.get(kind, ())
    return stated[0].span if stated else m.span


def _facts(facts) -> str:
    return "、".join(f.value for f in facts)


def _cases(side: Side, cases: Cases) -> str:
    """Values with the conditions under which they hold, as written."""
    return "；".join(f"{c.when_span.text}：{c.value}" if c.when_span else c.value or "未载明" for c in cases)


def _order(joint: Joint) -> Iterator[Effect]:
    """What waits for what, among the matters that both have."""
    old, new = _edges(joint.old), _edges(joint.new)
    both_have = joint.old.matters.keys() & joint.new.matters.keys()
    for here, there, came in ((new, old, True), (old, new, False)):
        for (before, after), span in here.items():
            if (before, after) in there or not {before, after} <= both_have:
                continue
            far = (joint.old if came else joint.new).matters[after].span
            words = ("不必等", f"等 {before} 办结", far, span) if came else (f"等 {before} 办结", "不必等", span, far)
            yield Effect("先后", True, after, *words, matters=(before, after))


def _edges(side: Side) -> dict[tuple[str, str], Span]:
    names = side.matter_names
    found: dict[tuple[str, str], Span] = {}
    for e in side.analysis.possible_edges:
        if e.kind != "起算":
            found.setdefault((names.get(e.before, e.before), names.get(e.after, e.after)), e.cause.span)
    return found


def systems(joint: Joint) -> Iterator[Effect]:
    """What systems are connected to: fields and their elements, situations, matters and documents by their names."""
    yield from _form(joint)
    for name, q in joint.new.bundle.questions.items():
        was = joint.old.bundle.questions.get(name)
        if was is None:
            yield Effect("情形口径", None, name, "没有", "有", joint.old.bundle.span, q.span)
        elif (was.type, was.unit, set(was.options)) != (q.type, q.unit, set(q.options)):
            yield Effect("情形口径", True, name, _answers(was), _answers(q), was.span, q.span)
    for name, q in joint.old.bundle.questions.items():
        if name not in joint.new.bundle.questions:
            yield Effect("情形口径", True, name, _answers(q), "没有", q.span, joint.new.bundle.span)
    for name, m in joint.old.matters.items():
        now = joint.new.matters.get(name)
        if now is None or now.name != m.name:
            span = now.span if now else joint.new.bundle.span
            yield Effect("事项标识", True, m.name, m.name, now.name if now else "没有", m.span, span, matters=(name,))
    old, new = _issued(joint.old, joint), _issued(joint.new, joint)
    for worse, here, there in ((True, old, new), (None, new, old)):
        for name, span in here.items():
            if name not in there:
                far = (joint.new if worse else joint.old).bundle.span
                words = ("有", "没有", span, far) if worse else ("没有", "有", far, span)
                yield Effect("证照标识", worse, name, *words)


def _answers(q) -> str:
    return "、".join(q.options) or (f"{q.type}（{q.unit}）" if q.unit else q.type)


def _issued(side: Side, joint: Joint) -> dict[str, Span]:
    """Documents that the bundle issues, by the names that systems know."""
    return {o.thing.label: o.span for m in side.matters.values() for o in m.outputs if o.thing.kind == "证照"}


def _form(joint: Joint) -> Iterator[Effect]:
    """Fields of the one form, and the data elements behind them."""
    old = {same_thing(f.thing, joint.new.analysis): f for f in joint.old.analysis.decisions.fields}
    new = {f.thing: f for f in joint.new.analysis.decisions.fields}
    for thing, f in new.items():
        if thing not in old:
            yield Effect("字段", None, thing.label, "没有", "有", joint.old.bundle.span, f.uses[0][1].span)
    for thing, f in old.items():
        span = f.uses[0][1].span
        if thing not in new:
            yield Effect("字段", True, thing.label, "有", "没有", span, joint.new.bundle.span)
            continue
        here = new[thing].uses[0][1].span
        was, now = (s.catalogue.elements.get(t.name) for s, t in ((joint.old, f.thing), (joint.new, thing)))
        if was is None or now is None:
            continue
        pairs = (
            ("字段类型", was.type, now.type),
            ("字段选项", "、".join(was.options), "、".join(now.options)),
            ("数据来源", was.source, now.source),
        )
        for kind, before, after in pairs:
            if before != after:
                yield Effect(kind, True, thing.label, before or "没有", after or "没有", span, here)
        if was.name != now.name:
            yield Effect("字段", True, was.name, was.name, now.name, span, here)


def statistics(joint: Joint) -> Iterator[Effect]:
    """What is counted: name, code, standard, and what the matters are."""
    old, new = joint.old.bundle, joint.new.bundle
    if old.name != new.name:
        yield Effect("名称", True, old.name, old.name, new.name, old.span, new.span)
    if old.code != new.code:
        yield Effect("代码", True, new.name, old.code or "没有", new.code or "没有", old.code_span or old.span, new.code_span or new.span)
    was, now = (b.standard.value if b.standard else "" for b in (old, new))
    if was != now:
        spans = (b.standard.span if b.standard else b.span for b in (old, new))
        yield Effect("标准", True, new.name, was or "没有", now or "没有", *spans)
    yield from _split(joint)


def _split(joint: Joint) -> Iterator[Effect]:
    """Matters renamed, one that became several, several that became one: as their aliases say, else by what they issue."""
    old, new = joint.old.bundle.matters, joint.new.bundle.matters
    gone = [m for m in old.values() if m.name not in new]
    fresh = [m for m in new.values() if m.name not in old]
    became = {m.name: _became(m, fresh, joint) for m in gone}
    for m in gone:
        parts = became[m.name]
        if parts:
            together = [o.name for o in gone if set(became[o.name]) & set(parts)]
            spans = m.span, new[parts[0]].span
            yield Effect("事项口径", True, m.name, "、".join(together), "、".join(parts), *spans, matters=tuple(parts))


def _became(m: Matter, fresh: list[Matter], joint: Joint) -> list[str]:
    """The new matters that one which is gone became: by alias, or because together they issue all that it issued."""
    same = [n.name for n in fresh if m.name in n.aliases or n.name in m.aliases]
    issued = {same_thing(o.thing, joint.new.analysis) for o in m.outputs}
    makers = [(n.name, {o.thing for o in n.outputs} & issued) for n in fresh]
    return same or ([n for n, made in makers if made] if issued and set().union(*(made for _, made in makers)) == issued else [])
