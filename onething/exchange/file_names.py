"""Names of files and codes of bundles, made from names."""

from __future__ import annotations

import re

_NOT_IN_FILES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 110  # bytes of a file's name, without its ending


def file_name(name: str) -> str:
    """A name as the name of a file: without what file systems refuse, not too long."""
    plain = _NOT_IN_FILES.sub("_", name).strip(" .") or "清单"
    while len(plain.encode("utf-8")) > _LONGEST:
        plain = plain[:-1]
    return plain


def code_of(name: str, taken: set[str]) -> str:
    """A code for a bundle from the sounds of its name; with a number if it is taken."""
    from pypinyin import lazy_pinyin

    sounds = [re.sub("[^a-z0-9]", "", each.lower().replace("ü", "v")) for each in lazy_pinyin(name)]
    code = "-".join(each for each in sounds if each)[:40].strip("-") or "list"
    code = code if code[0].isalpha() else f"list-{code}"
    number, found = 2, code
    while found in taken:
        found, number = f"{code}-{number}", number + 1
    return found
