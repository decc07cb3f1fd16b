"""Characters that a typist takes for each other: of one sound, nearly one sound, or one shape."""

from __future__ import annotations

from functools import lru_cache

_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))  # what input methods and accents mix up
_SHAPES = ("簿薄", "事亊", "己已巳", "末未", "证正征", "帐账", "籍藉", "候侯", "戍戌", "赔陪", "贷货", "拆折", "核该")


@lru_cache(maxsize=4096)
def sounds(character: str) -> frozenset[str]:
    """Every way a character is read, without tones, with what accents mix up made one. The table is loaded on first use."""
    from pypinyin import Style, pinyin

    found = set()
    for sound in pinyin(character, style=Style.NORMAL, heteronym=True)[0]:
        for written, heard in _NEAR:
            sound = sound.replace(written, heard)
        found.add(sound)
    return frozenset(found)


def mistyped(one: str, other: str) -> tuple[str, str] | None:
    """The two characters in which the texts differ, if they differ in one only, and a typist may take it for the other."""
    if len(one) != len(other):
        return None
    pairs = [(a, b) for a, b in zip(one, other) if a != b]
    if len(pairs) != 1:
        return None
    a, b = pairs[0]
    alike = any(a in group and b in group for group in _SHAPES) or not sounds(a).isdisjoint(sounds(b))
    return pairs[0] if alike else None
