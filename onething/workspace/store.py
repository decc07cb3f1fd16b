"""A place to keep things between two runs: SQLite in the user's cache folder. It may be missing, locked, read-only, full,
damaged or of another version; then nothing is found in it and nothing is kept, and nobody hears of it.

It lies in the user's own folder (``ONETHING_CACHE``, else the one of the system), never in the workspace: a workspace
comes from others, and could bring along a false “nothing is wrong here”.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Iterable
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3

FORM = 2  # of the tables; another one is thrown away
TABLES = ("answers", "files", "bundles", "summaries", "outputs", "compiler")
ANSWERS = 16  # so many are kept
WAIT = 2.0  # seconds for another run to finish writing
Row = tuple[str, str]  # what it holds for (a stamp or key), and the thing itself


def folder() -> Path | None:
    """The user's cache folder for us; None if ``ONETHING_CACHE`` is empty: nothing is kept."""
    if "ONETHING_CACHE" in os.environ:
        return Path(os.environ["ONETHING_CACHE"]) if os.environ["ONETHING_CACHE"] else None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "onething"
    except RuntimeError:
        return None  # nobody knows where home is


class Store:
    """The tables of one workspace, each from a key to a row. No method raises for anything that disk or file do."""

    def __init__(self, root: Path):
        self._connection: sqlite3.Connection | None = None
        place = folder()
        if place is not None:
            name = sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24]
            self._file = place / f"{name}.db"
            self._tried(self._open)

    def all(self, table: str) -> dict[str, Row]:
        """Everything in a table that is whole."""
        rows = self._tried(lambda: self._connection.execute(f"SELECT key, stamp, value, sum FROM {table}").fetchall()) or ()
        return {key: (stamp, value) for key, stamp, value, total in rows if total == _sum(key, stamp, value)}

    def get(self, table: str, key: str) -> Row | None:
        """One row, if it is there and whole."""
        row = self._tried(lambda: self._connection.execute(f"SELECT stamp, value, sum FROM {table} WHERE key = ?", (key,)).fetchone())
        return (row[0], row[1]) if row and row[2] == _sum(key, row[0], row[1]) else None

    def put(self, table: str, rows: Iterable[tuple[str, str, str]], gone: Iterable[str] = ()) -> None:
        """Keep rows (key, stamp, value), and forget those with the keys ``gone``."""
        filled = [(*row, _sum(*row)) for row in rows]
        forgotten = [(key,) for key in gone]

        def write() -> None:
            with self._connection:
                self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)", filled)
                self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", forgotten)
                if table == "answers":
                    self._connection.execute("DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (ANSWERS,))

        if filled or forgotten:
            self._tried(write)

    def _open(self) -> None:
        import sqlite3

        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(self._file, timeout=WAIT)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made again
            if connection.execute("PRAGMA user_version").fetchone()[0] != FORM:
                with connection:
                    for table in TABLES:
                        connection.execute(f"DROP TABLE IF EXISTS {table}")
                        connection.execute(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, stamp TEXT, value TEXT, sum INTEGER)")
                    connection.execute(f"PRAGMA user_version = {FORM}")
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _tried(self, work):
        """What ``work`` gives; None if it cannot be done. A damaged file is thrown away, to be made again next time."""
        import sqlite3

        if self._connection is None and work != self._open:
            return None
        try:
            return work()
        except (sqlite3.Error, OSError, UnicodeError, ValueError) as error:
            self.close()
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                try:
                    self._file.unlink()
                except OSError:
                    pass
            return None

    def close(self) -> None:
        """Nothing is found or kept from now on."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _sum(key: str, stamp: str, value: str) -> int:
    return crc32(f"{key}\0{stamp}\0{value}".encode("utf-8", "surrogatepass"))
