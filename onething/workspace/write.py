"""Writing one file so that a reader sees the old one or the new one, never a half."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


def replace_file(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target`` through a temporary file beside it. Who may read it stays as it was; a new file is
    for whom the user's mask allows. Raises ``OSError``; the old file is then whole."""
    temporary = target.parent / f".onething-{secrets.token_hex(8)}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        try:
            os.chmod(temporary, stat.S_IMODE(target.lstat().st_mode) if not target.is_symlink() else 0o644)
        except FileNotFoundError:
            pass
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
