"""What ``check`` reports of its paths: open findings, and – for the record – those suppressed and those frozen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from onething.cli.target import workspaces

if TYPE_CHECKING:
    from onething.diagnostics.report import Report
    from onething.workspace import Workspace
    from onething.workspace.cache import Cache


def gather(paths: list[Path], freeze: bool = False, jobs: int | None = None, cached: bool = False, cache: Cache | None = None) -> Report:
    """Check what the paths mean. ``freeze``: write what stands open into the baseline of each workspace first;
    only whole workspaces can be frozen. ``jobs``: processes (``survey``); ``cached``, ``cache``: as in ``workspaces``. Raises ``OSError``, ``Stop``, ``WorkerDied``."""
    from onething.diagnostics.report import Report

    report = Report()
    for workspace, only in workspaces(paths, cached, cache):
        _workspace(report, workspace, only, freeze, jobs)
    return report


def folder_of(workspace: Workspace) -> str:
    """The way from the working directory to the workspace, with ``/``; ``''`` if it is here."""
    way = Path(os.path.relpath(workspace.root)).as_posix()
    return "" if way == "." else f"{way}/"


def _files(workspace: Workspace, only: set[str] | None) -> list[str]:
    """The files that are looked at: those meant, or all, with those of the catalogue."""
    from onething.workspace.walk import walk

    if only is not None:
        return sorted(only)
    return list(workspace.cache.entries if workspace.cache else walk(workspace.root, workspace.config.exclude))


def _workspace(report: Report, workspace: Workspace, only: set[str] | None, freeze: bool, jobs: int | None) -> None:
    from onething.cli.console import refuse
    from onething.cli.language import say
    from onething.cli.progress import progress
    from onething.workspace import baseline as frozen_findings
    from onething.workspace.survey import survey

    folder = folder_of(workspace)
    if workspace.config.rules == "严格":
        report.strict.add(folder)
    report.files += [folder + path for path in _files(workspace, only)]
    found = list(workspace.findings)
    for each in survey(workspace, only, jobs, progress=progress):
        found += each.findings
        for suppressed, reason in each.suppressed:
            report.add([suppressed], folder, reason=reason)
    if freeze:
        if only is not None:
            refuse(say("--freeze 要检查整个工作区，不能只给一部分文件", "--freeze checks a whole workspace, not some of its files"))
        frozen_findings.write_baseline(workspace.root, found)
    baseline, wrong = frozen_findings.read_baseline(workspace.root)
    fresh, frozen, left = frozen_findings.freeze(found, baseline)
    report.add([*wrong, *fresh], folder)
    report.add(frozen, folder, frozen=True)
    if only is None:
        report.add(frozen_findings.mended(left), folder)
