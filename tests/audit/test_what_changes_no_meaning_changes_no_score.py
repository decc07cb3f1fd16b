"""Remarks, blank lines, the order of blocks and the other notation change no score, no verdict and no figure."""

from __future__ import annotations

import random
import re

import pytest
from compiling import compile_text, shipped

from onething.audit import audit
from onething.audit.profile import profile, shipped as profiles
from onething.syntax import format_text, format_yaml, parse
from onething.source import Source
from pathlib import Path

ALL = sorted(shipped())
TEXTS = [k for k in ALL if shipped()[k].path.endswith(".onething")]


def text_of(key: str) -> str:
    return (shipped()[key].root / shipped()[key].path).read_text(encoding="utf-8")


def said(key: str, text: str, path: str = "件.onething") -> dict:
    """All that an audit says, but for places and for which of several equal things is named."""
    made = audit(compile_text(text, shipped()[key].catalogue, path, checked=False).analysis, [profile(n, Path(".")) for n in profiles()])
    return {
        "total": made.total,
        "unstated": made.unstated,
        "measures": {s.measure.name: (s.won, s.possible, len(s.lost)) for d in made.degrees for s in d.measures},
        "ones": {name: [(o.name, o.verdict, o.why, len(o.lost)) for o in decided] for name, decided in made.ones.items()},
        "halves": [(h.what, h.before, h.after, h.verdict, h.why) for h in made.halves],
        "judged": [(j.name, j.verdict, len(j.shown)) for j in made.crossings + made.reengineering],
        "evidence": made.evidence.counts,
    }


@pytest.mark.parametrize("key", TEXTS)
def test_remarks_and_blank_lines(key: str):
    text = text_of(key)
    noisy = re.sub(r"(?m)^(?=[^\s#])", "\n# 说明：“甲”（未核）\n", text)
    assert noisy != text and said(key, noisy) == said(key, text)


@pytest.mark.parametrize("key", TEXTS)
def test_the_order_of_blocks(key: str):
    text = text_of(key)
    blocks = [b if b.endswith("\n") else b + "\n" for b in re.split(r"(?m)^(?=[^\s#])", text) if b.strip()]
    for seed in range(3):
        mixed = blocks[:]
        random.Random(seed).shuffle(mixed)
        assert said(key, "".join(mixed)) == said(key, text)


@pytest.mark.parametrize("key", ALL)
def test_the_other_notation(key: str):
    path = shipped()[key].path
    tree = parse(Source(path, text_of(key)))
    turned = (format_text(tree), "件.onething") if path.endswith("yaml") else (format_yaml(tree), "件.yaml")
    assert said(key, *turned) == said(key, text_of(key), path)
