"""What people see of a name at a glance: characters that look alike are one, blanks and marks are none."""

from __future__ import annotations

import re
from functools import lru_cache

from onething.syntax.confusables import skeleton

_MARKS = "[" + re.escape("、，,。.：:；;·（）()“”‘’\"'「」《》") + r"\s]+"
_SILENT = re.compile(rf"(?<!\d){_MARKS}|{_MARKS}(?!\d)")  # marks say nothing, unless they stand between digits


@lru_cache(maxsize=4096)
def glance(name: str) -> str:
    """The same for two names that nobody tells apart. Remembered: a province repeats its names."""
    return skeleton(_SILENT.sub("", name))
