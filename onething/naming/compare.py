"""Whether two names mean one thing: 同一, 可能 or 不同. What is not beyond doubt is 可能, never 同一."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onething.limits import NAME_CHARACTERS
from onething.naming.form import Form, form
from onething.naming.sound import mistyped
from onething.naming.typography import plain

NEAR = 0.6  # of the characters alike: worth asking


@dataclass(frozen=True, slots=True)
class Verdict:
    """``verdict`` and why, in words that follow “…，因为”. ``score``: 1 for 同一, else how much of the names is alike,
    from 0 to 1; only for choosing the nearest."""

    verdict: Literal["同一", "可能", "不同"]
    zh: str
    en: str
    score: float

    @property
    def same(self) -> bool:
        return self.verdict == "同一"


def alike(a: str, b: str, kind: str) -> Verdict:
    """Whether ``a`` and ``b`` mean one thing of this kind (bundle, matter, document, department), from the two names
    alone; what a catalogue knows of names is asked of ``known.Known``. Raises ``KeyError`` for another kind."""
    if a == b:
        return Verdict("同一", "写法一样", "written alike", 1.0)
    if plain(a) == plain(b):
        return Verdict("同一", "只差标点、空格、繁简一类的写法", "only marks, blanks or character forms differ", 1.0)
    one, other = form(a, kind), form(b, kind)
    if one.key == other.key:
        return _of_one_key(one, other)
    if one.inner and one.inner == other.key or other.inner and other.inner == one.key:
        return Verdict("同一", "就是括号里的子项", "it is the item in the bracket", 1.0)
    slip = mistyped(one.core, other.core) if len(one.core) > 2 else None
    if slip and _fits(one, other):
        return Verdict("同一", f"“{slip[0]}”“{slip[1]}”易打错", f"“{slip[0]}” and “{slip[1]}” are easily mistyped", 1.0)
    return _near(one, other)


def _fits(one: Form, other: Form) -> bool:
    """Whether nothing but the core tells them apart: kind of organ, words that narrow."""
    ranks = {one.rank, other.rank}
    return set(one.extra) == set(other.extra) and (len(ranks) == 1 or "" in ranks and ranks <= {"", "局", "厅", "部"})


def _of_one_key(one: Form, other: Form) -> Verdict:
    if _fits(one, other):
        year = max(one.former, other.former)
        if one.former != other.former:
            return Verdict("同一", f"{year}年机构改革前后的名称", f"names before and after the reform of {year}", 1.0)
        if one.bare == other.bare:
            return Verdict("同一", "只差“一件事”、地名一类的前后缀", "only what stands around the name differs", 1.0)
        if one.core != other.core:
            return Verdict("同一", "只是词序不同", "only the order of words differs", 1.0)
        return Verdict("同一", "只差地名、简称、口语或“办理”一类的词", "only places, short or everyday forms, or empty words differ", 1.0)
    more = "、".join(dict.fromkeys((*one.extra, *other.extra)))
    if more:
        return Verdict("可能", f"“{more}”可能使范围不同", f"“{more}” may make it another scope", 0.95)
    return Verdict("可能", "机关的种类或级别不同", "another kind or level of organ", 0.9)


def _near(one: Form, other: Form) -> Verdict:
    a, b = one.core, other.core
    if max(len(a), len(b)) > NAME_CHARACTERS:
        return Verdict("不同", "名称太长，写法又不一样", "too long to compare, and not written alike", 0.0)
    matched = SequenceMatcher(None, a, b)
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short in long:
        more = long.replace(short, "…", 1)
        return Verdict("可能", f"一个多了字（{more}），范围可能不同", f"one has more ({more}), perhaps another scope", max(matched.ratio(), NEAR))
    bound = min(matched.real_quick_ratio(), matched.quick_ratio())  # never less than the ratio, and quickly known
    if bound >= NEAR and (ratio := matched.ratio()) >= NEAR:
        return Verdict("可能", "字面相近", "spelt nearly alike", ratio)
    return Verdict("不同", "字面不相近", "not alike", 0.0)
