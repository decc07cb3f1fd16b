"""Changes of a file that change no meaning: the published form stays the same but for places."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from bundle_maker import make
from compiling import REPOSITORY, Compiled, compile_text, shipped

from onething.plan.publish import publish
from onething.source import Source
from onething.syntax import format_text, format_yaml, parse
from onething.workspace import open_workspace
from onething.workspace.effective_view import effective_text

PLACES = ("place", "places", "place_in_source", "limit_place", "version", "remark")
RANDOM = [f"random:{seed}" for seed in range(2000, 2030)]


@cache
def text_of(key: str) -> tuple[str, str]:
    """The text and the path of a bundle."""
    if key.startswith("random:"):
        return make(int(key.split(":")[1])), "件.onething"
    one = shipped()[key]
    return (one.root / one.path).read_text(encoding="utf-8"), one.path


@cache
def above(key: str) -> str:
    """What a local version adapts, as it holds; '' if it adapts none."""
    if key.startswith("random:") or not shipped()[key].bundle.parent:
        return ""
    one = shipped()[key]
    examined = open_workspace(one.root).examine()
    return next(effective_text(e.effective) for e in examined if e.bundle.identity == one.bundle.parent)


def compiled(key: str, text: str, path: str | None = None) -> Compiled:
    path = path or text_of(key)[1]
    catalogue = "" if key.startswith("random:") else shipped()[key].catalogue
    return compile_text(text, catalogue, path, checked=False, above=above(key))


def bare(value, loose: bool = False):
    """Without places; ``loose``: also without order, and without what breaks ties by it."""
    if isinstance(value, dict):
        gone = (*PLACES, *(("group", "headline_answers", "saved") if loose else ()))
        return {k: bare(v, loose) for k, v in value.items() if k not in gone and not (loose and k == "id" and str(v)[:2] == "d_")}
    if isinstance(value, list):
        made = [bare(v, loose) for v in value]
        return sorted(made, key=lambda v: json.dumps(v, ensure_ascii=False, sort_keys=True)) if loose else made
    if loose and isinstance(value, str):
        return sorted(re.split("[ 、（）：；，]", value))  # names in a sentence stand in the author's order
    return value


def meaning(key: str, text: str, path: str | None = None, loose: bool = False):
    one = compiled(key, text, path)
    assert not one.findings, [(f.code, f.message(), f.span and f.span.position) for f in one.findings]
    return bare(publish(one.analysis).model_dump(mode="json"), loose)


ALL = [*shipped(), *RANDOM]
TEXTS = [k for k in ALL if text_of(k)[1].endswith(".onething")]


def blocks(text: str) -> list[str]:
    """The blocks of a text, each with its lines and the remarks before it."""
    return [b for b in re.split(r"(?m)^(?=[^\s#])", text) if b.strip()]


@pytest.mark.parametrize("key", TEXTS)
def test_the_order_of_blocks(key):
    text = text_of(key)[0]
    parts = blocks(text)
    for seed in range(2):
        mixed = parts[:]
        random.Random(seed).shuffle(mixed)
        mixed = [p if p.endswith("\n") else p + "\n" for p in mixed]
        assert meaning(key, "".join(mixed), loose=True) == meaning(key, text, loose=True)


@pytest.mark.parametrize("key", TEXTS)
def test_remarks_and_blank_lines(key):
    text = text_of(key)[0]
    noisy = re.sub(r"(?m)^(?=[^\s#])|^(?=    [^\s#、][^，、\n]*：)", "\n# 说明：“甲”（乙\n", text)
    assert noisy.count("\n") > text.count("\n") + 10
    assert meaning(key, noisy) == meaning(key, text)


@pytest.mark.parametrize("key", TEXTS)
def test_full_width_and_half_width_signs(key):
    text = text_of(key)[0]
    prose = re.compile(r"\s*(备注|申请条件|咨询|物流|主题|内容)：|#|        [^，（：]*$")
    half = "".join(
        line if prose.match(line) else "".join(
            part if part.startswith("“") else part.translate(str.maketrans("：（）", ":()")) for part in re.split("(“[^”]*”)", line)
        )
        for line in text.splitlines(keepends=True)
    )
    assert half != text
    assert meaning(key, half) == meaning(key, text)


@pytest.mark.parametrize("key", ALL)
def test_the_other_notation_and_back(key):
    text, path = text_of(key)
    tree = parse(Source(path, text))
    other = "件.yaml" if path.endswith(".onething") else "件.onething"
    turned = format_yaml(tree) if other == "件.yaml" else format_text(tree)
    assert meaning(key, turned, other) == meaning(key, text)
    back = format_text(parse(Source(other, turned)))
    assert back == format_text(tree)


@pytest.mark.parametrize("key", ALL)
def test_the_formatter_and_again(key):
    text, path = text_of(key)
    once = format_text(parse(Source(path, text)))
    assert meaning(key, once, "件.onething") == meaning(key, text)
    assert format_text(parse(Source("件.onething", once))) == once


SURROUNDINGS = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    "other": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Shanghai"},
    "random": {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
}


def test_outputs_are_the_same_bytes_wherever_whenever_and_in_whatever_order_the_files_were_made(tmp_path):
    built = {}
    for name, surroundings in SURROUNDINGS.items():
        root, out = tmp_path / name / "作", tmp_path / name / "out"
        files = sorted(p for p in (REPOSITORY / "bundles").rglob("*") if p.is_file())
        for file in files if name == "plain" else reversed(files):
            target = root / file.relative_to(REPOSITORY / "bundles")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        cwd = tmp_path if name == "plain" else root
        subprocess.run(
            [sys.executable, "-m", "onething", "build", str(root), "--output", str(out)],
            cwd=cwd, env={**os.environ, **surroundings}, check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        built[name] = {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}
    assert built["plain"] and all(b == built["plain"] for b in built.values())
    assert Path(tmp_path / "plain" / "out" / "manifest.json").exists()
