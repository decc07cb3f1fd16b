"""The smallest text that still fails: pieces are left out, first large ones, at last single characters."""

from __future__ import annotations

from typing import Callable


def shrunk(text: str, fails: Callable[[str], bool]) -> str:
    """``text`` with everything left out without which it still fails."""
    size = max(len(text) // 2, 1)
    while True:
        at, smaller = 0, False
        while at < len(text):
            without = text[:at] + text[at + size :]
            if fails(without):
                text, smaller = without, True
            else:
                at += size
        if size == 1 and not smaller:
            return text
        size = max(size // 2, 1)
