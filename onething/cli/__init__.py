"""``onething``, the command line. Each command is thin; everything it does can be called from Python too."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Entry point. Exit status: 0 fine · 1 findings · 2 usage or input/output · 70 a fault of ours · 130 stopped."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # a closed one (>&-) is None
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    from onething.cli.app import run

    sys.exit(run(sys.argv[1:]))
