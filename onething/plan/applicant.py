"""A concrete applicant in words, as the witness of a finding."""

from __future__ import annotations

from fractions import Fraction

from onething.logic.expression import Expression, Is, Measure, both
from onething.logic.space import Space
from onething.model.bundle import Bundle
from onething.model.outcome import Answers
from onething.model.time import number_text


def applicant(bundle: Bundle, answers: Answers | None) -> tuple[tuple[str, str], ...]:
    """The answers of one applicant, question by question, numbers with their unit."""
    return tuple((q, answer_text(bundle, q, a)) for q, a in (answers or {}).items())


def answer_text(bundle: Bundle, question: str, answer) -> str:
    """One answer as people write it."""
    return answer if isinstance(answer, str) else number_text(answer) + bundle.questions[question].unit


def who(bundle: Bundle, space: Space, situations: int) -> str:
    """The first applicant of a set in a few words: only what puts him there (一方本省、已领取；营业面积 300平方米)."""
    said = deciding(space, situations, space.witness(situations) or {})
    return "、".join(_said(bundle, q, a) for q, a in said.items()) or "无论怎样回答"


def deciding(space: Space, situations: int, answers: Answers) -> Answers:
    """Those of an applicant's answers that suffice: everybody who gives them is in the set."""
    kept = dict(answers)
    for question in reversed(answers):
        fewer = {q: a for q, a in kept.items() if q != question}
        if not space.where(giving(fewer)) & ~situations:
            kept = fewer
    return kept


def giving(answers: Answers) -> Expression:
    """That these answers are given."""
    return both(*(_given(q, a) for q, a in answers.items()))


def _given(question: str, answer: str | Fraction) -> Expression:
    if isinstance(answer, str):
        return Is(question, frozenset([answer]))
    return both(Measure(question, ">=", answer), Measure(question, "<=", answer))


def _said(bundle: Bundle, question: str, answer) -> str:
    """An option speaks for itself; 是, 否 and numbers need their question."""
    asked = bundle.questions[question]
    alone = isinstance(answer, str) and asked.type != "是否"
    return answer if alone else f"{question} {answer_text(bundle, question, answer)}"
