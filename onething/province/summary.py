"""A summary of one bundle: about a kilobyte that holds what is asked across a province, so that no bundle is kept."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Iterable, Protocol

from onething.diagnostics.finding import summary as counted
from onething.province.worse import worse
from onething.vocabulary.bundle import ONLINE
from onething.vocabulary.matter import WITHOUT_LIMIT

if TYPE_CHECKING:
    from onething.diagnostics import Finding
    from onething.model.bundle import Bundle, Matter
    from onething.plan.analysis import Analysis
    from onething.source import Span


class Examined(Protocol):
    """What is summarised: a file examined (``onething.workspace.Examined``)."""

    path: str
    findings: list[Finding]
    analysis: Analysis | None


@dataclass(frozen=True, slots=True)
class MatterSummary:
    """One matter. ``online`` and ``visit``: whether it is handled wholly online, whether somebody has to come:
    是 · 否 · 未载明; '' of what the applicant never applies for. ``path`` '' = the bundle's own file."""

    name: str
    aliases: tuple[str, ...]
    participation: str
    online: str
    visit: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A matter that the local version cancels, with the reason that it gives."""

    matter: str
    reason: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Lost:
    """What some applicants lose against the uppermost version that the bundle adapts: a matter, '' = the whole; or, in
    ``Summary.more``, what is asked of them beyond it. ``who``: the answers of those concerned."""

    matter: str
    who: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One bundle file. ``name`` '' = no bundle could be read in it. ``line``: of the name; ``standard`` '' = none
    stated, ``version`` '' = no version stated; ``parent``: identity of what it adapts, or ''. Lines count from 1."""

    path: str
    line: int = 1
    place: str = ""
    name: str = ""
    code: str = ""
    code_line: int = 0
    standard: str = ""
    standard_path: str = ""
    standard_line: int = 0
    version: str = ""
    parent: str = ""
    channels: tuple[str, ...] = ()
    matters: tuple[MatterSummary, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
    lost: tuple[Lost, ...] = ()
    more: tuple[Lost, ...] = ()
    errors: int = 0
    warnings: int = 0
    hints: int = 0

    @property
    def identity(self) -> str:
        return f"{self.place}/{self.name}"

    def to_json(self) -> str:
        """One line of JSON without the names of fields; ``from_json`` reads it again."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Summary:
        """The summary that ``to_json`` wrote. Raises ``ValueError`` or ``TypeError`` for anything else."""
        *head, channels, matters, cancelled, lost, more, errors, warnings, hints = json.loads(text)
        return cls(
            *head,
            tuple(channels),
            tuple(MatterSummary(name, tuple(aliases), *rest) for name, aliases, *rest in matters),
            tuple(Cancelled(*each) for each in cancelled),
            tuple(Lost(*each) for each in lost),
            tuple(Lost(*each) for each in more),
            errors,
            warnings,
            hints,
        )


def summarise(examined: Examined) -> Summary:
    """What is kept of one examined file."""
    number = counted(examined.findings)
    found = (number["error"], number["warning"], number["hint"])
    if examined.analysis is None:
        return Summary(examined.path, errors=found[0], warnings=found[1], hints=found[2])
    b = examined.analysis.bundle
    at = lambda span: _at(span, examined.path)  # noqa: E731
    found_worse = list(worse(examined.analysis)) if not found[0] else []  # of a faulty bundle nobody says so
    return Summary(
        examined.path,
        b.span.position[0],
        b.place,
        b.name,
        b.code,
        b.code_span.position[0] if b.code_span else 0,
        b.standard.value if b.standard else "",
        *(at(b.standard.span) if b.standard else ("", 0)),
        b.standard_version,
        b.parent,
        tuple(c.value for c in b.channels),
        tuple(_matter(b, m, at(m.span)) for m in b.matters.values()),
        tuple(Cancelled(c.path[0][1], c.reason, *at(c.span)) for c in b.changes if c.how == "取消" and len(c.path) == 1 and c.path[0][0] == "事项"),
        tuple(Lost(w.what, w.who, *at(w.span)) for w in found_worse if w.lost),
        tuple(Lost(w.what, w.who, *at(w.span)) for w in found_worse if not w.lost),
        *found,
    )


def _at(span: Span, path: str) -> tuple[str, int]:
    """File ('' = this one) and line of a place."""
    return "" if span.source.path == path else span.source.path, span.position[0]


def _matter(b: Bundle, m: Matter, at: tuple[str, int]) -> MatterSummary:
    return MatterSummary(m.name, m.aliases, m.participation, *depth(b, m), *at)


def depth(b: Bundle, m: Matter) -> tuple[str, str]:
    """Whether a matter is handled wholly online, and whether somebody has to come: 是 · 否 · 未载明.

    Online: there is a channel without presence, and it is said of everybody that nobody has to come. What is not
    stated is never a yes. A matter that nobody applies for (自动; 核验 引导 告知) has neither: ``("", "")``.
    """
    if m.participation == "自动" or m.kind in WITHOUT_LIMIT:
        return "", ""
    visit = _visit(case.value.count if case.value else None for case in m.visits)
    if visit == "是":
        return "否", visit
    if b.channels and not any(c.value in ONLINE for c in b.channels):
        return "否", visit
    return ("是" if visit == "否" and b.channels else "未载明"), visit


def _visit(counts: Iterable[int | None]) -> str:
    counts = list(counts)
    if any(counts):
        return "是"
    return "否" if counts and None not in counts else "未载明"
