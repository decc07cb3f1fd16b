"""Did you mean …: the declared spelling that a word is most like."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Iterable

from onething.syntax.confusables import skeleton


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The spelling that cannot be told from ``word`` on paper, else the one it is most like, if any is like it."""
    script = [spelling for spelling in known if spelling.isascii() == word.isascii()]
    bare = skeleton(word)
    alike = next((spelling for spelling in known if skeleton(spelling) == bare), None)
    near = alike or next(iter(get_close_matches(word, script, 1, 0.75 if word.isascii() else 0.5)), None)
    return near
