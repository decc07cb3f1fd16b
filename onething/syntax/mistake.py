"""A mistake in a phrase, with places relative to it: the phrase is memoised, its place is not."""

from __future__ import annotations

from dataclasses import dataclass

from onething.diagnostics import Finding, Fix, finding
from onething.source import Source, Span


@dataclass(frozen=True)
class Mistake(Exception):
    """One mistake. ``repair`` is (Chinese, English, edits as (start, end, new text)) with, last, whether
    it is safe (left out: it is not). A line break in a new text is indented as its place asks for."""

    code: str
    start: int
    end: int
    values: tuple[tuple[str, object], ...] = ()
    label: tuple[str, str] | None = None
    repair: tuple | None = None
    known: tuple = ()  # pairs (words, the repair where these words stand elsewhere in the file)

    def finding(self, source: Source, at: int, end: int, exact: bool = True) -> Finding:
        """The finding for a phrase that stands at ``at``–``end``."""
        if exact:
            start, stop = at + self.start, at + self.end
            span = Span(source, min(start, end), max(min(stop, end), min(start, end)))
        else:
            span = Span(source, at, end)
        fix = None
        repair = next((repair for words, repair in self.known if words in source.text), self.repair)
        if repair:
            zh, en, edits, *safe = repair
            if any("\n" in new for _, _, new in edits):
                edits = _broken_lines(edits, source, at)
            fix = Fix(zh, en, tuple((Span(source, at + a, at + b), new) for a, b, new in edits) if exact else (), safe=bool(safe and safe[0]))
        return finding(self.code, span, label=self.label, fix=fix, **dict(self.values))


def _broken_lines(edits: tuple, source: Source, at: int) -> tuple:
    """Edits that break a value into lines: below its key, if it stands behind one. In YAML lines are dashes: no edits."""
    if source.path.lower().endswith((".yaml", ".yml")):
        return ()
    line, column = source.position(at)
    before = source.line_text(line)[: column - 1]
    indent = before[: len(before) - len(before.lstrip())]
    if before.strip():
        indent += "    "
        edits = ((0, 0, "\n"), *edits)
    return tuple((a, b, new.replace("\n", "\n" + indent)) for a, b, new in edits)


def mistake(code: str, start: int, end: int, *, label=None, repair=None, known=(), **values: object) -> Mistake:
    """Make a mistake of a registered code."""
    return Mistake(code, start, end, tuple(values.items()), label, repair, known)
