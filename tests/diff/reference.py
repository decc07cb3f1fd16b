"""What a change means, once more and plainly: every applicant of both bundles, one by one, by the reference meaning."""

from __future__ import annotations

import itertools

from applicants import values
from onething.counting import presence
from onething.logic.expression import holds
from onething.model.outcome import LATER
from onething.semantics import case_of, chosen_limit, open_answers, outcome, refusals

Found = set[tuple[str, bool | None, str]]  # kind, worse, thing


def alike(old, new) -> bool:
    if old.options or new.options:
        return bool(set(old.options) & set(new.options))
    return (old.type, old.unit) == (new.type, new.unit)


def joint_answers(old, new, given: dict):
    """Pairs of answers, to the old and the new bundle, that one applicant may give; ``given``: only these answers."""
    a, b = ({**values(x), **{q: [v] for q, v in given.items() if q in x.questions}} for x in (old, new))
    rows = []
    for name in dict.fromkeys([*b, *a]):
        if name in a and name in b and alike(old.questions[name], new.questions[name]):
            both = [v for v in b[name] if v in a[name]] if old.questions[name].options else sorted({*a[name], *b[name]})
            rows.append([(name, v, name, v) for v in both])
        elif name in a and name in b:
            rows.append([(name, v, name, w) for v in a[name] for w in b[name]])
        else:
            rows.append([(name, v, name, v) for v in (a.get(name) or b[name])])
    size = 1
    for row in rows:
        size *= len(row)
    if size > 4000:
        return
    for combination in itertools.product(*rows):
        was = {q: v for q, v, _, _ in combination}
        now = {q: v for _, _, q, v in combination}
        yield open_answers(old, was)[0], open_answers(new, now)[0]


def accepted(bundle, name, answers) -> bool:
    m = bundle.matters.get(name)
    return bool(m) and holds(m.applies, answers) and name not in refusals(bundle, answers, frozenset())


def differences(old, new) -> Found:
    """Every difference between two compiled bundles for some applicant."""
    everybody, free = people(old, new)
    found: Found = set()
    for was, now in everybody:
        _gates(old, new, was, now, found)
    for was, now in free:
        found |= differences_of(old, new, was, now)
    return found


def people(old, new, given: dict | None = None) -> tuple[list, list]:
    """All applicants (who give these answers), by their answers to both bundles; and those whom neither turns away (all, if there are none)."""
    everybody = list(joint_answers(old.bundle, new.bundle, given or {}))
    free = [(was, now) for was, now in everybody if not _turned(old.bundle, was) and not _turned(new.bundle, now)]
    return everybody, free or everybody


def differences_of(old, new, was, now) -> Found:
    """Every difference for one applicant whom neither bundle turns away, whatever he chooses."""
    found: Found = set()
    _matters(old, new, was, now, found)
    for choice in _choices(old, new, was, now):
        a = outcome(old.bundle, old.catalogue, was, choice)
        b = outcome(new.bundle, new.catalogue, now, choice)
        _results(old, new, a, b, found)
        _materials(a, b, found)
        _filling(a, b, found)
        _burdens(old, new, a, b, found)
    return found


def _turned(bundle, answers) -> list:
    return [g for g in bundle.gates if g.kind != "提示" and holds(g.when, answers)]


def _gates(old, new, was, now, found):
    before, after = _turned(old.bundle, was), _turned(new.bundle, now)
    if not before:
        found |= {("不予办理", True, g.message) for g in after}
    if not after:
        found |= {("不予办理", False, g.message) for g in before}


def _choices(old, new, was, now):
    common = [
        n for n in old.bundle.matters
        if n in new.bundle.matters
        and "选办" in (old.bundle.matters[n].participation, new.bundle.matters[n].participation)
        and accepted(old.bundle, n, was) and accepted(new.bundle, n, now)
    ]  # fmt: skip
    return {frozenset(), frozenset(common), *(frozenset([n]) for n in common)}


def _matters(old, new, was, now, found):
    for worse, here, there, a, b in ((True, old.bundle, new.bundle, was, now), (False, new.bundle, old.bundle, now, was)):
        for name in here.matters:
            if accepted(here, name, a) and not accepted(there, name, b):
                refused = name in there.matters and name in refusals(there, b, frozenset())
                found.add(("不予受理" if refused else "事项", worse, name))


def _issued(bundle, result):
    return {
        (m, o.thing) for m in result.taken for o in bundle.matters[m].outputs
        if o.thing.kind != "字段" and holds(o.when, result.answers)
    }  # fmt: skip


def _results(old, new, a, b, found):
    for worse, here, there in ((True, (old, a), (new, b)), (False, (new, b), (old, a))):
        got = {t for _, t in _issued(there[0].bundle, there[1])}
        for matter, thing in _issued(here[0].bundle, here[1]):
            if thing not in got and matter in there[1].taken:
                found.add(("产出", worse, f"{thing.label} 为 {thing.value}" if thing.value else thing.label))


def _materials(a, b, found):
    before, after = ({frozenset(x.group or (x.thing,)) for x in r.hand_in} for r in (a, b))
    for worse, here, there in ((True, after, before), (False, before, after)):
        for demand in here:
            if not any(d <= demand for d in there):
                found.add(("材料", worse, demand))
    singly = [{x.thing: x for x in r.hand_in if not x.group} for r in (a, b)]
    for thing in singly[0].keys() & singly[1].keys():
        was, now = ((x.how != LATER, x.original == "原件", x.medium == "纸质", x.copies) for x in (s[thing] for s in singly))
        found |= {("材料要求", worse, thing) for worse in (True, False) if any(p < q if worse else p > q for p, q in zip(was, now))}


def _filling(a, b, found):
    before, after = ({f.thing for f in r.fields if f.required and not f.prefill} for r in (a, b))
    found |= {("填写", True, t) for t in after - before} | {("填写", False, t) for t in before - after}


def _burdens(old, new, a, b, found):
    for name in set(a.taken) & set(b.taken):
        was, now = chosen_limit(old.bundle.matters[name], a.answers)[0], chosen_limit(new.bundle.matters[name], b.answers)[0]
        for worse, x, y in ((True, was, now), (False, now, was)):
            if x and not y or x and y and (x.time.length, set()) < (y.time.length, set()):
                found.add(("时限", worse, name))
            elif x and y and x.time.length == y.time.length and set(x.excluding) < set(y.excluding):
                found.add(("时限", worse, name))
    for worse, x, y in ((True, a.limit, b.limit), (False, b.limit, a.limit)):
        if not a.circle and not b.circle and x.time.length < y.time.length and set(x.not_stated) <= set(y.not_stated):
            found.add(("总时限", worse, "全程"))
    for name in {*old.bundle.matters, *new.bundle.matters}:
        was, now = _fee(old.bundle, name, a), _fee(new.bundle, name, b)
        if was != now:
            known = None if None in (was, now) else float(was.strip("无元") or 0) < float(now.strip("无元") or 0)
            found.add(("收费", known, name))
    was, now = presence(old.bundle, a).value, presence(new.bundle, b).value
    if None not in (was, now) and was != now:
        found.add(("跑动", now > was, "到场"))


def _fee(bundle, name, result):
    if name not in result.taken:
        return "无"
    case = case_of(bundle.matters[name].fees, result.answers)
    return case.value if case else None
