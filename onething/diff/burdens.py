"""How long it takes, what it costs, how often one has to come, and by which channels."""

from __future__ import annotations

from typing import Iterator

from onething.counting import presence
from onething.diff.effect import Effect
from onething.diff.gates import told
from onething.diff.joint import Joint, Side
from onething.logic.expression import Expression, both, either, negate
from onething.model.fact import Cases
from onething.model.outcome import Outcome
from onething.model.time import Duration
from onething.semantics import case_of, chosen_limit
from onething.source import Span
from onething.vocabulary.bundle import ONLINE

Facts = dict[tuple, Expression]
WHOLE = "全程"  # what the time of the whole is called, beside the 总时限 that is declared


def limits(joint: Joint) -> Iterator[Effect]:
    """Limits of single matters that somebody takes before and now."""
    for name, was in joint.old.matters.items():
        now = joint.new.matters.get(name)
        if now is None or _limit_facts(joint.old, name) == _limit_facts(joint.new, name):
            continue
        facts = [*_limit_facts(joint.old, name).values(), *_limit_facts(joint.new, name).values()]
        seen = set()
        for hit in joint.each(facts, both(joint.old.taken(name), joint.new.taken(name))):
            old, old_span = chosen_limit(was, joint.old.own(hit))
            new, new_span = chosen_limit(now, joint.new.own(hit))
            worse = _longer(old, new)
            if worse is not None and (old, new) not in seen:
                seen.add((old, new))
                spans = old_span or was.span, new_span or now.span
                yield told(joint, hit, "时限", worse, name, _limit(old), _limit(new), spans, (name,))


def _limit(limit: Duration | None) -> str:
    return limit.text() if limit else "未载明"


def _longer(old: Duration | None, new: Duration | None) -> bool | None:
    """Whether a limit is longer (True), shorter (False) or neither. Nothing promised is longer than any promise; what
    is off the clock lengthens it."""
    if old is None or new is None:
        return None if old is new else new is None
    if old.time.length != new.time.length:
        return new.time.length > old.time.length
    off, still = set(old.excluding), set(new.excluding)
    return None if off == still or not (off < still or still < off) else off < still


def _limit_facts(side: Side, name: str) -> Facts:
    """Which limit holds for whom: the promise, else the legal limit, else none."""
    m = side.matters[name]
    facts: Facts = {}
    stated: Expression = False
    for cases in (m.promise, m.legal):
        here = [(c.value, both(side.over(c.when), negate(stated))) for c in cases if c.value is not None]
        for value, when in here:
            facts[value,] = either(facts.get((value,), False), when)
        stated = either(stated, *(when for _, when in here))
    if stated is not True:
        facts[None,] = negate(stated)
    return facts


def total(joint: Joint) -> Iterator[Effect]:
    """The time of the whole, from the first acceptance to the last end; and the limit that is declared for it."""
    was, now = joint.old.bundle.limit, joint.new.bundle.limit
    worse = _longer(was and was.value, now and now.value)
    if worse is not None:
        spans = [f.span if f else s.bundle.span for f, s in ((was, joint.old), (now, joint.new))]
        yield Effect("总时限", worse, "总时限", _limit(was and was.value), _limit(now and now.value), *spans)
    old, new = _time_facts(joint.old), _time_facts(joint.new)
    wanted = {worse for worse, here, there in joint.ways(new, old) if _may(joint, here, there)}
    if not wanted:
        return
    for hit in joint.each([*old.values(), *new.values()], _apart(old, new)):
        choice = joint.choice(hit)
        outcomes = joint.old.outcome(hit, choice), joint.new.outcome(hit, choice)
        if any(o.circle for o in outcomes):  # an error of its own: there is no time to compare
            continue
        before, after = (o.limit for o in outcomes)
        for worse, less, more in joint.ways(before, after):
            if worse in wanted and less.time.length < more.time.length and set(less.not_stated) <= set(more.not_stated):
                wanted.discard(worse)
                spans = _slower(joint.old, outcomes[0], outcomes[1]), _slower(joint.new, outcomes[1], outcomes[0])
                words = before.time.text(), after.time.text()
                yield told(joint, hit, "总时限", worse, WHOLE, *words, spans, (after if worse else before).path)
        if not wanted:
            return


def _slower(side: Side, here: Outcome, there: Outcome) -> Span:
    """What makes the path here another than there: an order along it, a matter on it, else its last matter."""
    steps = set(zip(here.limit.path, here.limit.path[1:]))
    known = {(e.before, e.after) for e in there.edges}
    orders = [e.spans[0] for e in here.edges if (e.before, e.after) in steps - known]
    matters = [side.bundle.matters[n].span for n in here.limit.path if n not in there.taken] or [side.bundle.matters[n].span for n in here.limit.path[-1:]]
    return (orders or matters or [side.bundle.span])[0]


def _time_facts(side: Side) -> Facts:
    """Everything that decides how long the whole takes: who takes what, in which order, with which limits."""
    facts: Facts = {("事项", name): side.taken(name) for name in side.matters}
    for name in side.matters:
        facts.update({("时限", name, *key): both(side.taken(name), when) for key, when in _limit_facts(side, name).items()})
    names = side.matter_names
    for e in side.analysis.decisions.edges:
        key = "先后", names.get(e.before, e.before), names.get(e.after, e.after), e.kind, e.holds, e.what if e.kind == "起算" else ""
        facts[key] = either(facts.get(key, False), side.over(e.when))
    return facts


