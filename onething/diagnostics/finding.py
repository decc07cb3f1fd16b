"""A finding: one thing wrong at one place, with its reason and, where possible, its repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from onething.diagnostics.codes import CODES, Code, Severity
from onething.source import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A further place that matters, with a few words for it."""

    span: Span
    zh: str
    en: str

    def text(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: what to do in words, and as edits ``(span, new text)`` where it can be done by machine.

    ``safe``: the edits say what the author meant beyond doubt (a blank, a bracket, a width); what is only likely
    (did you mean …), or takes something away, is not, and is applied only on ``--unsafe``."""

    zh: str
    en: str
    edits: tuple[tuple[Span, str], ...] = ()
    safe: bool = False

    def text(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``span`` is the exact place; ``label`` stands beside the caret; ``witness`` is an
    applicant (question → answer, as written) for whom it happens."""

    code: str
    span: Span | None
    values: tuple[tuple[str, str], ...]
    label: Note | None = None
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    witness: tuple[tuple[str, str], ...] = ()

    @property
    def rule(self) -> Code:
        return CODES[self.code]

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def message(self, lang: str = "zh") -> str:
        """The message, its values filled in."""
        template = self.rule.en if lang == "en" else self.rule.zh
        return template.format_map(dict(self.values))

    def order(self) -> tuple:
        """Key that sorts findings by place, then code."""
        place = self.span.order() if self.span else ("", 0, 0)
        return (*place, self.code, self.values)


def finding(
    code: str,
    span: Span | None,
    /,
    *,
    label: tuple[str, str] | None = None,
    notes: Iterable[Note] = (),
    fix: Fix | None = None,
    witness: Iterable[tuple[str, str]] = (),
    **values: object,
) -> Finding:
    """Make a finding of a registered code; ``label`` is the pair (Chinese, English) beside the caret.

    Raises ``KeyError`` for a code that is not registered: that is a fault of ours, not of an author.
    """
    CODES[code]
    beside = Note(span, *label) if label and span else None
    filled = tuple((key, str(value)) for key, value in values.items())
    return Finding(code, span, filled, beside, tuple(notes), fix, tuple(witness))


def note(span: Span, zh: str, en: str) -> Note:
    """A further place of a finding."""
    return Note(span, zh, en)


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    counts = {severity.value: 0 for severity in Severity}
    for each in findings:
        counts[each.severity.value] += 1
    return counts
