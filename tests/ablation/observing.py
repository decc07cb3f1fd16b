"""What anybody can see of a bundle: its findings, its plans and its artefacts – without places and versions."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from compiling import Compiled, compile_text

from onething.emit import emit
from onething.plan.analysis import Analysis
from onething.plan.partial import partial
from onething.plan.report import report
from onething.province.as_json import as_json
from onething.province.coverage import coverage
from onething.province.summary import summarise
from onething.scenario.run import analysis_of, failures
from onething.source import Source
from onething.syntax import format_yaml, parse
from onething.syntax.tree import Node, Tree, Value
from onething.workspace import Examined
from onething.workspace.build import published

FILES = tuple(sorted(p.name for p in Path(__file__).parent.glob("*.onething")))
TARGETS = ("form", "checklist", "workflow")


def observe(text: str, path: str = "件.onething") -> list:
    """Findings, plans for everybody and for each scenario, artefacts; the same text gives the same observation."""
    one = compile_text(text, path=path, today="2026-03-01", above=_above(path))
    findings = list(one.findings)
    if one.analysis is None:
        return _said(findings)
    sound = one.sound
    seen: list = [covered(one)]
    if sound:
        findings += failures(one.analysis)
        plans = [partial(Analysis(one.bundle, one.catalogue))]
        plans += [partial(analysis_of(one.analysis, s)) for s in one.bundle.scenarios]
        seen += [_bare(report(p)) for p in plans]
        seen += artefacts(one)
    return [*_said(findings), *seen]


def _above(path: str) -> str:
    """What the file with a local version adapts: the one with every word."""
    return text("每个词.onething") if path.startswith("本地版本") else ""


def covered(one: Compiled) -> dict:
    """The standard lists, and what is there of them, as a province sees it."""
    examined = Examined(one.path, list(one.findings), one.analysis)
    return _bare(as_json(coverage([summarise(examined)], one.catalogue)))


def artefacts(one: Compiled) -> list:
    ir = published(one.analysis).model_copy(update={"version": "v"})
    return [(a.path, _bare(json.loads(a.text)) if a.path.endswith(".json") else a.text) for a in emit(ir, TARGETS)]


def _said(findings) -> list:
    """Codes and messages; what a repair says, without the lines it names."""
    return sorted((f.code, f.message(), re.sub(r"\d+ 行", "", f.fix.zh) if f.fix else "") for f in findings)


def _bare(value):
    """Without places: files, lines, columns."""
    if isinstance(value, dict):
        return {k: _bare(v) for k, v in value.items() if k not in ("x-place", "file", "line", "column", "place")}
    return [_bare(v) for v in value] if isinstance(value, list) else value


@cache
def text(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def trees(notation: str = "text") -> list[Tree]:
    """Every file with words, in one of the notations."""
    made = [parse(Source(name, text(name))) for name in FILES]
    return made if notation == "text" else [parse(Source(f"{t.source.path}.yaml", format_yaml(t))) for t in made]


@cache
def unchanged(source: Source) -> list:
    """The observation of a whole file."""
    return observe(source.text, source.path)


def all_nodes(notation: str = "text"):
    """Every node of every file with the words above it and its own."""
    for one in trees(notation):
        yield from nodes(one)


def nodes(of: Tree | Node, above: tuple[str, ...] = ()):
    for node in of.blocks if isinstance(of, Tree) else of.children:
        path = (*above, node.word.name) if node.word else above
        yield path, node
        yield from nodes(node, path)


def values(node: Node) -> list[Value]:
    return [v for v in (node.name, node.value, *node.parts.values()) if v is not None]


def end(node: Node) -> int:
    return max([node.end, *(v.end for v in values(node)), *(end(c) for c in node.children)])


def without(node: Node) -> Source:
    """The source with the lines of a node as remarks, so that every other line keeps its place."""
    source = node.source.text
    first = source.rfind("\n", 0, node.start) + 1
    last = source.find("\n", end(node))
    lines = source[first:last].split("\n")
    return Source(node.source.path, source[:first] + "\n".join("#" for _ in lines) + source[last:])


def replaced(value: Value, new: str, start: int | None = None, stop: int | None = None) -> str:
    """The source with a value, or a part of it, replaced."""
    source = value.source.text
    return source[: value.at if start is None else start] + new + source[value.end if stop is None else stop :]
