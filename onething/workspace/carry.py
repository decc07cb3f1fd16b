"""What stands in one folder is brought into another one by links: no file is copied, and each stays the file it was."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS}
ELSEWHERE = {errno.EXDEV, errno.EACCES}


class InTheWay(OSError):
    """Something that is not ours stands where an output belongs, or a link leads out of the output folder."""

    def __init__(self, path: Path):
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


class Stays(Exception):
    """This folder cannot change places with another one."""


def carry(old: Path, new: Path, gone: frozenset[str], prefix: str = "") -> bool:
    """Bring what stands in ``old`` into ``new``: all that does not stand there yet, without the files ``gone`` (their
    paths begin with ``prefix``). False if this emptied the folder. Raises ``InTheWay``, ``Stays`` and ``OSError``."""
    about = old.lstat()
    _same_owner(about, new)
    seen = kept = False
    with os.scandir(old) as entries:
        for entry in entries:
            seen = True
            path, target = prefix + entry.name, new / entry.name
            is_folder, there = entry.is_dir(follow_symlinks=False), kind(target)
            if there and is_folder != (there == "folder"):
                raise InTheWay(Path(entry.path))
            if is_folder:
                if os.lstat(entry.path).st_dev != about.st_dev:
                    raise Stays  # another disk is mounted within
                if not there:
                    target.mkdir()
                if carry(Path(entry.path), target, gone, path + "/") or there:
                    kept = True
                else:
                    target.rmdir()
            elif there:
                if not entry.is_symlink():
                    os.chmod(target, stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode))
            elif path not in gone:
                _link(entry, target)
                kept = True
    os.chmod(new, stat.S_IMODE(about.st_mode))
    return kept or not seen


def _same_owner(about: os.stat_result, new: Path) -> None:
    """A folder that stands for another one belongs to whom the other belongs to; where that cannot be, it stays."""
    there = new.lstat()
    if (about.st_uid, about.st_gid) != (there.st_uid, there.st_gid):
        try:
            os.chown(new, about.st_uid, about.st_gid)
        except OSError:
            raise Stays from None


def _link(entry: os.DirEntry, target: Path) -> None:
    if entry.is_symlink():
        return target.symlink_to(os.readlink(entry.path))
    try:
        os.link(entry.path, target)
    except OSError as error:
        mine = entry.stat(follow_symlinks=False).st_uid == os.geteuid() if hasattr(os, "geteuid") else True
        if error.errno not in CANNOT_LINK | ELSEWHERE:
            raise
        if error.errno in ELSEWHERE or not mine or not entry.is_file(follow_symlinks=False):
            raise Stays from None
        shutil.copy2(entry.path, target)  # a disk without links


def kind(path: Path) -> str:
    """``folder``, ``file`` (also a link, whatever it leads to), or empty if nothing is there."""
    try:
        return "folder" if stat.S_ISDIR(path.lstat().st_mode) else "file"
    except FileNotFoundError:
        return ""
