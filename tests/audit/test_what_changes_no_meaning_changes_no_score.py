"""Remarks, blank lines, the order of blocks and the other notation change no score, no verdict and no figure."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from bundle_maker import make
from compiling import Compiled, compile_text, shipped

from onething.audit import audit
from onething.audit.profile import profile
from onething.audit.profile import shipped as profiles
from onething.audit.report import report
from onething.audit.scored import points
from onething.audit.text import audit_text
from onething.source import Source
from onething.syntax import format_text, format_yaml, parse

ALL = sorted(key for key, one in shipped().items() if not one.bundle.parent)  # a local version is nothing by itself
TEXTS = [k for k in ALL if shipped()[k].path.endswith(".onething")]


def text_of(key: str) -> str:
    return (shipped()[key].root / shipped()[key].path).read_text(encoding="utf-8")


def said(key: str, text: str, path: str = "件.onething") -> dict:
    """What an audit says of a shipped bundle when its text is changed."""
    return all_of(compile_text(text, shipped()[key].catalogue, path, checked=False))


def all_of(compiled: Compiled) -> dict:
    """All that an audit says, but for places and for which of several equal things is named."""
    made = audit(compiled.analysis, [profile(n, Path(".")) for n in profiles()])
    assert sum(lost for lost, _ in points(made.degrees)) == 100 - 100 * made.total
    assert audit_text(report(made))
    return {
        "total": made.total,
        "unstated": made.unstated,
        "measures": {s.measure.name: (s.won, s.possible) for d in made.degrees for s in d.measures},
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


def mixed(text: str, seed: int) -> str:
    """The text with its blocks in another order."""
    blocks = [b if b.endswith("\n") else b + "\n" for b in re.split(r"(?m)^(?=[^\s#])", text) if b.strip()]
    random.Random(seed).shuffle(blocks)
    return "".join(blocks)


@pytest.mark.parametrize("key", TEXTS)
def test_the_order_of_blocks(key: str):
    text = text_of(key)
    for seed in range(3):
        assert said(key, mixed(text, seed)) == said(key, text)


def test_the_order_of_blocks_of_random_bundles():
    sound = [text for text in map(make, range(3000, 3050)) if compile_text(text).sound]
    assert len(sound) > 12
    for text in sound:
        assert all_of(compile_text(mixed(text, 1), checked=False)) == all_of(compile_text(text, checked=False)), text


@pytest.mark.parametrize("key", ALL)
def test_the_other_notation(key: str):
    path = shipped()[key].path
    tree = parse(Source(path, text_of(key)))
    turned = (format_text(tree), "件.onething") if path.endswith("yaml") else (format_yaml(tree), "件.yaml")
    assert said(key, *turned) == said(key, text_of(key), path)
