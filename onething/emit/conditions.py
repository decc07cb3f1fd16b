"""Conditions of the IR: their truth for an applicant, their parts, and a shorter form of them.

Truth has three values: True, False and None, which means that an open question without an answer decides. With
complete answers None never occurs. ``onething/emit/web/decide.js`` is the same in the browser; a test runs both
on random conditions.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onething.plan.ir import BundleIR, Condition

Truth = bool | None
COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Frame:
    """What truth needs of a bundle: when each question is open, when each matter is taken."""

    __slots__ = ("opens", "taken")

    def __init__(self, opens: Mapping[str, Condition], taken: Mapping[str, Condition]) -> None:
        self.opens = opens
        self.taken = taken

    @classmethod
    def of(cls, ir: BundleIR) -> Frame:
        return cls({q.name: q.open for q in ir.questions}, {m.name: m.taken for m in ir.matters})


class State:
    """An applicant: answers, chosen optional matters, finished matters, matters in progress."""

    __slots__ = ("frame", "answers", "chosen", "done", "doing", "_open", "_taken")

    def __init__(
        self,
        frame: Frame,
        answers: Mapping[str, Any],
        chosen: Iterable[str] = (),
        done: Iterable[str] = (),
        doing: Iterable[str] = (),
    ) -> None:
        self.frame = frame
        self.answers = answers
        self.chosen = frozenset(chosen)
        self.done = frozenset(done)
        self.doing = frozenset(doing)
        self._open: dict[str, Truth] = {}
        self._taken: dict[str, Truth] = {}

    def is_open(self, question: str) -> Truth:
        """Whether the question is asked (a question that waits for itself is not)."""
        if question not in self._open:
            self._open[question] = False
            self._open[question] = evaluate(self.frame.opens.get(question, False), self)
        return self._open[question]

    def is_taken(self, matter: str) -> Truth:
        if matter not in self._taken:
            self._taken[matter] = False
            self._taken[matter] = evaluate(self.frame.taken.get(matter, False), self)
        return self._taken[matter]

    def dropped(self) -> list[str]:
        """Answers that do not count, because their question is not open."""
        return [name for name in self.answers if self.is_open(name) is False]


def evaluate(condition: Condition, state: State) -> Truth:
    """The truth of ``condition`` for ``state``."""
    if condition is True or condition is False:
        return condition
    head = condition[0]
    if head in ("is", "cmp"):
        return _answered(condition, state)
    if head == "taken":
        return state.is_taken(condition[1])
    if head == "and":
        return _all(condition[1:], state)
    if head == "or":
        return _any(condition[1:], state)
    if head == "not":
        inner = evaluate(condition[1], state)
        return None if inner is None else not inner
    return condition[1] in {"chosen": state.chosen, "done": state.done, "doing": state.doing}[head]


def _answered(condition: list[Any], state: State) -> Truth:
    """A comparison with an answer: false unless the question is open."""
    is_open = state.is_open(condition[1])
    if is_open is False:
        return False
    answer = state.answers.get(condition[1])
    if answer is None:
        return None
    if condition[0] == "is":
        hit = answer in condition[2]
    else:
        hit = COMPARE[condition[2]](float(answer), condition[3])
    return is_open if hit else False


def _all(parts: Iterable[Condition], state: State) -> Truth:
    truth: Truth = True
    for part in parts:
        one = evaluate(part, state)
        if one is False:
            return False
        if one is None:
            truth = None
    return truth


def _any(parts: Iterable[Condition], state: State) -> Truth:
    truth: Truth = False
    for part in parts:
        one = evaluate(part, state)
        if one is True:
            return True
        if one is None:
            truth = None
    return truth


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and all its parts, outer ones first."""
    yield condition
    if isinstance(condition, (list, tuple)) and condition[0] in ("and", "or", "not"):
        for part in condition[1:]:
            yield from walk(part)


_SHORTER: dict[str, Condition] = {}  # the same conditions come again in every target, and in every city's bundle
_REMEMBERED = 20_000


def simplify(condition: Condition) -> Condition:
    """The same condition, shorter: constants, repetitions, doubled negations and absorbed parts are gone.
    What comes back is shared: it is read, never changed."""
    if condition is True or condition is False or condition[0] not in ("and", "or", "not"):
        return condition
    key = repr(condition)
    if key not in _SHORTER:
        if len(_SHORTER) >= _REMEMBERED:
            _SHORTER.clear()
        _SHORTER[key] = _shorter(condition)
    return _SHORTER[key]


def _shorter(condition: Condition) -> Condition:
    head = condition[0]
    if head == "not":
        inner = simplify(condition[1])
        if isinstance(inner, bool):
            return not inner
        return inner[1] if inner[0] == "not" else ["not", inner]
    neutral = head == "and"
    parts: list[Condition] = []
    for part in map(simplify, condition[1:]):
        if part is neutral:
            continue
        if part is (not neutral):
            return not neutral
        for one in part[1:] if part[0] == head else [part]:
            if one not in parts:
                parts.append(one)
    parts = _absorb(parts, "or" if neutral else "and")
    for i, part in enumerate(parts):
        others = parts[:i] + parts[i + 1 :]
        if others and part[0] in ("and", "or", "not") and any(one in others for one in walk(part)):
            return simplify([head, *others, _given(part, others, neutral)])
    if any(["not", part] in parts for part in parts):
        return not neutral
    if not parts:
        return neutral
    return parts[0] if len(parts) == 1 else [head, *parts]


def _given(condition: Condition, known: list[Condition], value: bool) -> Condition:
    """The condition where each of ``known`` is replaced by its value: beside a, “not (a and b)” is “not b”."""
    if condition in known:
        return value
    if isinstance(condition, bool) or condition[0] not in ("and", "or", "not"):
        return condition
    return [condition[0], *(_given(part, known, value) for part in condition[1:])]


def _absorb(parts: list[Condition], inner: str) -> list[Condition]:
    """Drop a part that another part makes superfluous: a or (a and b) is a."""
    sets = [p[1:] if p[0] == inner else [p] for p in parts]

    def superfluous(i: int) -> bool:
        return any(
            j != i and len(other) <= len(sets[i]) and (len(other) < len(sets[i]) or j < i)
            and all(one in sets[i] for one in other)
            for j, other in enumerate(sets)
        )

    return [part for i, part in enumerate(parts) if not superfluous(i)]
