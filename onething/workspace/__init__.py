"""Folders, files and configuration around the phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onething.workspace.workspace import Examined, Workspace, has_errors, open_workspace

__all__ = ["Examined", "Workspace", "has_errors", "open_workspace"]


def __getattr__(name: str) -> object:
    """What this room hands out, imported when it is used: who only asks which files there are needs none of it."""
    if name not in __all__:
        raise AttributeError(name)
    from onething.workspace import workspace

    return getattr(workspace, name)
