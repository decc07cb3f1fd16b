"""OT2214: what a 不为 or 非 says of somebody whom its question was not put to, decides something."""

from __future__ import annotations

from typing import Iterator

from onething.check.situations.stated import stated
from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import And, Expression, Not, Or, both, either, negate, questions
from onething.model.bundle import Bundle, Comparison
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, who
from onething.plan.told import always
from onething.source import Span

NEGATIVE = ("不为", "不属于")


def not_asked(analysis: Analysis) -> Iterator[Finding]:
    """OT2214: the two readings differ for somebody, and no scenario says which is meant."""
    b = analysis.bundle
    guarded = {q.name for q in b.questions.values() if q.open is not True}
    for condition, span, among in stated(b):
        if not guarded & questions([condition]):
            continue
        negative = _negative(b, span)
        other = _other_reading(b, condition, {c.says for c in negative})
        if other == condition:
            continue
        differs = both(among, either(both(condition, negate(other)), both(other, negate(condition))))
        elsewhere = either(*(g.when for g in b.gates if g.kind != "提示" and g.when_span != span))
        left = analysis.where(both(differs, negate(elsewhere)))
        if left and not any(s.expectations and always(analysis, s)(differs) for s in b.scenarios):
            yield _finding(analysis, condition, span, negative, left)


def _negative(bundle: Bundle, span: Span) -> list[Comparison]:
    """The comparisons by 不为, 不属于 of a condition whose question is not put to everybody."""
    return [
        c for c in bundle.comparisons
        if c.word in NEGATIVE and span.start <= c.span.start and c.span.end <= span.end and bundle.questions[c.question].open is not True
    ]  # fmt: skip


def _other_reading(bundle: Bundle, e: Expression, negative: set[Expression]) -> Expression:
    """The condition as somebody may read it: who was not asked has not answered so, hence 不为 holds; of who was not
    asked nothing can be said, hence 非 does not."""
    if e in negative:
        return either(e, *(negate(bundle.questions[q].open) for q in questions([e])))
    if isinstance(e, Not):
        return both(e, *(bundle.questions[q].open for q in sorted(questions([e.part]))))
    if isinstance(e, (And, Or)):
        return (both if isinstance(e, And) else either)(*(_other_reading(bundle, p, negative) for p in e.parts))
    return e


def _finding(analysis: Analysis, condition: Expression, span: Span, negative: list[Comparison], left: int) -> Finding:
    b = analysis.bundle
    guarded = [q for q in b.questions.values() if q.name in questions([condition]) and q.open is not True]
    question = b.questions[negative[0].question] if negative else guarded[0]
    holds = not left & ~analysis.where(condition)
    guard = question.open_span.text if question.open_span else ""
    edits = ()
    if len(negative) == 1 and "\n" not in guard and not isinstance(condition, Not):
        spelt = f"（{guard}）" if " 或 " in guard else guard
        text = f"{spelt} 且 {negative[0].span.text}"
        edits = ((negative[0].span, text if negative[0].span == span else f"（{text}）"),)
    said = who(b, analysis.space, left)
    return finding(
        "OT2214", span, question=question.name, counts="成立" if holds else "不成立", counts_en="true" if holds else "false",
        label=(f"{said}：没有问“{question.name}”", f"{said}: “{question.name}” is not asked"),
        fix=Fix(f"写明：前面加“{guard} 且”，或为这样的人写一个场景" if guard else "为这样的人写一个场景",
                f"say so: put “{guard} 且” in front, or write a scenario of such an applicant", edits),
        witness=applicant(b, analysis.space.witness(left)),
    )  # fmt: skip
