"""Syntax trees → Project: names to things, phrases to typed values, each with its place."""

from onething.resolve.project import Project, resolve

__all__ = ["Project", "resolve"]
