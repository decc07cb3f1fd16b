"""The output folder changes as a whole: killed at any moment, what stands there is all old or all new.

What differs is written beside the output. Then everything else that stands in the output is linked to it, and the two
folders change places in one step (``exchange``). What nobody of us made is carried over like the rest. If nothing
differs, nothing is touched. One build at a time works on an output, the next one waits.

Not every folder can change places: one that is mounted, or that somebody stands in, is renewed file by file, each of
them old or new (``Tree.whole`` is false).
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterable, Iterator

from onething.workspace.carry import InTheWay, Stays, carry, kind
from onething.workspace.exchange import exchange
from onething.workspace.write import replace_file

CANNOT_MOVE = {errno.EXDEV, errno.EBUSY}


@dataclass(frozen=True, slots=True)
class Tree:
    """An output folder (``out``, without links in its path) that is being renewed. ``stage`` collects what differs
    (``None``: nobody writes, only compares), ``old`` is where the old folder may have to wait; ``whole``: the folder may
    change places. Paths within are relative, with ``/``. May be sent to other processes."""

    out: Path
    stage: Path | None
    old: Path | None = None
    whole: bool = True

    def same(self, path: str, data: bytes) -> bool:
        """Whether the output has this file with this content; what stands behind a link does not count."""
        file = self.out / path
        try:
            about = file.lstat()
            if not stat.S_ISREG(about.st_mode) or about.st_size != len(data):
                return False
            return self.above(path) is None and file.read_bytes() == data
        except OSError:
            return False

    def put(self, path: str, data: bytes) -> tuple[str, bool]:
        """Lay a file ready unless the output has it: its SHA-256, and whether the output has it. Nothing is laid outside
        (``ValueError``): whoever made such a path has a fault."""
        if path.startswith("/") or ".." in path.split("/") or "\\" in path or ":" in path:
            raise ValueError(f"{path} leads out of the output")
        same = self.same(path, data)
        if not same and self.stage:
            target = self.stage / path
            try:
                target.write_bytes(data)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        return hashlib.sha256(data).hexdigest(), same

    def above(self, path: str) -> Path | None:
        """What stands above a file, within the output, and is no folder: a link, a file."""
        folder = self.out
        for part in path.split("/")[:-1]:
            folder = folder / part
            if kind(folder) == "file":
                return folder
        return None

    def take(self, laid: list[str], gone: Iterable[str] = ()) -> None:
        """Let what was laid ready take its place, without the files ``gone``. Raises ``OSError``; the output is then
        the old one, or, if it is renewed file by file, each of its files is old or new."""
        gone = frozenset(gone)
        if not laid and not gone:
            return
        self.stage.mkdir(exist_ok=True)
        if not self.whole:
            return self._one_by_one(laid, gone)
        try:
            if self.out.exists():
                if not os.access(self.out, os.W_OK):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.out))
                carry(self.out, self.stage, gone)
            _swap(self.stage, self.out, self.old)
        except Stays:
            self._one_by_one(laid, gone)

    def _one_by_one(self, laid: list[str], gone: Iterable[str]) -> None:
        for path in [*laid, *gone]:
            there = self.above(path) or (self.out / path if kind(self.out / path) == "folder" else None)
            if there:
                raise InTheWay(there)
        for path in laid:
            target = self.out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, (self.stage / path).read_bytes())
        for path in gone:
            (self.out / path).unlink(missing_ok=True)
            for folder in list((self.out / path).parents)[: path.count("/")]:
                if not any(folder.iterdir()):
                    folder.rmdir()


@contextmanager
def renewing(out: Path, around: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Tree]:
    """The output folder, for this build alone; ``around`` is a folder that must stay where it is (the workspace).
    Waits for another build into the same folder, and says so through ``waiting``. What a killed build left is put in
    order first. Raises ``OSError``."""
    out = real(out)
    made = _make(out.parent)
    beside = os.access(out.parent, os.W_OK) and not (out.exists() and _device(out) != _device(out.parent))
    name = _short(out.name) if beside else ""
    room = out.parent if beside else out
    stays = any(folder.is_relative_to(out) for folder in (Path.cwd(), around.resolve()))
    begin, old = f".{name}.onething-new-", room / f".{name}.onething-old"
    # A name of its own: what a killed build's workers still write comes into no other build.
    tree = Tree(out, room / (begin + secrets.token_hex(4)), old, beside and not stays)
    try:
        with _alone(room / f".{name}.onething-lock", waiting):
            if old.exists() and not out.exists():
                os.rename(old, out)  # killed between two renames
            for left in [entry for entry in room.iterdir() if entry.name.startswith(begin)]:
                _remove(left)
            _remove(old)
            try:
                yield tree
            finally:
                _remove(tree.stage)
                if out.exists():
                    _remove(old)
    finally:
        for folder in made:
            try:
                folder.rmdir()  # only if nothing came into it
            except OSError:
                break


def real(folder: Path) -> Path:
    """A path without links; a link that leads in a circle stays one."""
    return Path(os.path.realpath(folder))


@contextmanager
def _alone(place: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock file; it goes with the lock. Who waited for a file that has gone tries again (``filelock``)."""
    from filelock import FileLock, Timeout

    lock = FileLock(place)
    try:
        lock.acquire(timeout=0.2)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        place.unlink(missing_ok=True)
        lock.release()


def _swap(new: Path, out: Path, old: Path) -> None:
    """The new folder takes the place of the old one, which is then at the place of the new one or, where two folders
    cannot change places in one step, at ``old``."""
    try:
        if not out.exists():
            os.rename(new, out)
        elif not exchange(new, out):
            os.rename(out, old)
            try:
                os.rename(new, out)
            except BaseException:
                os.rename(old, out)
                raise
    except OSError as error:
        if error.errno in CANNOT_MOVE:
            raise Stays from None
        raise


def _device(folder: Path) -> int:
    return folder.stat().st_dev


def _short(name: str) -> str:
    """A name that bears a few more characters on every disk."""
    return name if len(os.fsencode(name)) <= 200 else hashlib.sha256(os.fsencode(name)).hexdigest()[:16]


def _make(folder: Path) -> list[Path]:
    """Make a folder; those that were made, the innermost first."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove(folder: Path) -> None:
    """Remove a folder of ours, also where somebody forbade to change it."""

    def allow(_function, path, _error) -> None:
        try:
            os.chmod(os.path.dirname(path), 0o700)
            os.unlink(path)
        except OSError:
            pass

    if kind(folder) == "folder":
        shutil.rmtree(folder, **{"onexc" if sys.version_info >= (3, 12) else "onerror": allow})
