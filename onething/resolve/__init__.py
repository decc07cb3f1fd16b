"""Syntax trees → catalogue and bundles: names to things, phrases to typed values, each with its place."""

from onething.resolve.catalogue import BLOCK_KINDS, resolve_catalogue
from onething.resolve.file import resolve_file
from onething.resolve.reader import Reader

__all__ = ["BLOCK_KINDS", "Reader", "resolve_catalogue", "resolve_file"]
