"""OT2804: a number that a condition draws a line at, and no scenario stands on it."""

from __future__ import annotations

from typing import Iterator

from onething.check.scenarios.proposal import proposal
from onething.diagnostics import Finding, Fix, finding
from onething.logic.expression import both, either, negate, questions
from onething.model.time import number_text
from onething.plan.analysis import Analysis
from onething.plan.applicant import applicant, giving
from onething.source import Span


def boundary_without_scenario(analysis: Analysis) -> Iterator[Finding]:
    """OT2804: each number once, where it is first compared with; the repair is the scenario itself."""
    b = analysis.bundle
    decisive = {d.question for d in analysis.space.dimensions}
    seen = {(q, a) for s in b.scenarios for q, a in s.answers.items()}
    for c in b.comparisons:
        if c.number is None or (c.question, c.number) in seen or c.question not in decisive:
            continue
        seen.add((c.question, c.number))
        answers = _somebody(analysis, c.question, c.number)
        if answers is None:
            continue
        number = number_text(c.number) + (b.questions[c.question].unit or "个")
        text = proposal(analysis, f"{c.question}恰好{number}", answers)
        expected = text.rstrip().rpartition("\n")[2].strip()
        end = Span(c.span.source, len(c.span.source.text), len(c.span.source.text))
        yield finding(
            "OT2804", c.span, question=c.question, number=number,
            fix=Fix(f"补一个这样的场景，照现在的规则“{expected}”，请核对", f"add such a scenario; by the present rules {expected}: check it", ((end, text),))
            if text else Fix("补一个写着这个数的场景", "add a scenario with this number"),
            witness=applicant(b, answers),
        )  # fmt: skip


def _somebody(analysis: Analysis, question: str, number):
    """An applicant exactly on the number: one who is not turned away, or only because of it, if there is one."""
    gates = [g for g in analysis.bundle.gates if g.kind != "提示"]
    others = either(*(g.when for g in gates if question not in questions([g.when])))
    for spared in (either(*(g.when for g in gates)), others, False):
        found = analysis.where(both(giving({question: number}), negate(spared)))
        if found:
            return analysis.space.witness(found)
    return None
