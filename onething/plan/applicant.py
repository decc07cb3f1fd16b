"""A concrete applicant in words, as the witness of a finding."""

from __future__ import annotations

from onething.model.bundle import Bundle
from onething.model.outcome import Answers
from onething.model.time import number_text


def applicant(bundle: Bundle, answers: Answers | None) -> tuple[tuple[str, str], ...]:
    """The answers of one applicant, question by question, numbers with their unit."""
    return tuple((q, answer_text(bundle, q, a)) for q, a in (answers or {}).items())


def answer_text(bundle: Bundle, question: str, answer) -> str:
    """One answer as people write it."""
    return answer if isinstance(answer, str) else number_text(answer) + bundle.questions[question].unit
