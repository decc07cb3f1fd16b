"""What a source file holds, seen without parsing it."""

from __future__ import annotations

import re

from onething.vocabulary import BLOCKS


def _opening(names: tuple[str, ...]) -> re.Pattern:
    """A line that opens a block with one of the words: at the margin or (YAML) behind a dash; indented only with a
    blank and a name behind the word, for with a colon it is an entry (地区 and 标准 are both)."""
    words = [w for b in BLOCKS if b.name in names for w in (b.name, b.english, *b.aliases)]
    either = "|".join(map(re.escape, words))
    return re.compile(
        rf"(?m)^(?:(?:[ \t　]*-[ \t　]+)?[“\"']?(?:{either})[ \t　：:“\"]|[ \t　]+(?:{either})[ \t　]+[^\s：:])"
    )


CATALOGUE_BLOCK = _opening(("地区", "部门", "数据元", "证照", "数据源", "清单", "标准"))
BUNDLE_BLOCK = _opening(("一件事",))
