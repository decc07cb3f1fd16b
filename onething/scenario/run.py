"""Run the scenarios of a bundle: what was expected against what the reference says."""

from __future__ import annotations

from typing import Iterator

from onething.counting import Count
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import Bundle, Expectation, Scenario, Thing
from onething.model.outcome import Outcome
from onething.model.time import Duration
from onething.plan.partial import Partial, partial
from onething.plan.analysis import Analysis
from onething.plan.figures import count_text
from onething.source import Span
from onething.vocabulary.scenario import SCENARIO

ENGLISH = {word.name: word.english for word in SCENARIO.entries}


def analysis_of(base: Analysis, scenario: Scenario) -> Analysis:
    """The analysis of a scenario's applicant, with the answers, choice, finished and begun matters it gives."""
    return Analysis(
        base.bundle, base.catalogue, scenario.answers,
        frozenset(scenario.choose), frozenset(scenario.done), frozenset(scenario.doing),
    )  # fmt: skip


def run(base: Analysis, scenario: Scenario) -> tuple[Partial, list[Finding]]:
    """What happens to the scenario's applicant, and every expectation that does not come out."""
    result = partial(analysis_of(base, scenario))
    found = []
    for expectation in scenario.expectations:
        wrong = CHECKS[expectation.word](result, expectation.value)
        if wrong is not None:
            found.append(_finding(base.bundle, scenario, expectation, *wrong))
    if result.blocked and not any(e.word == "拦下" for e in scenario.expectations):
        blocked = Expectation("拦下", (), scenario.span)
        found.append(_finding(base.bundle, scenario, blocked, "无", "；".join(g.message for g in result.blocked)))
    return result, found


def inherited(bundle: Bundle, span: Span) -> bool:
    """Whether a scenario, or a line of it, stands in what a local version adapts."""
    return bool(bundle.parent) and span.source is not bundle.span.source


def _finding(bundle: Bundle, scenario: Scenario, expectation: Expectation, expected: str, actual: str) -> Finding:
    if inherited(bundle, expectation.span):
        return _no_longer(bundle, scenario, expectation, expected, actual)
    fix = Fix("场景写错了改场景，规则写错了改规则；onething why 说明每一项的由来", "correct the scenario, or the rule; onething why tells where each thing comes from")
    return finding(
        "OT2801", expectation.span, scenario=scenario.name, expectation=expectation.word, expected=expected, actual=actual, fix=fix
    )


def _no_longer(bundle: Bundle, scenario: Scenario, expectation: Expectation, expected: str, actual: str) -> Finding:
    """OT1516: what the adapted version expects of an applicant does not come out here."""
    notes = [Note(expectation.span, "上级的场景这样写", "the scenario of the adapted version says so")]
    fix = Fix(
        f"本地就该不同的，写“修改 场景 “{scenario.name}””，或取消它并写理由；不该不同的，改本地的改动",
        f"if it should differ here write 修改 场景 “{scenario.name}”, or cancel it with a reason; else mend what this version changes",
    )
    return finding(
        "OT1516", bundle.parent_span or bundle.span, scenario=scenario.name, place=bundle.place,
        expectation=expectation.word, expected=expected, actual=actual, notes=notes, fix=fix,
    )  # fmt: skip


def _label(field: Thing | str) -> str:
    """A field, or a question, by the name people read."""
    return field.label if isinstance(field, Thing) else field


def _listed(names) -> str:
    return "、".join(names) or "无"


def _outcomes(result: Partial) -> list[Outcome]:
    return [c.outcome for c in result.cells]


def _taken(result: Partial, expected: tuple[str, ...]):
    if set(expected) != set(result.taken):
        pending = f"（视结果：{_listed(p.matter for p in result.pending)}）" if result.pending else ""
        return _listed(expected), _listed(result.taken) + pending
    return None


def _not_taken(result: Partial, expected: tuple[str, ...]):
    wrong = [m for m in expected if any(m in o.taken for o in _outcomes(result))]
    return (_listed(expected), f"要办 {_listed(wrong)}") if wrong else None


def _pending(result: Partial, expected: tuple[str, ...]):
    pending = [p.matter for p in result.pending]
    return (_listed(expected), _listed(pending)) if not set(expected) <= set(pending) else None


def waits(outcome: Outcome, first: str, second: str) -> bool:
    """Whether ``second`` waits, directly or through others, for ``first``."""
    reached, waiting = {first}, [first]
    while waiting:
        here = waiting.pop()
        for e in outcome.edges:
            if e.before == here and e.kind != "起算" and e.after not in reached:
                reached.add(e.after)
                waiting.append(e.after)
    return second in reached and first != second


