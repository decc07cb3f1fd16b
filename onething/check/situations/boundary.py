"""Repairs of alternatives that meet at a number: the one boundary word that settles it.

以上 以下 以内 不低于 不超过 include the number, 不满 超过 do not (Civil Code, art. 1259).
"""

from __future__ import annotations

from typing import Callable, Iterator

from onething.diagnostics import Fix
from onething.logic.expression import And, Expression, Measure, Not, Or, both, either, negate
from onething.model.bundle import Comparison, Matter
from onething.model.time import number_text
from onething.plan.analysis import Analysis
from onething.source import Span

TO_INCLUDE = {"不满": "不超过", "超过": "不低于"}
TO_EXCLUDE = {"不超过": "不满", "以下": "不满", "以内": "不满", "不低于": "超过", "以上": "超过"}
OPERATOR = {"不满": "<", "超过": ">", "不低于": ">=", "不超过": "<="}


def one_word(analysis: Analysis, matter: Matter, cases: tuple, words: dict[str, str], otherwise: tuple[str, str]) -> Fix:
    """The repair of cases that leave a gap or overlap. ``otherwise``: what to do where no single word settles it."""
    whole = analysis.where(matter.applies)
    found = list(_settling(analysis, cases, words, whole))
    if not found:
        return Fix(*otherwise)
    zh = "，或".join(f"第 {number} 条改为“{text}”" for number, _, text in found)
    en = ", or ".join(f"make case {number} “{text}”" for number, _, text in found)
    return Fix(zh, en, ((found[0][1], found[0][2]),))


def _settling(analysis: Analysis, cases: tuple, words: dict[str, str], whole: int) -> Iterator[tuple[int, Span, str]]:
    """Each change of one boundary word after which everybody is in exactly one case: its case, place and new text."""
    for number, case in enumerate(cases, 1):
        for c in _within(analysis, case.when_span):
            if c.word not in words or not isinstance(c.says, Measure) or not _alone(analysis, c):
                continue
            new = Measure(c.question, OPERATOR[words[c.word]], c.number)
            changed = replaced(case.when, c.says, new)
            if _split([analysis.where(changed if x is case else x.when) & whole for x in cases], whole):
                unit = analysis.bundle.questions[c.question].unit or "个"
                yield number, c.span, f"{c.question} {words[c.word]} {c.parameter or number_text(c.number) + unit}"


def _within(analysis: Analysis, span: Span | None) -> list[Comparison]:
    """The comparisons of a condition."""
    return [c for c in analysis.bundle.comparisons if span and span.start <= c.span.start and c.span.end <= span.end]


def _alone(analysis: Analysis, c: Comparison) -> bool:
    """Whether the comparison is written out by itself, so that it can be written anew: no range, no bracket."""
    crossing = [o for o in analysis.bundle.comparisons if o.span.start < c.span.end and c.span.start < o.span.end]
    return len(crossing) == 1 and c.span.text.startswith(c.question) and not any(b in c.span.text for b in "（(")


def _split(sets: list[int], whole: int) -> bool:
    """Whether everybody is in exactly one of the sets."""
    seen = 0
    for one in sets:
        if seen & one:
            return False
        seen |= one
    return seen == whole


def replaced(expression: Expression, old: Expression, new: Expression) -> Expression:
    """The expression with one of its parts said otherwise."""
    if expression == old:
        return new
    if isinstance(expression, Not):
        return negate(replaced(expression.part, old, new))
    if isinstance(expression, (And, Or)):
        joined: Callable[..., Expression] = both if isinstance(expression, And) else either
        return joined(*(replaced(p, old, new) for p in expression.parts))
    return expression