def _apart(old: Facts, new: Facts) -> Expression:
    """For whom some fact differs."""
    differing = [(old.get(k, False), new.get(k, False)) for k in dict.fromkeys([*old, *new])]
    return either(*(either(both(a, negate(b)), both(b, negate(a))) for a, b in differing if a != b))


def _may(joint: Joint, here: Facts, there: Facts) -> bool:
    """Whether somebody may wait longer here than there: a matter, an order or a longer limit is there for somebody."""
    for key, when in here.items():
        if when == there.get(key, False) or joint.more(when, there.get(key, False)) is None:
            continue
        if key[0] != "时限" or _may_lengthen(key, there):
            return True
    return False


def _may_lengthen(key: tuple, there: Facts) -> bool:
    """Whether this limit is longer than some limit that the matter has there, or counted from another point."""
    limit = key[2]
    others = [k[2] for k in there if k[:2] == ("时限", key[1])]
    if limit is None:
        return True
    return not others or any(o is None or o.since != limit.since or o.point != limit.point or o.time.length < limit.time.length for o in others)


def fees(joint: Joint) -> Iterator[Effect]:
    """What a matter costs. A matter that somebody did not have to take before cost him nothing."""
    for name in dict.fromkeys([*joint.old.matters, *joint.new.matters]):
        old, new = _case_facts(joint.old, name, "fees"), _case_facts(joint.new, name, "fees")
        if old == new:
            continue
        seen = set()
        for hit in joint.each([*old.values(), *new.values()], _apart(old, new)):
            choice = joint.choice(hit)
            was, now = (_fee(side, name, side.outcome(hit, choice).taken, side.own(hit)) for side in (joint.old, joint.new))
            if was != now and (was, now) not in seen:
                seen.add((was, now))
                spans = tuple(_case_span(side, name, "fees") for side in (joint.old, joint.new))
                yield told(joint, hit, "收费", _dearer(was, now), name, was or "未载明", now or "未载明", spans, (name,))


def _fee(side: Side, name: str, taken: tuple[str, ...], answers) -> str | None:
    """What the matter costs the applicant; None if nobody states it."""
    m = side.matters.get(name)
    if m is None or m.name not in taken:
        return "无"
    case = case_of(m.fees, answers)
    return case.value if case else None


def _dearer(was: str | None, now: str | None) -> bool | None:
    amounts = [_amount(f) for f in (was, now)]
    return None if None in amounts or amounts[0] == amounts[1] else amounts[0] < amounts[1]


def _amount(fee: str | None) -> float | None:
    """A fee as a number of yuan, if it is one."""
    if fee == "无":
        return 0
    number = (fee or "").removesuffix("元")
    return float(number) if number != fee and number.replace(".", "", 1).isascii() and number.replace(".", "", 1).isdigit() else None


def _case_facts(side: Side, name: str, entry: str) -> Facts:
    m = side.matters.get(name)
    facts: Facts = {("事项",): side.taken(name)}
    cases: Cases = getattr(m, entry) if m else ()
    for c in cases:
        facts[entry, c.value] = either(facts.get((entry, c.value), False), both(side.taken(name), side.over(c.when)))
    return facts


def _case_span(side: Side, name: str, entry: str):
    m = side.matters.get(name)
    cases = getattr(m, entry) if m else ()
    return cases[0].span if cases else m.span if m else side.bundle.span


def visits(joint: Joint) -> Iterator[Effect]:
    """How often somebody has to come in person."""
    old, new = _visit_facts(joint.old), _visit_facts(joint.new)
    if old == new:
        return
    wanted = {True, False}
    for hit in joint.each([*old.values(), *new.values()], _apart(old, new)):
        choice = joint.choice(hit)
        was, now = (presence(side.bundle, side.outcome(hit, choice)).value for side in (joint.old, joint.new))
        if was is None or now is None or was == now or (now > was) not in wanted:
            continue
        wanted.discard(now > was)
        spans = tuple(_visit_span(side, side.outcome(hit, choice).taken) for side in (joint.old, joint.new))
        yield told(joint, hit, "跑动", now > was, "到场", f"{was}次", f"{now}次", spans)


def _visit_facts(side: Side) -> Facts:
    facts: Facts = {("网上",): any(c.value in ONLINE for c in side.bundle.channels)}
    for name in side.matters:
        facts.update({(name, *key): when for key, when in _case_facts(side, name, "visits").items()})
    return facts


def _visit_span(side: Side, taken: tuple[str, ...]):
    stated = [side.bundle.matters[n].visits for n in taken if side.bundle.matters[n].visits]
    return stated[0][0].span if stated else side.bundle.span


def channels(joint: Joint) -> Iterator[Effect]:
    """Channels by which the bundle can be had."""
    old, new = ({c.value: c.span for c in side.bundle.channels} for side in (joint.old, joint.new))
    for worse, here, there in joint.ways(old, new):
        for name, span in here.items():
            if name not in there:
                far = (joint.new if worse else joint.old).bundle.span
                words = ("有", "没有", span, far) if worse else ("没有", "有", far, span)
                yield Effect("渠道", worse, name, *words)
