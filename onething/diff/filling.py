"""What an applicant is asked: questions with their options, and the fields of the form."""

from __future__ import annotations

from typing import Iterator

from onething.diff.effect import Effect
from onething.diff.gates import told
from onething.diff.joint import Joint, Side, same_thing
from onething.logic.expression import Expression, both, either, negate
from onething.model.bundle import Thing
from onething.plan.decisions import FieldDecision


def filling(joint: Joint) -> Iterator[Effect]:
    """Fields that have to be filled in and had not to be before – they are new, compulsory now or prefilled no longer –
    and the contrary."""
    old, new = _fields(joint.old, joint), _fields(joint.new, joint)
    for worse, (here, side), (there, other) in joint.ways((new, joint.new), (old, joint.old)):
        for thing, f in here.items():
            hit = joint.more(_burden(side, f), _burden(other, there[thing]) if thing in there else False)
            if hit is None:
                continue
            uses = [(side.matter_names.get(m, m), use) for m, use, _ in f.uses]
            if thing in there:
                far = there[thing].uses[0][1].span
            else:
                far = next((other.matters[m].span for m, _ in uses if m in other.matters), other.bundle.span)
            were = _before(joint, hit, other, there.get(thing))
            span = uses[0][1].span
            words = (were, "必填", (far, span)) if worse else ("必填", were, (span, far))
            label = min((u.thing.label for _, u in uses), key=lambda t: (len(t), t))
            yield told(joint, hit, "填写", worse, label, *words, (m for m, _ in uses))


def _fields(side: Side, joint: Joint) -> dict[Thing, FieldDecision]:
    return {same_thing(f.thing, joint.new.analysis) if side is joint.old else f.thing: f for f in side.analysis.decisions.fields}


def _burden(side: Side, f: FieldDecision) -> Expression:
    """Who has to fill it in: it is on his form, compulsory, and nothing prefills it."""
    return both(side.over(f.required), negate(prefilled(side, f)))


def prefilled(side: Side, f: FieldDecision) -> Expression:
    """For whom a connected source fills the field in."""
    usable = lambda source: bool(source) and side.catalogue.is_connected(source, side.bundle.place)  # noqa: E731
    element = side.catalogue.elements.get(f.thing.name)
    if element and usable(element.source):
        return True
    return either(*(side.over(when) for _, use, when in f.uses if usable(use.prefill)))


def _before(joint: Joint, hit, side: Side, f: FieldDecision | None) -> str:
    """What the other side does with the field for this applicant."""
    if f is not None:
        result = side.outcome(hit, joint.choice(hit))
        shown = next((x for x in result.fields if x.thing == f.thing), None)
        if shown:
            return f"由 {shown.prefill} 预填" if shown.prefill else "选填"
    return "不填"


def questions(joint: Joint) -> Iterator[Effect]:
    """Options that are gone or new; questions that are asked in another way."""
    before, after = joint.old.bundle.questions, joint.new.bundle.questions
    for name, q in after.items():
        was = before.get(name)
        if was is None:
            yield Effect("提问", None, name, "不问", q.ask or name, joint.old.bundle.span, q.span)
            continue
        if bool(was.source) != bool(q.source):
            words = [f"由 {x.source} 查得" if x.source else "要办事人回答" for x in (was, q)]
            yield Effect("提问", None, name, *words, was.span, q.span)
        if name not in joint.apart:
            for worse, here, there, spans in ((True, was, q, was.option_spans), (False, q, was, q.option_spans)):
                for option, span in zip(here.options, spans or [here.span] * len(here.options)):
                    if option not in there.options:
                        words = ("可以选", "没有", span, there.span) if worse else ("没有", "可以选", there.span, span)
                        yield Effect("选项", worse, f"{name} 为 {option}", *words)
    for name, q in before.items():
        if name not in after:
            yield Effect("提问", None, name, q.ask or name, "不问", q.span, joint.new.bundle.span)


def conditions(joint: Joint) -> Iterator[Effect]:
    """Conditions in words, which only people can weigh."""
    pairs = [("", joint.old.bundle, joint.new.bundle)]
    pairs += [(n, m, joint.new.matters[n]) for n, m in joint.old.matters.items() if n in joint.new.matters]
    for name, was, now in pairs:
        if set(was.conditions) != set(now.conditions):
            gone = "；".join(c for c in was.conditions if c not in now.conditions)
            more = "；".join(c for c in now.conditions if c not in was.conditions)
            yield Effect("办理条件", None, name or "整件事", gone or "没有", more or "没有", was.span, now.span, (), (), (name,) if name else ())
