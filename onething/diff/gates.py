"""Who is turned away, what matters can be had, and what comes of them."""

from __future__ import annotations

from typing import Iterator

from onething.diff.effect import Effect
from onething.diff.joint import Hit, Joint, Side, same_thing
from onething.logic.expression import Expression, both, either, negate
from onething.model.bundle import Gate, Thing
from onething.source import Span


def told(joint: Joint, hit: Hit | None, kind: str, worse: bool | None, thing: str, old: str, new: str, spans: tuple[Span, Span], matters=()) -> Effect:
    """An effect with its applicant."""
    said = joint.said(hit) if hit else ()
    answers = tuple(hit.answers.items()) if hit else ()
    return Effect(kind, worse, thing, old, new, *spans, said, joint.chosen(hit) if hit else (), tuple(dict.fromkeys(matters)), answers)


def gates(joint: Joint) -> Iterator[Effect]:
    """Situations in which the whole bundle is refused, and was not before – or the contrary."""
    for worse, here, there in joint.ways(joint.new, joint.old):
        for gate in here.gates:
            hit = joint.more(here.over(gate.when), there.turned_away, True)
            if hit:
                other = _like(gate, there.bundle.gates)
                spans = gate.span, other.span if other else there.bundle.span
                words = "可以办", f"{gate.kind}：{gate.message}"
                yield told(joint, hit, "不予办理", worse, gate.message, *_turn(worse, words, spans))


def _turn(worse: bool, words: tuple[str, str], spans: tuple[Span, Span]) -> tuple[str, str, tuple[Span, Span]]:
    """Values and spans, given as there and here, put as old and new: here is the new side when it is for the worse."""
    return (*words, (spans[1], spans[0])) if worse else (words[1], words[0], spans)


def _like(gate: Gate, gates: tuple[Gate, ...]) -> Gate | None:
    """The gate on the other side that says the same, or is called the same."""
    return next((g for g in gates if g.kind == gate.kind and (g.message == gate.message or g.name and g.name == gate.name)), None)


def matters(joint: Joint) -> Iterator[Effect]:
    """Matters that somebody could have before and cannot have now – they are gone, do not apply to him any more, or are
    refused –, and the contrary."""
    for worse, here, there in joint.ways(joint.old, joint.new):
        for name, m in here.matters.items():
            had, now = here.accepted(name), joint.merged.get(name, name) if worse else name
            gone = there.matters.get(now)
            refused = joint.hit(both(had, there.refused(now)))
            if refused:
                said = [g for g in gone.gates if g.kind != "提示"]
                span = said[0].span if said else gone.span
                why = said[0].message if said else "离不开的事项不能办"
                yield told(joint, refused, "不予受理", worse, name, *_turn(worse, ("可以办", why), (span, m.span)), (name,))
            hit = joint.hit(both(had, negate(there.accepted(now)), negate(there.refused(now))))
            if hit:
                other = gone.applies_span or gone.span if gone else there.bundle.span
                words = _participation(m), "不适用" if gone else "没有这个事项"
                old_new = (*words, (m.span, other)) if worse else (words[1], words[0], (other, m.span))
                yield told(joint, hit, "事项", worse, name, *old_new, (name,))


def _participation(m) -> str:
    return "可以选办" if m.participation == "选办" else "要办" if m.participation == "必办" else "自动办"


def results(joint: Joint) -> Iterator[Effect]:
    """Documents and states that a matter brings about for somebody no longer, though he still takes the matter. What is
    lost together with its matter is told there."""
    for worse, here, there in joint.ways(joint.old, joint.new):
        for thing, makers in _things(here, joint, here is joint.old).items():
            others = _things(there, joint, there is joint.old).get(thing, [])
            got = either(*(when for _, when, _ in others))
            kept = either(*(both(when, there.taken(name)) for name, when, _ in makers))
            hit = joint.more(kept, got)
            if hit:
                name, _, span = makers[0]
                other = others[0][2] if others else there.matters[name].span if name in there.matters else there.bundle.span
                words = ("有", "没有", (span, other)) if worse else ("没有", "有", (other, span))
                label = f"{thing.label} 为 {thing.value}" if thing.value else thing.label
                yield told(joint, hit, "产出", worse, label, *words, (n for n, _, _ in makers))


def _things(side: Side, joint: Joint, is_old: bool) -> dict[Thing, list[tuple[str, Expression, Span]]]:
    """What is issued or brought about: by which matter, for whom, where."""
    found: dict[Thing, list[tuple[str, Expression, Span]]] = {}
    for name, m in side.matters.items():
        for o in m.outputs:
            if o.thing.kind != "字段":
                thing = same_thing(o.thing, joint.new.analysis) if is_old else o.thing
                found.setdefault(thing, []).append((name, both(side.taken(name), side.over(o.when)), o.span))
    return found
