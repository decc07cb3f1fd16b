"""Lists taken in and given back, without files."""

from __future__ import annotations

from onething.exchange.columns import columns
from onething.exchange.gather import clean
from onething.exchange.give import Given, give
from onething.exchange.take import Taken, take
from onething.exchange.trial import trial
from onething.model.catalogue import Catalogue
from onething.syntax import parse
from onething.workbook.grid import Book, Got, Grid
from onething.workspace import Examined, Workspace
from onething.workspace.config import Config


def empty(catalogue: Catalogue | None = None) -> Workspace:
    from pathlib import Path

    return Workspace(Path("."), Config(language="2"), catalogue or Catalogue(), [])


def examined(taken: Taken) -> tuple[Workspace, list[Examined]]:
    """The files of an import, examined."""
    workspace, found, _ = trial(empty(), {path: text for path, text in taken.files.items() if path.endswith(".onething")})
    return workspace, found


def given_back(book: Book, **options: str) -> Given:
    """What exporting writes of what importing made."""
    workspace, found = examined(take(book, None, **options))
    only = next(each for each in found if each.bundle is not None)
    return give(only.bundle, [parse(workspace.source_at(only.path))], workspace.catalogue)


def texts(rows: list[dict[str, str]], header) -> list[dict[str, str]]:
    """The cells that say something, as they are compared: without what nobody sees."""
    return [{name: clean(text)[0] for name, text in row.items() if name in header and clean(text)[0]} for row in rows]


def book_of(given: Given, name: str = "清单") -> Book:
    """A given list as it is read again."""
    lines = {1: {c: Got(n) for c, n in enumerate(given.header, 1)}}
    for number, row in enumerate(given.rows, 2):
        lines[number] = {c: Got(row[n]) for c, n in enumerate(given.header, 1) if row.get(n)}
    return Book(f"{name}.xlsx", [Grid(name, lines)])


SUPPORTED = tuple(name for name, column in columns().items() if column.becomes)
