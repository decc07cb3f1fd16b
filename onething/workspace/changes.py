"""Two states of a workspace, bundle by bundle: what changed for whom.

A bundle and what it was are known to each other by place and name, else by their file, else by place and code or
standard. Where neither a file, nor what it adapts, nor what it names in the catalogue differs, nothing is looked at.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass, field, replace
from typing import Iterator

from onething.check.overlay.loosened import cause
from onething.diff.effect import Effect
from onething.diff.effects import effects
from onething.model.bundle import Bundle
from onething.plan.decisions import TooManyWays
from onething.plan.situations import TooManySituations
from onething.source import Source, Span
from onething.workspace.examined import Examined
from onething.workspace.lineage import glance
from onething.workspace.touched import touched
from onething.workspace.workspace import COLLECT_EVERY, Workspace, collecting_seldom


@dataclass(slots=True)
class Changed:
    """One bundle. ``old`` or ``new`` '' = it is not there in that state. ``left_out``: '' or why it was not compared –
    原来有错误, 现在有错误, 情形太多; ``old_bundle``, ``new_bundle``: for places."""

    old: str
    new: str
    effects: list[Effect] = field(default_factory=list)
    left_out: tuple[str, str] = ("", "")
    old_path: str = ""
    new_path: str = ""
    parent: str = ""  # what the new one adapts
    old_head: Span | None = None  # where the bundles begin
    new_head: Span | None = None

    @property
    def differs(self) -> bool:
        return bool(self.effects or self.left_out[0] or not (self.old and self.new))


BEFORE, NOW, MANY = ("原来有错误", "it had errors"), ("现在有错误", "it has errors"), ("情形太多", "there are too many situations")


def changes(old: Workspace, new: Workspace, only: set[str] | None = None) -> Iterator[Changed]:
    """Every bundle of both states that differs, in the order of the new files; what is gone at the end (it is said only
    if everything is meant: ``only`` None)."""
    is_touched = touched(old, new)
    left_old, left_new = _named(old), []
    by_path = {s.path: s for s in left_old.values()}
    with collecting_seldom() as collect:
        for number, (identity, source) in enumerate(_named(new).items(), 1):
            if only is not None and source.path not in only:
                continue
            before = left_old.pop(identity, None)
            if before is None:
                left_new.append(source)
                continue
            by_path.pop(before.path, None)
            if _texts(old, before) != _texts(new, source) or is_touched(new, source):
                yield from _differing(old.examine_one(before), new.examine_one(source))
            if number % COLLECT_EVERY == 0:
                collect()
                gc.freeze()
    yield from _others(old, new, list(left_old.values()), left_new, only is None)


def _texts(workspace: Workspace, source: Source) -> list[str]:
    return [s.text for s in workspace.lineage(source)]


def _named(workspace: Workspace) -> dict[str, Source]:
    """The bundle files by the identity that their heads say."""
    found: dict[str, Source] = {}
    for source in workspace.sources:
        identity = glance(source, workspace.config.place, workspace.catalogue.places).identity
        if identity:
            found.setdefault(identity, source)
    return found


def _others(old: Workspace, new: Workspace, gone: list[Source], fresh: list[Source], everything: bool) -> Iterator[Changed]:
    """What has another name now, what is new, what is gone."""
    before = [old.examine_one(s) for s in gone]
    unmatched = []
    for examined in map(new.examine_one, fresh):
        match = next((b for same in (_same_file, _same_code, _same_standard) for b in before if same(b, examined)), None)
        if match is None:
            unmatched.append(examined)
        else:
            before.remove(match)
            yield from _differing(match, examined)
    for examined in unmatched:
        left = ("", "") if examined.sound else NOW
        yield Changed("", _name(examined), left_out=left, new_path=examined.path)
    for examined in before if everything else ():
        yield Changed(_name(examined), "", old_path=examined.path)


def _name(examined: Examined) -> str:
    return examined.bundle.identity if examined.bundle else examined.path


def _same_file(old: Examined, new: Examined) -> bool:
    return old.path == new.path


def _same_code(old: Examined, new: Examined) -> bool:
    a, b = old.bundle, new.bundle
    return bool(a and b and a.code) and (a.place, a.code) == (b.place, b.code)


def _same_standard(old: Examined, new: Examined) -> bool:
    a, b = old.bundle, new.bundle
    return bool(a and b and _standard(a)) and (a.place, _standard(a)) == (b.place, _standard(b))


def _standard(bundle: Bundle) -> str:
    return bundle.standard.value if bundle.standard else ""


def _differing(old: Examined, new: Examined) -> Iterator[Changed]:
    made = Changed(_name(old), _name(new), old_path=old.path, new_path=new.path)
    if not old.sound or not new.sound:
        made.left_out = NOW if not new.sound else BEFORE
    else:
        assert old.analysis is not None and new.analysis is not None  # they are sound
        try:
            made.effects = [_placed(e, new.analysis.bundle) for e in effects(old.analysis, new.analysis)]
            made.parent = new.analysis.bundle.parent
            made.old_head, made.new_head = old.analysis.bundle.span, new.analysis.bundle.span
        except (TooManySituations, TooManyWays):
            made.left_out = MANY
    if made.differs:
        yield made


def _placed(effect: Effect, bundle: Bundle) -> Effect:
    """An effect of what is gone, at the line that cancels it, if a line of this version does."""
    return replace(effect, new_span=cause(effect, bundle)) if effect.new_span == bundle.span and bundle.changes else effect
