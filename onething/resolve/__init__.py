"""Syntax trees → catalogue and bundles: names to things, phrases to typed values, each with its place."""

from onething.resolve.catalogue import BLOCK_KINDS, resolve_catalogue
from onething.resolve.effective import Effective, adapted, heads
from onething.resolve.file import effective_file, place_of, resolve_effective, resolve_file
from onething.resolve.reader import Reader

__all__ = [
    "BLOCK_KINDS", "Effective", "Reader", "adapted", "effective_file", "heads", "place_of", "resolve_catalogue",
    "resolve_effective", "resolve_file",
]  # fmt: skip
