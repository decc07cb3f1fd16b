"""The process in which a workbook is parsed: it may be ended, or run out of memory, without harm to anybody.

``python -m onething.workbook.child FILE`` writes one JSON object to stdout; ``… FILE mark`` writes a marked copy, the
marks (JSON) from stdin.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onething.limits import WORKBOOK_MEMORY, WORKBOOK_SECONDS
from onething.workbook.grid import Refused
from onething.workbook.xlsx import parse


def main(path: str) -> None:
    _limited()
    try:
        book = parse(Path(path))
    except Refused as refused:
        answer: dict = {"refused": [refused.zh, refused.en]}
    except (MemoryError, RecursionError):
        answer = {"refused": TOO_MUCH}
    else:
        answer = {"grids": [[g.name, g.hidden, [[r, [[c, *got] for c, got in row.items()]] for r, row in g.rows.items()]] for g in book.grids]}
    sys.stdout.write(json.dumps(answer))


def mark(path: str) -> None:
    """Write the marked copy; a file that cannot be copied ends the process with status 1, which the parent expects."""
    from onething.workbook.marked import carry_out

    _limited()
    try:
        made = carry_out(Path(path), json.load(sys.stdin))
    except Exception:  # noqa: BLE001 - openpyxl raises anything; the parent then writes a plain copy
        raise SystemExit(1) from None
    sys.stdout.buffer.write(made)


TOO_MUCH = ("读它要用的内存或时间超过上限，没有读", "reading it takes more memory or time than is allowed")


def _limited() -> None:
    """Bounds on memory and processor time, where the system knows them."""
    try:
        import resource
    except ImportError:  # Windows: only the time that the parent waits
        return
    for what, most in ((resource.RLIMIT_AS, WORKBOOK_MEMORY), (resource.RLIMIT_CPU, WORKBOOK_SECONDS)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, hard))
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    mark(sys.argv[1]) if sys.argv[2:] == ["mark"] else main(sys.argv[1])
