"""Folders, files and configuration around the phases."""

from onething.workspace.workspace import Examined, Workspace, has_errors, open_workspace

__all__ = ["Examined", "Workspace", "has_errors", "open_workspace"]
