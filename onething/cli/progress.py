"""How far a long run is: one line on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys

from onething.cli.language import say

MANY = 100  # fewer are done before anybody looks
JOBS = say("用几个进程，不写按处理器的个数", "how many processes; default: one for each core")


def progress(done: int, of: int) -> None:
    """Show how many of how many are done; the line goes when all are."""
    if of >= MANY and sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{of}" if done < of else f"\r{' ' * (2 * len(str(of)) + 1)}\r")
        sys.stderr.flush()
