"""The rules, in the order they run. Each is a pure function from an analysed bundle to findings; see its page."""

from __future__ import annotations

from typing import Callable, Iterable, Iterator

from onething.check import departments, evidence, graph, once, situations, standard, time
from onething.check.cascades import without_cascades
from onething.diagnostics import Finding, Fix, finding
from onething.plan.analysis import Analysis
from onething.plan.situations import TooManySituations

RULES: tuple[Callable[[Analysis], Iterator[Finding]], ...] = (
    standard.code,
    standard.official_name,
    standard.required_matters,
    departments.lead,
    departments.handlers,
    departments.idle_departments,
    situations.never_or_always,
    situations.unreachable,
    situations.nothing_to_do,
    situations.gaps_and_overlaps,
    situations.idle_questions,
    graph.circles,
    graph.opposite_orders,
    graph.prerequisite_applies,
    once.provided,
    once.brought_needlessly,
    once.one_definition,
    once.material_or_field,
    time.promise_within_law,
    time.limit_of_the_whole,
    time.exclusions,
    evidence.claims,
    evidence.joins_several,
    evidence.basis,
)


def check(analysis: Analysis, reported: Iterable[Finding] = ()) -> list[Finding]:
    """All findings about the meaning of one bundle, without those that only follow from what reading it has
    ``reported``. Never raises for anything an author can write."""
    found = list(situations.guard_circles(analysis.bundle))
    if found:
        return found  # nothing can be said about situations that depend on themselves
    try:
        analysis.space
    except TooManySituations as error:
        from onething.limits import SITUATIONS

        fix = Fix("把互不相干的问题分到不同的一件事，或减少选项", "split the bundle, or offer fewer options")
        return [finding("OT2208", analysis.bundle.span, count=error.count, limit=SITUATIONS, fix=fix)]
    for rule in RULES:
        found += rule(analysis)
    return without_cascades(found, reported)
