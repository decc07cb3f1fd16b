"""What a command reports: findings with the folder their files lie in, those suppressed and those frozen apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping

from onething.diagnostics.codes import Severity
from onething.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding on its way out. ``folder``: from the working directory to the workspace, with ``/`` at its end, or
    ``''``; ``folder + finding.span.source.path`` names the file for whoever stands there. ``reason``: why it is
    suppressed beside the line, or ``''``; ``frozen``: it stands in the baseline."""

    finding: Finding
    folder: str = ""
    reason: str = ""
    frozen: bool = False

    @property
    def silent(self) -> bool:
        """Whether it is only kept for the record."""
        return bool(self.reason) or self.frozen

    @property
    def file(self) -> str:
        """The file, from the working directory; ``''`` for a finding without a place."""
        return self.folder + self.finding.span.source.path if self.finding.span else ""

    def order(self) -> tuple:
        """By workspace, place, code."""
        return (self.folder, *self.finding.order())


@dataclass(slots=True)
class Report:
    """Everything reported, in order when it is shown. ``strict``: the folders of workspaces in which a warning fails,
    as their rung of the ladder says; ``files``: what was looked at, from the working directory; ``pages``: the page of
    each code, for formats that carry help."""

    entries: list[Reported] = field(default_factory=list)
    strict: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    pages: Mapping[str, str] = field(default_factory=dict)

    def fails(self, entry: Reported) -> bool:
        """Whether it stands in the way: an error, or a warning where warnings fail."""
        severity = entry.finding.severity
        return not entry.silent and (severity is Severity.ERROR or (severity is Severity.WARNING and entry.folder in self.strict))

    def failed(self) -> bool:
        """Whether anything stands in the way."""
        return any(map(self.fails, self.entries))

    def add(self, findings, folder: str = "", reason: str = "", frozen: bool = False) -> None:
        """Take up findings of one workspace."""
        self.entries += [Reported(f, folder, reason, frozen) for f in findings]

    @property
    def open(self) -> list[Reported]:
        """What somebody has to look at, in the order of places."""
        return sorted((e for e in self.entries if not e.silent), key=Reported.order)

    @property
    def silent(self) -> list[Reported]:
        """What is suppressed or frozen, in the order of places."""
        return sorted((e for e in self.entries if e.silent), key=Reported.order)
