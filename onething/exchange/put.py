"""Several files written together: all of them, or none."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping

from onething.workspace.write import replace_file


def put(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files below ``root``. Raises ``OSError``; then everything is as it was."""
    done: list[tuple[Path, bytes | None]] = []
    try:
        for name, data in files.items():
            target = root / name
            old = target.read_bytes() if target.is_file() else None
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, data)
            done.append((target, old))
    except OSError:
        for target, old in reversed(done):
            if old is None:
                target.unlink(missing_ok=True)
            else:
                replace_file(target, old)
        raise
