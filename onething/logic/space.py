"""All situations of a bundle at once: exact sets of situations as big integers.

A situation is one combination of answers; numbers are cut at the constants they are compared with, a
question that may stay closed has one more value, “not asked”. Bit *i* of a set stands for situation *i*,
so 且 或 非 are ``&``, ``|``, ``^`` and “in every situation” is one comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onething.logic.expression import And, COMPARISONS, Expression, Is, Measure, Not, Or, State

CLOSED = None  # the value of a question that is not asked


@dataclass(frozen=True, slots=True)
class Dimension:
    """One question: its possible values (options, representative numbers, ``CLOSED``) and when it is open."""

    question: str
    values: tuple[str | Fraction | None, ...]
    open: Expression


def number_values(cuts: list[Fraction], whole: bool) -> tuple[Fraction, ...]:
    """One representative for each stretch that the cuts leave, and each cut itself; never below zero.

    ``whole`` numbers (months, ages, counts) leave no stretch between neighbours.
    """
    points = sorted({c for c in cuts if c >= 0})
    if not points:
        return (Fraction(0),)
    step = Fraction(1)
    values: list[Fraction] = []
    if points[0] > 0:
        values.append(max(points[0] - step, Fraction(0)) if whole or points[0] > step else Fraction(points[0], 2))
    for here, following in zip(points, [*points[1:], None]):
        values.append(here)
        if following is None:
            values.append(here + step)
        elif not whole or following - here > step:
            values.append(here + step if following - here > step else Fraction(here + following, 2))
    return tuple(values)


class Space:
    """The situations over some dimensions. Dimensions with guards must come after what the guards look at."""

    def __init__(self, dimensions: list[Dimension]):
        self.dimensions = dimensions
        self.size = 1
        self._stride: dict[str, tuple[int, Dimension]] = {}
        for dimension in dimensions:
            self._stride[dimension.question] = (self.size, dimension)
            self.size *= len(dimension.values)
        self.full = (1 << self.size) - 1
        self._memo: dict[Expression, int] = {}
        self._value_memo: dict[tuple[str, int], int] = {}
        self.valid = self._valid()

    def _valid(self) -> int:
        """Situations in which exactly the open questions are answered."""
        valid = self.full
        for dimension in self.dimensions:
            if CLOSED in dimension.values:
                closed = self._value(dimension.question, dimension.values.index(CLOSED))
                valid &= self.full ^ (closed ^ (self.full ^ self._set(dimension.open)))
        return valid

    def _value(self, question: str, index: int) -> int:
        """Situations with value number ``index`` for the question: a run of ones repeated over the space."""
        key = (question, index)
        found = self._value_memo.get(key)
        if found is None:
            stride, dimension = self._stride[question]
            run = ((1 << stride) - 1) << (stride * index)
            period = stride * len(dimension.values)
            found, length = run, period
            while length < self.size:  # doubling: as many steps as the logarithm of the repetitions
                found |= found << length
                length *= 2
            found &= self.full
            self._value_memo[key] = found
        return found

    def _set(self, expression: Expression) -> int:
        if isinstance(expression, bool):
            return self.full if expression else 0
        found = self._memo.get(expression)
        if found is not None:
            return found
        if isinstance(expression, Not):
            result = self.full ^ self._set(expression.part)
        elif isinstance(expression, And):
            result = self.full
            for part in expression.parts:
                result &= self._set(part)
        elif isinstance(expression, Or):
            result = 0
            for part in expression.parts:
                result |= self._set(part)
        elif isinstance(expression, State):
            raise ValueError(f"{expression} is not about answers")
        else:
            result = 0
            _, dimension = self._stride[expression.question]
            for index, value in enumerate(dimension.values):
                if value is CLOSED:
                    continue
                if isinstance(expression, Is):
                    inside = value in expression.options
                else:
                    assert isinstance(expression, Measure)
                    inside = COMPARISONS[expression.operator](value, expression.number)
                if inside:
                    result |= self._value(expression.question, index)
        self._memo[expression] = result
        return result

    def where(self, expression: Expression) -> int:
        """The valid situations in which ``expression`` holds."""
        return self._set(expression) & self.valid

    def situation(self, index: int) -> dict[str, str | Fraction]:
        """The answers of situation ``index``, closed questions left out."""
        answers = {}
        for dimension in self.dimensions:
            value = dimension.values[index // self._stride[dimension.question][0] % len(dimension.values)]
            if value is not CLOSED:
                answers[dimension.question] = value
        return answers

    def witness(self, situations: int) -> dict[str, str | Fraction] | None:
        """The first situation of a set, or None if it is empty."""
        if not situations:
            return None
        return self.situation((situations & -situations).bit_length() - 1)

    def each(self, situations: int):
        """The situations of a set, in order."""
        while situations:
            low = situations & -situations
            yield self.situation(low.bit_length() - 1)
            situations ^= low

    def cells(self, sets: list[int]) -> list[int]:
        """The coarsest split of the valid situations that never divides by one of ``sets`` unevenly:
        within a cell every one of them holds throughout or nowhere."""
        cells = [self.valid] if self.valid else []
        for each in dict.fromkeys(sets):
            refined = []
            for cell in cells:
                inside = cell & each
                if inside and inside != cell:
                    refined.append(inside)
                    refined.append(cell ^ inside)
                else:
                    refined.append(cell)
            cells = refined
        return cells
