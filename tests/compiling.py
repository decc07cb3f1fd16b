"""The bundles that tests run over: those of the repository, and any text given; all through the production parser."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from onething.check import check
from onething.diagnostics import Finding
from onething.logic.expression import And, Expression, Not, Or, State, holds
from onething.model.catalogue import Catalogue
from onething.model.outcome import Outcome
from onething.plan.analysis import Analysis
from onething.plan.decisions import Decisions
from onething.plan.ir import BundleIR
from onething.resolve import BLOCK_KINDS, Reader, adapted, effective_file, heads, resolve_catalogue, resolve_effective
from onething.semantics import outcome
from onething.source import Source
from onething.syntax import parse
from onething.workspace import has_errors, open_workspace
from onething.workspace.build import published

REPOSITORY = Path(__file__).parents[1]
ROOTS = sorted(p.parent for folder in ("bundles", "examples") for p in (REPOSITORY / folder).rglob("onething.toml"))


@dataclass(slots=True)
class Compiled:
    """One bundle. ``analysis`` None: the text holds none."""

    name: str
    analysis: Analysis | None
    findings: list[Finding]
    path: str = ""
    root: Path | None = None

    @property
    def sound(self) -> bool:
        return self.analysis is not None and not has_errors(self.findings)

    @property
    def bundle(self):
        return self.analysis.bundle

    @property
    def catalogue(self) -> Catalogue:
        return self.analysis.catalogue

    def outcome(self, answers: dict[str, Any] | None = None, choose=(), done=(), doing=()) -> Outcome:
        """The reference meaning; numbers may be plain ones."""
        answers = {q: a if isinstance(a, str) else Fraction(a) for q, a in (answers or {}).items()}
        return outcome(self.bundle, self.catalogue, answers, frozenset(choose), frozenset(done), frozenset(doing))


def codes(findings: list[Finding]) -> set[str]:
    return {f.code for f in findings}


def compile_text(text: str, catalogue: str | Catalogue = "", path: str = "件.onething", place: str = "", checked: bool = True, today: str = "", above: str = "") -> Compiled:
    """A bundle from text; ``catalogue``: text of catalogue blocks, or a catalogue. Blocks of both may stand in one text. ``today``: the day it is read on. ``above``: text of the version that it adapts, if it adapts one."""
    tree = parse(Source(path, text))
    findings = list(tree.findings)
    if isinstance(catalogue, str):
        second = parse(Source("目录.onething", catalogue))
        third = parse(Source("上级.onething", above))
        blocks = [b for b in (*second.blocks, *third.blocks, *tree.blocks) if b.word and b.word.name in BLOCK_KINDS]
        reader = Reader()
        reader.catalogue.today = today
        catalogue = resolve_catalogue(blocks, reader)
        findings += second.findings + reader.findings
    reader = Reader(catalogue)
    parent, adapted_here = None, [h for h in heads(tree) if adapted(h)]
    if above and adapted_here:
        parent = effective_file(parse(Source("上级.onething", above)), Reader(catalogue), place)
    effective = effective_file(tree, reader, place, parent)
    bundle = resolve_effective(effective, reader) if effective is not None else None
    findings += reader.findings
    if bundle is None:
        return Compiled("", None, findings, path)
    analysis = Analysis(bundle, catalogue, parent=compile_text(above, catalogue, "上级.onething", place, False).analysis if parent else None)
    if checked:
        findings += check(analysis)
    return Compiled(bundle.identity, analysis, findings, path)


@cache
def shipped() -> dict[str, Compiled]:
    """Every bundle of the repository, by folder of its workspace and identity."""
    found = {}
    for root in ROOTS:
        for one in open_workspace(root).examine():
            assert one.sound, (one.path, [f.message() for f in one.findings])
            key = f"{root.name}:{one.bundle.identity}"
            found[key] = Compiled(key, one.analysis, one.findings, one.path, root)
    return found


@cache
def ir_of(key: str) -> BundleIR:
    """The published form of a shipped bundle."""
    return published(shipped()[key].analysis)


class Truth:
    """Truth of the expressions of ``Decisions`` for one applicant."""

    def __init__(self, decisions: Decisions, answers, choose=(), done=(), doing=()):
        """``answers``: those to open questions only."""
        self.answers = answers
        self.sets = {"chosen": choose, "done": done, "doing": doing}
        self.taken: dict[str, bool] = {}
        for name in decisions.taking_order:
            self.taken[name] = self(decisions.taken[name])

    def state(self, s: State) -> bool:
        return self.taken[s.matter] if s.what == "taken" else s.matter in self.sets[s.what]

    def __call__(self, e: Expression) -> bool:
        return holds(e, self.answers, self.state)


def parts(e: Expression):
    """An expression and everything in it."""
    yield e
    if isinstance(e, Not):
        yield from parts(e.part)
    elif isinstance(e, (And, Or)):
        for p in e.parts:
            yield from parts(p)
