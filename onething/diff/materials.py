"""What an applicant hands in: which documents, and how strictly they are asked for.

What is handed in is a list of demands: one document, or one of several. Somebody is newly asked for a document if no
demand that he had before would meet the new one – every document of the old demand being enough for the new one.
"""

from __future__ import annotations

from typing import Iterator

from onething.diff.effect import Effect
from onething.diff.gates import told
from onething.diff.joint import Joint, Side, same_thing
from onething.logic.expression import Expression, both, either
from onething.model.bundle import Need, Thing
from onething.model.outcome import LATER, Line
from onething.source import Span

Demand = frozenset[Thing]


def demands(side: Side, joint: Joint) -> dict[Demand, Expression]:
    """Each demand, and of whom it is made."""
    made: dict[Demand, list[Expression]] = {}
    for line in side.analysis.decisions.lines:
        things = [_common(t, side, joint) for t in line.group or (line.thing,)]
        made.setdefault(frozenset(things), []).append(either(side.over(line.hand_in), side.over(line.later)))
    return {demand: either(*parts) for demand, parts in made.items()}


def _common(thing: Thing, side: Side, joint: Joint) -> Thing:
    return same_thing(thing, joint.new.analysis) if side is joint.old else thing


def materials(joint: Joint) -> Iterator[Effect]:
    """Documents newly asked for, and no longer; and those asked for in another form."""
    old, new = demands(joint.old, joint), demands(joint.new, joint)
    for worse, (here, side), (there, other) in joint.ways((new, joint.new), (old, joint.old)):
        for demand, asked in here.items():
            hit = joint.more(asked, either(*(a for d, a in there.items() if d <= demand)))
            if hit is None:
                continue
            needs = _needs(side, joint, demand)
            labels: dict[Thing, list[str]] = {}
            for _, n in needs:
                labels.setdefault(_common(n.thing, side, joint), []).append(n.thing.label)
            label = " 或 ".join(map(_first, labels.values()))
            theirs = _needs(other, joint, demand)
            span = needs[0][1].span
            far = theirs[0][1].span if theirs else _near(other, needs, joint)
            spans = (far, span) if worse else (span, far)
            words = ("不用交", "要交") if worse else ("要交", "不用交")
            yield told(joint, hit, "材料", worse, label, *words, spans, (m for m, _ in needs))
    for thing in dict.fromkeys(t for d in new for t in d if len(d) == 1 and d in old):
        yield from _strictness(joint, thing, old[frozenset([thing])], new[frozenset([thing])])


def _first(labels) -> str:
    return min(labels, key=lambda label: (len(label), label))


def _needs(side: Side, joint: Joint, demand: Demand) -> list[tuple[str, Need]]:
    """The needs of a demand's things, each with its matter."""
    return [(name, n) for name, m in side.matters.items() for n in m.needs if _common(n.thing, side, joint) in demand]


def _near(side: Side, needs: list[tuple[str, Need]], joint: Joint) -> Span:
    """Where the other side would ask for it: at the matter of the same name."""
    return next((side.matters[m].span for m, _ in needs if m in side.matters), side.bundle.span)


def _strictness(joint: Joint, thing: Thing, old: Expression, new: Expression) -> Iterator[Effect]:
    """The same document handed in before and now, but as an original, on paper, at once, in more copies."""
    facts = [_facts(side, joint, thing) for side in (joint.old, joint.new)]
    if facts[0] == facts[1]:
        return
    told_already = set()
    for hit in joint.each([*facts[0].values(), *facts[1].values(), old, new], both(old, new)):
        choice = joint.choice(hit)
        lines = [_line(side, joint, thing, side.outcome(hit, choice)) for side in (joint.old, joint.new)]
        if None in lines:
            continue
        was, now = (_demanded(line) for line in lines)
        for worse, less, more in joint.ways(was, now):
            if any(a < b for a, b in zip(less, more)):
                words = tuple(map(_words, lines))
                if (worse, words) not in told_already:
                    told_already.add((worse, words))
                    spans = tuple(line.met[0].need.span for line in lines)
                    yield told(joint, hit, "材料要求", worse, _first(m.need.thing.label for m in lines[1].met), *words, spans, (m.matter for m in lines[1].met))


def _facts(side: Side, joint: Joint, thing: Thing) -> dict[tuple, Expression]:
    """Everything that decides how the document is asked for."""
    found: dict[tuple, Expression] = {}
    for line in side.analysis.decisions.lines:
        if _common(line.thing, side, joint) == thing:
            for number, d in enumerate(line.needs):
                n = d.need
                key = (d.matter, number, bool(line.group), d.how, n.original, n.medium, n.copies, n.optional)
                found[key] = side.over(d.asks)
            found["", bool(line.group)] = side.over(line.hand_in)
    return found


def _line(side: Side, joint: Joint, thing: Thing, result) -> Line | None:
    return next((x for x in result.hand_in if not x.group and _common(x.thing, side, joint) == thing), None)


def _demanded(line: Line) -> tuple[bool, bool, bool, int]:
    """How strictly: at once, the original, on paper, how many."""
    return line.how != LATER, line.original == "原件", line.medium == "纸质", line.copies


def _words(line: Line) -> str:
    return "，".join(w for w in (line.how, line.original, line.medium, f"{line.copies}份" if line.copies > 1 else "") if w)
