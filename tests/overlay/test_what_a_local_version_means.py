"""A local version means what it says: nothing where it says nothing, the same when it is printed, whatever the order."""

from __future__ import annotations

import json
import random
import re

import pytest
from bundle_maker import make
from compiling import compile_text
from overlay.local_maker import HEAD, compiled, sound_seeds, text, local

from onething.plan.publish import publish
from onething.resolve import Reader, effective_file
from onething.source import Source
from onething.syntax import format_text, format_yaml, parse
from onething.workspace.effective_view import effective_text

PLACES = ("place", "places", "place_in_source", "limit_place", "version", "was_place")
OF_THE_VERSION = ("identity", "place_code", "folder", "parent", "changes")
SEEDS = sound_seeds(24)


def bare(value, gone=PLACES):
    if isinstance(value, dict):
        return {k: bare(v, gone) for k, v in value.items() if k not in gone}
    return [bare(v, gone) for v in value] if isinstance(value, list) else value


def meaning(one, gone=PLACES):
    assert not one.findings, [(f.code, f.message()) for f in one.findings]
    return bare(publish(one.analysis).model_dump(mode="json"), gone)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_version_that_changes_nothing_is_what_it_adapts(seed):
    mine = meaning(compiled(seed, HEAD), (*PLACES, *OF_THE_VERSION))
    mine = json.loads(json.dumps(mine, ensure_ascii=False).replace("乙市", "甲省"))  # 甲省已有电子证照
    assert mine == meaning(compile_text(make(seed), checked=False), (*PLACES, *OF_THE_VERSION))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_printed_version_means_the_same_and_adapts_nothing(seed):
    """What ``onething show`` prints is a whole file."""
    catalogue, mine = make(seed), compiled(seed, text(seed))
    place = "地区 乙市：\n    上级：甲省\n"
    parent = effective_file(parse(Source("上.onething", catalogue)), Reader(mine.catalogue))
    effective = effective_file(parse(Source("本地.onething", text(seed))), Reader(mine.catalogue), parent=parent)
    printed = effective_text(effective)
    assert "沿用" not in printed and not re.search("^ *(修改|增加|取消|改为) ", printed, re.M)
    whole = catalogue[: catalogue.index("一件事 ")] + place + printed
    gone = (*PLACES, "parent", "changes")
    alone = compile_text(whole, checked=False)
    assert meaning(alone, gone) == meaning(mine, gone)
    assert publish(alone.analysis).version == publish(mine.analysis).version
    assert format_text(parse(Source("印.onething", printed))) == printed


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_its_blocks_and_lines_means_nothing(seed):
    head, *blocks = local(seed)
    dice = random.Random(seed)
    turned = [_turned(b, dice) for b in dice.sample(blocks, len(blocks))]
    assert _loose(meaning(compiled(seed, "".join((head, *turned))))) == _loose(meaning(compiled(seed, text(seed))))


@pytest.mark.parametrize("seed", SEEDS)
def test_both_notations_say_the_same(seed):
    tree = parse(Source("本地.onething", text(seed)))
    assert meaning(compiled(seed, format_text(tree))) == meaning(compiled(seed, text(seed)))
    assert meaning(compiled(seed, format_yaml(tree), "本地.yaml")) == meaning(compiled(seed, text(seed)))


def test_nothing_of_what_is_adapted_is_altered():
    """Parents are kept for many children: one child's changes leave them as they were."""
    for seed in SEEDS[:8]:
        mine = compiled(seed, text(seed))
        tree = parse(Source("上.onething", make(seed)))
        before = format_text(tree)
        parent = effective_file(tree, Reader(mine.catalogue))
        effective_file(parse(Source("本地.onething", text(seed))), Reader(mine.catalogue), parent=parent)
        assert format_text(tree) == before


def _turned(block: str, dice: random.Random) -> str:
    head, *lines = block.splitlines(keepends=True)
    return head + "".join(dice.sample(lines, len(lines)))


def _loose(value):
    """Without order, and without what breaks ties by it."""
    if isinstance(value, dict):
        return {k: _loose(v) for k, v in value.items() if k not in ("group", "headline_answers", "saved") and not (k == "id" and str(v)[:2] == "d_")}
    if isinstance(value, list):
        return sorted(map(_loose, value), key=lambda v: json.dumps(v, ensure_ascii=False, sort_keys=True))
    return sorted(re.split("[ 、（）：；，]", value)) if isinstance(value, str) else value
