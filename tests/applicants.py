"""Applicants of a bundle: answers × choice × finished and in progress – all of them, or a covering set with a sample."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from onething.logic.expression import Measure, atoms
from onething.model.bundle import Bundle
from onething.plan.situations import conditions
from onething.vocabulary.situation import WHOLE
from onething.semantics import open_answers


class Applicant(NamedTuple):
    answers: dict
    choose: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()


def values(bundle: Bundle) -> dict[str, list]:
    """Every option of every question; numbers on both sides of, and at, everything they are compared with."""
    cuts: dict[str, set] = {}
    for expression in conditions(bundle):
        for atom in atoms(expression):
            if isinstance(atom, Measure):
                cuts.setdefault(atom.question, set()).add(atom.number)
    made = {}
    for q in bundle.questions.values():
        if q.options:
            made[q.name] = list(q.options)
        else:
            step = Fraction(1) if q.type in WHOLE else Fraction(1, 4)
            around = {c + d for c in cuts.get(q.name, ()) for d in (-step, Fraction(0), step)}
            made[q.name] = sorted(n for n in around if n >= 0) or [Fraction(1)]
    return made


def situations(bundle: Bundle, given: dict | None = None, limit: int = 100_000) -> list[dict]:
    """Every complete consistent set of answers, closed questions left out; ``limit`` guards against a slip of a test."""
    offered = values(bundle)
    offered.update({q: [a] for q, a in (given or {}).items()})
    found = {}
    for row in itertools.islice(itertools.product(*offered.values()), limit):
        answers, _ = open_answers(bundle, dict(zip(offered, row)))
        found.setdefault(tuple(answers.items()), answers)
    return list(found.values())


def optional(bundle: Bundle) -> list[str]:
    return [m.name for m in bundle.matters.values() if m.participation == "选办"]


def subsets(names: list[str]) -> Iterator[frozenset[str]]:
    for n in range(len(names) + 1):
        yield from map(frozenset, itertools.combinations(names, n))


def progress(bundle: Bundle) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Each single matter finished, each single one in progress, and nothing."""
    yield frozenset(), frozenset()
    for m in bundle.matters:
        yield frozenset([m]), frozenset()
        yield frozenset(), frozenset([m])


def all_progress(bundle: Bundle) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for row in itertools.product(("", "done", "doing"), repeat=len(bundle.matters)):
        fates = list(zip(bundle.matters, row))
        yield frozenset(m for m, f in fates if f == "done"), frozenset(m for m, f in fates if f == "doing")


def everybody(bundle: Bundle) -> Iterator[Applicant]:
    """Every situation × choice × finished and in progress."""
    for answers in situations(bundle):
        for choose in subsets(optional(bundle)):
            for done, doing in all_progress(bundle):
                yield Applicant(answers, choose, done, doing)


def number_of(bundle: Bundle) -> int:
    return len(situations(bundle)) * 2 ** len(optional(bundle)) * 3 ** len(bundle.matters)


def covering_of(bundle: Bundle, rows: list[dict]) -> Iterator[Applicant]:
    """Some situations × {nothing, everything, each single} × {nothing, each single matter finished or in progress}."""
    names = optional(bundle)
    choices = list(dict.fromkeys([frozenset(), frozenset(names), *(frozenset([n]) for n in names)]))
    for answers in rows:
        for choose in choices:
            for done, doing in progress(bundle):
                yield Applicant(answers, choose, done, doing)


def covering(bundle: Bundle, sample: int, seed: int = 1) -> Iterator[Applicant]:
    """The covering set over every situation, and a seeded sample of the rest."""
    yield from covering_of(bundle, situations(bundle))
    yield from sampled(bundle, sample, seed)


def sampled(bundle: Bundle, number: int, seed: int = 1) -> Iterator[Applicant]:
    dice = random.Random(seed)
    rows, names = situations(bundle), optional(bundle)
    for _ in range(number):
        fate = {m: dice.choice(("", "", "done", "doing")) for m in bundle.matters}
        yield Applicant(
            dice.choice(rows),
            frozenset(n for n in names if dice.random() < 0.6),
            frozenset(m for m in fate if fate[m] == "done"),
            frozenset(m for m in fate if fate[m] == "doing"),
        )


def applicants(bundle: Bundle, limit: int, seed: int = 1) -> tuple[list[Applicant], bool]:
    """All applicants if there are at most ``limit``, else the covering set cut to a seeded sample of that size; and
    whether they are all."""
    if number_of(bundle) <= limit:
        return list(everybody(bundle)), True
    cover = list(covering(bundle, limit // 4, seed))
    if len(cover) > limit:
        cover = random.Random(seed).sample(cover, limit)
    return cover, False
