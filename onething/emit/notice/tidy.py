"""Conditions made short enough to be read: what the rest of a sentence already says is left out.

A question of one choice that is always asked has exactly one answer, so “not A” is “one of the others”, “A and B”
never holds and “A or B or C” always does when there are no more. The result has the same truth for everybody who
has answered; a test compares them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from onething.emit.conditions import simplify
from onething.emit.words import OPPOSITE
from onething.plan.ir import BundleIR, Condition

Bound = tuple[float, int]


class Tidy:
    """Tidies conditions of one bundle."""

    def __init__(self, ir: BundleIR) -> None:
        asked = [q for q in ir.questions if q.open is True]
        self._always = {q.name for q in asked}
        self._order = {q.name: {o.name: n for n, o in enumerate(q.options)} for q in ir.questions}
        self._options: Mapping[str, list[str]] = {
            q.name: options
            for q in asked
            if (options := [o.name for o in q.options] or (["是", "否"] if q.type == "是否" else []))
        }

    def of(self, condition: Condition) -> Condition:
        return simplify(self._signed(condition, True))

    def beside(self, condition: Condition, fact: Condition) -> Condition:
        """What is left of a condition to be said beside a fact that is said already. Both tidy."""
        known = fact[1:] if isinstance(fact, list) and fact[0] == "and" else [fact]
        known = [k for k in known if isinstance(k, list)]
        plain = [k for k in known if k[0] not in ("and", "or")]
        if any(condition == k for k in (fact, *known)):
            return True
        if isinstance(condition, list) and condition[0] == "and":
            kept = [part for part in condition[1:] if part not in known]
            condition = kept[0] if len(kept) == 1 else ["and", *kept] if kept else True
        return simplify(self._under(condition, plain))

    def _signed(self, c: Condition, positive: bool) -> Condition:
        """The condition, or its negation, with negations at single comparisons only."""
        if isinstance(c, bool):
            return c is positive
        head = c[0]
        if head == "not":
            return self._signed(c[1], not positive)
        if head in ("and", "or"):
            swapped = head if positive else {"and": "or", "or": "and"}[head]
            return self._joined(swapped, [self._signed(part, positive) for part in c[1:]])
        if positive:
            return self._choice(c[1], c[2]) if head == "is" else c
        if head == "is" and c[1] in self._options:
            return self._choice(c[1], [o for o in self._options[c[1]] if o not in c[2]])
        if head == "cmp" and c[1] in self._always:
            return ["cmp", c[1], OPPOSITE[c[2]], c[3]]
        return ["not", c]

    def _choice(self, question: str, options: Sequence[str]) -> Condition:
        if not options:
            return False
        known = self._options.get(question)
        if known and set(known) <= set(options):
            return True
        order = self._order.get(question, {})
        return ["is", question, sorted(options, key=lambda o: order.get(o, 0))]

    def _joined(self, head: str, parts: Sequence[Condition]) -> Condition:
        """The parts joined; each is said only as far as the plain ones beside it do not say it."""
        final = head == "or"  # the value that settles the whole
        flat: list[Condition] = []
        for part in parts:
            if part is final:
                return final
            if not isinstance(part, bool):
                flat += part[1:] if part[0] == head else [part]
        plain = self._merged(head, [p for p in flat if p[0] not in ("and", "or")])
        if plain is final:
            return final
        assert isinstance(plain, list)
        known = plain if head == "and" else [self._signed(p, False) for p in plain]
        kept = list(plain)
        for part in flat:
            if part[0] in ("and", "or"):
                rest = self._under(part, known)
                if rest is final:
                    return final
                if not isinstance(rest, bool):
                    if rest[0] not in ("and", "or") or rest[0] == head:
                        return self._joined(head, [*kept, rest, *(p for p in flat if p[0] in ("and", "or") and p is not part)])
                    kept.append(rest)
        return (not final) if not kept else kept[0] if len(kept) == 1 else [head, *kept]

    def _merged(self, head: str, plain: list[Condition]) -> list[Condition] | bool:
        """Plain parts, one per question; True or False where they settle the whole."""
        final = head == "or"
        kept: list[Condition] = []
        for part in plain:
            for at, other in enumerate(kept):
                if part[0] == other[0] == "is" and part[1] == other[1]:
                    both = [o for o in other[2] if o in part[2]]
                    options = both if head == "and" else [*other[2], *(o for o in part[2] if o not in other[2])]
                    merged = self._choice(part[1], options)
                    if merged is final:
                        return final
                    kept[at] = merged
                    break
                verdict = _decides(other, part) if head == "and" else _decides(self._signed(other, False), part)
                if verdict is final:
                    return final
                if verdict is not None:
                    break
            else:
                kept.append(part)
        return kept

    def _under(self, c: Condition, known: Sequence[Condition]) -> Condition:
        """What is left of the condition where the known ones hold."""
        if isinstance(c, bool):
            return c
        if c[0] in ("and", "or"):
            return self._joined(c[0], [self._under(part, known) for part in c[1:]])
        for fact in known:
            verdict = _decides(fact, c)
            if verdict is not None:
                return verdict
            if fact[0] == c[0] == "is" and fact[1] == c[1]:
                c = ["is", c[1], [o for o in c[2] if o in fact[2]]]
        return c


def _decides(fact: Condition, c: Condition) -> bool | None:
    """Whether the plain condition holds where the fact does; None = the fact does not say."""
    if isinstance(fact, bool) or isinstance(c, bool):
        return c if isinstance(c, bool) else None
    if fact == c:
        return True
    if c[0] == "not":
        inner = _decides(fact, c[1])
        return None if inner is None else not inner
    if fact[0] == "not":
        return False if fact[1] == c else None
    if fact[0] == c[0] == "is" and fact[1] == c[1]:
        shared = set(fact[2]) & set(c[2])
        return False if not shared else True if set(fact[2]) <= set(c[2]) else None
    if fact[0] == c[0] == "cmp" and fact[1] == c[1]:
        (low, high), (from_, to) = _range(fact), _range(c)
        if low > to or from_ > high:
            return False
        return True if low >= from_ and high <= to else None
    return None


def _range(c: Condition) -> tuple[Bound, Bound]:
    """The numbers a comparison admits, as ends that order correctly when open."""
    op, value = c[2], c[3]
    if op[0] == ">":
        return (value, 1 if op == ">" else 0), (math.inf, 0)
    return (-math.inf, 0), (value, -1 if op == "<" else 0)
