"""流程合理度: is every order needed, does what can run side by side do so, is the promise better than the law?"""

from __future__ import annotations

from fractions import Fraction
from typing import Iterator

from onething.audit.item import Item, silent
from onething.audit.measure import Degree, Measure
from onething.logic.expression import both, negate
from onething.model.time import WORKING_DAY, Number
from onething.plan.analysis import Analysis, Cell
from onething.plan.applicant import who
from onething.semantics import chosen_limit
from onething.vocabulary.matter import WITHOUT_LIMIT


def reasons(analysis: Analysis) -> Iterator[Item]:
    """A document, field or state that passes from one matter to the other is a reason."""
    carried = {(e.before, e.after) for e in analysis.decisions.edges if e.output is not None}
    for m in analysis.bundle.matters.values():
        for p in m.prerequisites:
            if p.state is None:
                known = p.reason or (p.matter, m.name) in carried
                name = f"{p.matter} → {m.name}"
                yield Item(name, p.span) if known else silent(name, p.span, "写明原因：“（因 “…”）”；不必等的删去", "没有写原因")


def side_by_side(analysis: Analysis) -> Iterator[Item]:
    """The time that handling side by side could save at most: the sum of all limits but the longest. Looked at is the
    applicant who waits longest, in working days. Whatever the longest path adds to the longest limit is lost, step by step of the path."""
    cell = max(analysis.open_cells, key=lambda cell: _waits(analysis, cell), default=None)
    if cell is None:
        return
    total, longest = _limits(analysis, cell)
    if total == longest:
        return
    lost = cell.outcome.limit.time.length - longest  # no path is shorter than what takes longest
    yield Item("同时办省下的时间", analysis.bundle.span, size=Fraction(total - longest - lost) / WORKING_DAY)
    for (before, after), part in _waiting(analysis, cell).items() if lost else ():
        edge = next(e for e in cell.outcome.edges if (e.before, e.after) == (before, after))
        repair = "不是非等不可的，去掉先后；缺的材料可以后补的，写“容缺”"
        yield Item(f"{before} → {after}", edge.spans[0], edge.reason, repair, size=part * lost / WORKING_DAY)


def _waits(analysis: Analysis, cell: Cell) -> tuple:
    """Who waits longest; among equals the one of whom most could be saved. The order of a file decides nothing."""
    total, longest = _limits(analysis, cell)
    return cell.outcome.limit.time.length, total - longest, total, cell.outcome.limit.path


def _limits(analysis: Analysis, cell: Cell) -> tuple[Number, Number]:
    """The sum and the longest of the limits that are stated."""
    lengths = [_length(analysis, cell, m) for m in cell.outcome.taken]
    return sum(lengths), max(lengths, default=0)


def _length(analysis: Analysis, cell: Cell, matter: str) -> Number:
    """What a matter takes for this applicant; nothing if nobody states it."""
    limit, _ = chosen_limit(analysis.bundle.matters[matter], cell.outcome.answers)
    return limit.time.length if limit else 0


def _waiting(analysis: Analysis, cell: Cell) -> dict[tuple[str, str], Fraction]:
    """The parts that the steps of the longest path have in what waiting costs: as much as the shorter of both matters
    takes, for that could be done meanwhile."""
    path = cell.outcome.limit.path
    steps = list(zip(path, path[1:]))
    cost = {step: Fraction(min(_length(analysis, cell, m) for m in step)) for step in steps}
    whole = sum(cost.values())
    return {step: part / whole for step, part in cost.items() if part} if whole else dict.fromkeys(steps, Fraction(1, len(steps)))


def faster(analysis: Analysis) -> Iterator[Item]:
    for m in analysis.bundle.matters.values():
        law = [c for c in m.legal if c.value is not None and c.value.time.length > 0]
        if not law:
            continue
        bound = slow = 0
        for legal in law:
            bound |= analysis.where(both(m.applies, legal.when))
            better = [c.when for c in m.promise if c.value is not None and c.value.time.length < legal.value.time.length]
            slow |= analysis.where(both(m.applies, legal.when, *map(negate, better)))
        if not bound:
            continue
        if not slow:
            yield Item(m.name, m.promise[0].span)
        elif not any(c.value for c in m.promise):
            yield silent(m.name, law[0].span, "写“承诺时限：…”，比法定的短")
        else:
            whose = "" if slow == bound else f"（{who(analysis.bundle, analysis.space, slow)}）"
            yield Item(m.name + whose, m.promise[0].span, "承诺时限不比法定的短", "压缩承诺时限")


def whole_limit(analysis: Analysis) -> Iterator[Item]:
    b = analysis.bundle
    yield Item("总时限", b.limit.span) if b.limit else silent("总时限", b.span, "写“总时限：…”，不短于最长的一路")


def steps(analysis: Analysis) -> Iterator[Item]:
    for m in analysis.bundle.matters.values():
        if m.kind not in WITHOUT_LIMIT:
            stated = m.steps is not None or m.alone.steps is not None
            yield Item(m.name, m.span) if stated else silent(m.name, m.span, "写“环节：…”，不变的写在“单办”里")


SOUNDNESS = Degree(
    "流程合理度",
    "soundness of the flow",
    (
        Measure("先后有理由", reasons, "写明的前置", "写了因为什么，或者确有证照、字段、状态从前面传到后面", "失分：没有理由的先后多半可以不等"),
        Measure("并行省时", side_by_side, "同时办最多能省的时间：等得最久的人各事项时限之和，减去其中最长的一项", "实际省下的部分：时限之和减去最长的一路", "没有写时限的事项不计；不到两个事项有时限的不计"),
        Measure("承诺快于法定", faster, "写了法定时限的事项；法定就是即办的不计", "每种情形的承诺时限都比法定的短", "没有写法定时限的不计：无从比较；没有写承诺的失分"),
        Measure("总时限载明", whole_limit, "整件事算一个", "写了总时限", "失分：各事项的时限加不出对外的承诺"),
        Measure("环节载明", steps, "事项；核验、引导、告知不计", "写了环节，或单办的环节", "失分：环节有没有减少就无从算起"),
    ),
)
