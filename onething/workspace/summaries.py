"""The summaries of a whole workspace: what is asked across a province is answered from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable

from onething.province.summary import Summary
from onething.workspace.lineage import glance
from onething.workspace.survey import survey
from onething.workspace.workspace import Workspace


def summaries(workspace: Workspace, jobs: int | None = None, progress: Callable[[int, int], None] = lambda done, of: None) -> list[Summary]:
    """One summary for each bundle file, in the order of paths. Of a file whose bundle could not be read, what its head
    says. Raises ``WorkerDied``."""
    return [_named(each.summary, workspace) for each in survey(workspace, None, jobs, summaries=True, progress=progress)]


def _named(summary: Summary, workspace: Workspace) -> Summary:
    if summary.name:
        return summary
    head = glance(workspace.source_at(summary.path), workspace.config.place, workspace.catalogue.places)
    place, _, name = head.identity.partition("/")
    return replace(summary, place=place, name=name, parent=head.adapts)
