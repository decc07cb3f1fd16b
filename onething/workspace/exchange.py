"""Two folders change places in one step of the file system: whoever looks sees all of one or all of the other."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS
UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(one: Path, other: Path) -> bool:
    """Let two folders on one disk change places; ``False`` where the system or the disk has no such step (nothing
    is changed then). Raises ``OSError`` as a rename does."""
    call = _call(os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    if call() == 0:
        return True
    number = ctypes.get_errno()
    if number in UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _call(one: bytes, other: bytes):
    """The call of this system, ready to be made; ``None`` where there is none."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return lambda: library.renameat2(AT_FDCWD, one, AT_FDCWD, other, ctypes.c_uint(RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda: library.renamex_np(one, other, ctypes.c_uint(RENAME_SWAP))
    return None
