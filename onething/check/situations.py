"""情形: conditions that never or always hold, gaps and overlaps, matters and applicants that find nothing."""

from __future__ import annotations

from typing import Iterator

from onething.plan.applicant import applicant
from onething.diagnostics import Finding, Fix, Note, finding
from onething.logic.expression import Expression, both, either, negate, questions
from onething.model.bundle import Bundle, Matter
from onething.plan.analysis import Analysis
from onething.source import Span

CASES = (
    ("departments", "办理部门"), ("forms", "形式"), ("legal", "法定时限"), ("promise", "承诺时限"), ("visits", "跑动"), ("fees", "收费"),
)  # fmt: skip


def guard_circles(bundle: Bundle) -> Iterator[Finding]:
    """OT2204: whether a question is asked depends, in the end, on its own answer."""
    for name, question in bundle.questions.items():
        path = _back_to(bundle, name)
        if path and question.open_span and name == min(path[:-1]):
            yield finding(
                "OT2204", question.open_span, question=name, cycle=" → ".join(path),
                fix=Fix("改为只看先问的情形", "let it look only at questions asked before"),
            )  # fmt: skip


def _back_to(bundle: Bundle, name: str) -> list[str]:
    """The shortest way along guards from a question back to itself, or nothing."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in sorted(questions([bundle.questions[way[-1]].open])):
            if other == name:
                return [*way, name]
            if other not in seen and other in bundle.questions:
                seen.add(other)
                ways.append([*way, other])
    return []


def _stated(bundle: Bundle) -> Iterator[tuple[Expression, Span, Expression]]:
    """Every condition that stands in the source: the condition, its place, and where it is looked at."""
    for q in bundle.questions.values():
        if q.open_span:
            yield q.open, q.open_span, True
    for g in bundle.gates:
        yield g.when, g.when_span, True
    for m in bundle.matters.values():
        if m.applies_span:
            yield m.applies, m.applies_span, True
        for g in m.gates:
            yield g.when, g.when_span, m.applies
        for n in m.needs:
            if n.when_span:
                yield n.when, n.when_span, m.applies


def never_or_always(analysis: Analysis) -> Iterator[Finding]:
    """OT2201, OT2202: a condition that no applicant meets, or that all do."""
    seen: set[tuple] = set()
    b = analysis.bundle
    of_matters = {g.when_span for m in b.matters.values() for g in m.gates if g.kind != "提示"}
    of_bundle = {g.when_span for g in b.gates if g.kind != "提示"}
    for condition, span, among in _stated(analysis.bundle):
        if span.order() in seen:
            continue
        seen.add(span.order())
        whole = analysis.where(among)
        holding = analysis.where(both(among, condition))
        if not holding and whole:
            yield finding(
                "OT2201", span, condition=span.text,
                fix=Fix("核对选项和数字；确实用不到就删去这一行", "check options and numbers; remove the line if it is of no use"),
            )  # fmt: skip
        elif holding == whole and whole and span not in of_matters:  # then nobody reaches the matter: OT2203
            fix = Fix("删去这个条件", "remove the condition")
            if span in of_bundle:
                fix = Fix("核对条件：现在人人都会被拦下", "check the condition: as it stands, everybody is turned away")
            yield finding("OT2202", span, condition=span.text, fix=fix)


def unreachable(analysis: Analysis) -> Iterator[Finding]:
    """OT2203: a matter that nobody can be handled for, whatever is answered and chosen."""
    for m in analysis.bundle.matters.values():
        if not analysis.where(analysis.decisions.taken[m.name]):
            span = m.applies_span or m.span
            yield finding(
                "OT2203", span, matter=m.name,
                fix=Fix("核对它的适用、前置和不予受理", "check its conditions, prerequisites and refusals"),
            )  # fmt: skip


def nothing_to_do(analysis: Analysis) -> Iterator[Finding]:
    """OT2207: an applicant whom no gate stops and for whom no matter applies."""
    if not analysis.bundle.matters:
        return
    gates = either(*(g.when for g in analysis.bundle.gates if g.kind != "提示"))
    applies = either(*(m.applies for m in analysis.bundle.matters.values()))
    lost = analysis.where(both(negate(gates), negate(applies)))
    if lost:
        who = applicant(analysis.bundle, analysis.space.witness(lost))
        yield finding(
            "OT2207", analysis.bundle.span, witness=who,
            fix=Fix("为这种情形写一项事项，或写“不予联办”并说明去哪里办", "write a matter for it, or a 不予联办 that says where to go"),
        )  # fmt: skip


def gaps_and_overlaps(analysis: Analysis) -> Iterator[Finding]:
    """OT2205, OT2206: the cases of one entry overlap, or leave somebody out."""
    for m in analysis.bundle.matters.values():
        for attribute, entry in CASES:
            yield from _cases(analysis, m, getattr(m, attribute), entry)


def _cases(analysis: Analysis, m: Matter, cases, entry: str) -> Iterator[Finding]:
    if len(cases) < 2 and (not cases or cases[0].when is True):
        return
    sets = [analysis.where(both(m.applies, c.when)) for c in cases]
    for i, one in enumerate(sets):
        for j in range(i + 1, len(sets)):
            if one & sets[j]:
                yield finding(
                    "OT2205", cases[j].span, entry=f"{m.name}的{entry}", first=i + 1, second=j + 1,
                    notes=[Note(cases[i].span, f"第 {i + 1} 条", f"case {i + 1}")],
                    fix=Fix("把条件改成互不重叠", "make the conditions exclude each other"),
                    witness=applicant(analysis.bundle, analysis.space.witness(one & sets[j])),
                )  # fmt: skip
    covered = 0
    for one in sets:
        covered |= one
    left = analysis.where(m.applies) & ~covered
    if left:
        yield finding(
            "OT2206", cases[-1].span, entry=f"{m.name}的{entry}",
            fix=Fix("加一条“其余：…”", "add a case 其余：…"),
            witness=applicant(analysis.bundle, analysis.space.witness(left)),
        )  # fmt: skip


def idle_questions(analysis: Analysis) -> Iterator[Finding]:
    """OT2210: a question whose answer changes nothing: asked for nothing."""
    used = {d.question for d in analysis.space.dimensions}
    labels = {f.thing.label for m in analysis.bundle.matters.values() for f in m.fields}
    anchors = {r.anchor for r in analysis.bundle.reminders}
    for name, question in analysis.bundle.questions.items():
        if name not in used and name not in labels and name not in anchors:
            fix = Fix("删去这个情形，或在某个条件里用到它", "remove it, or use it in a condition")
            yield finding("OT2210", question.span, question=name, fix=fix)