def _order(result: Partial, expected: tuple[str, str]):
    first, second = expected
    both = [o for o in _outcomes(result) if first in o.taken and second in o.taken]
    if both and all(waits(o, first, second) for o in both):
        return None
    if both and all(waits(o, second, first) for o in both):
        return f"{first} 先于 {second}", f"{second} 先于 {first}"
    return f"{first} 先于 {second}", "两项互不等待" if both else "两项没有都办"


def _parallel(result: Partial, expected: tuple[str, ...]):
    for outcome in _outcomes(result):
        for first in expected:
            if first not in outcome.taken:
                return _listed(expected), f"不办 {first}"
            for second in expected:
                if waits(outcome, first, second):
                    return _listed(expected), f"{second} 要等 {first}"
    return None


def _filled(result: Partial, expected: tuple[str, ...]):
    for outcome in _outcomes(result):
        shown = {f.thing for f in outcome.fields} | {f.thing.label for f in outcome.fields}
        missing = [_label(f) for f in expected if f not in shown]
        if missing:
            return _listed(map(_label, expected)), f"表上没有 {_listed(missing)}"
    return None


def _not_asked(result: Partial, expected: tuple[str, ...]):
    bundle = result.analysis.bundle
    for outcome in _outcomes(result):
        shown = {f.thing for f in outcome.fields} | {f.thing.label for f in outcome.fields}
        for thing in expected:
            name = _label(thing)
            question = bundle.questions.get(name)
            asked = name in outcome.answers or name in outcome.unanswered
            if thing in shown or (question is not None and not question.source and asked):
                return _listed(map(_label, expected)), f"要问 {name}"
    return None


def _handed_in(result: Partial, expected: tuple):
    for outcome in _outcomes(result):
        lines = outcome.hand_in
        things = {line.thing for line in lines}
        groups = {line.group for line in lines if line.group}
        alone = {line.thing for line in lines if not line.group}
        wanted = set(expected)
        if wanted <= things and alone <= wanted and all(wanted & set(g) for g in groups):
            continue
        words = [line.thing.label for line in lines if not line.group]
        words += [" 或 ".join(t.label for t in g) for g in sorted(groups, key=lambda g: [t.label for t in g])]
        return _listed(t.label for t in expected), _listed(words)
    return None


def _blocked(result: Partial, expected: tuple[str, ...]):
    gates = list(result.blocked)
    for outcome in _outcomes(result):
        for reasons in outcome.refused.values():
            gates += [g for g in reasons if not isinstance(g, str)]
    known = {g.name for g in gates} | {g.message for g in gates}
    if not expected:
        return None if not gates else ("无", _listed(dict.fromkeys(g.name or g.message for g in gates)))
    missing = [e for e in expected if e not in known]
    return (_listed(expected), _listed(dict.fromkeys(g.name or g.message for g in gates))) if missing else None


def _time(result: Partial, expected: Duration | None):
    for outcome in _outcomes(result):
        limit = outcome.limit
        actual = limit.time.text() if not limit.not_stated else f"至少{limit.time.text()}（未载明：{_listed(limit.not_stated)}）"
        if expected is None:
            if not limit.not_stated:
                return "未载明", actual
        elif expected.bound == "至少":
            if limit.time.length < expected.time.length:
                return f"至少{expected.time.text()}", actual
        elif limit.not_stated:
            return expected.time.text() + expected.bound, actual
        elif expected.bound and limit.time.length > expected.time.length:
            return expected.time.text() + "以内", actual
        elif not expected.bound and limit.time != expected.time:
            return expected.time.text(), actual
    return None


def _visits(result: Partial, expected):
    for cell in result.cells:
        actual: Count = cell.after.visits
        wanted = None if expected is None else expected.count
        if actual.value != wanted:
            return "未载明" if wanted is None else f"{wanted}次", count_text(actual) + ("次" if actual.value is not None else "")
    return None


CHECKS = {
    "应办": _taken,
    "不办": _not_taken,
    "视结果": _pending,
    "先后": _order,
    "并行": _parallel,
    "应填": _filled,
    "不问": _not_asked,
    "应交": _handed_in,
    "拦下": _blocked,
    "时限": _time,
    "跑动": _visits,
}


def failures(base: Analysis) -> Iterator[Finding]:
    """The failures of all scenarios of a bundle."""
    for scenario in base.bundle.scenarios:
        yield from run(base, scenario)[1]


__all__ = ["Bundle", "analysis_of", "failures", "run", "waits"]
