"""Bundle files examined, each beside what it adapts. A version that others adapt is examined once and kept for them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Mapping

from onething.check import check
from onething.check.cascades import without_unread
from onething.diagnostics import Finding, Fix
from onething.limits import LINEAGE
from onething.model.catalogue import Catalogue
from onething.plan.analysis import Analysis
from onething.resolve import Reader, adapted, effective_file, heads, place_of, resolve_effective
from onething.resolve.alike import nearest
from onething.resolve.bundle import bare_name
from onething.resolve.cancelled import of_cancelled
from onething.resolve.catalogue import block_name
from onething.source import Source
from onething.syntax import parse
from onething.syntax.tree import Node, Tree
from onething.workspace.examined import Examined, has_errors
from onething.workspace.inherited import fingerprints, local
from onething.workspace.lineage import Glance, Lines
from onething.workspace.suppression import Remarks, remarks, suppress

KEPT = 192  # versions that others adapt: in the order of paths, three levels of each of some sixty standards are wanted in turn


@dataclass(slots=True)
class Version:
    """A file examined, with what those need that adapt it: what is found there already (``known``), and what remarks in
    it and above it suppress."""

    examined: Examined
    known: frozenset = frozenset()
    remarks: Remarks = field(default_factory=dict)


class Versions:
    """The bundle files of one workspace."""

    def __init__(self, catalogue: Catalogue, place: str, sources: list[Source], rules: frozenset[str], unread: list[str], glances: Mapping[str, Glance] = {}):
        self.catalogue = catalogue
        self.place = place
        self.sources = sources
        self.rules = rules
        self.unread = unread
        self.glances = glances
        self._lines: Lines | None = None
        self._kept: OrderedDict[str, Version] = OrderedDict()

    @property
    def lines(self) -> Lines:
        """Who adapts whom."""
        if self._lines is None:
            unseen = (s for s in self.sources if s.path not in self.glances)
            some = any(g.adapts for g in self.glances.values()) or any(word in s.text for s in unseen for word in ("沿用", "adapts"))
            self._lines = Lines(self.sources if some else [], self.place, self.catalogue.places, self.glances)
        return self._lines

    def examined(self, source: Source) -> Examined:
        """What is found in one file; the lists are the caller's."""
        made = self.version(source).examined
        return Examined(made.path, list(made.findings), made.analysis, list(made.suppressed), made.effective)

    def version(self, source: Source) -> Version:
        """One file examined; kept if others adapt it."""
        kept = self._kept.pop(source.path, None) or self._look(source)
        if self.lines.is_adapted(source):
            self._kept[source.path] = kept
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept

    def forget(self) -> None:
        """Nothing is kept of what was examined: what comes next adapts none of it."""
        self._kept.clear()

    def _look(self, source: Source) -> Version:
        tree = parse(source)
        reader = Reader(self.catalogue)
        above = self._above(tree, reader)
        effective = effective_file(tree, reader, self.place, above.examined.effective if above else None)
        if effective is None:
            findings = [*tree.findings, *without_unread(reader.findings, tree.findings, self.unread)]
            return Version(Examined(source.path, suppress(tree, findings, self.rules)[0]))
        bundle = resolve_effective(effective, reader)
        resolved, silent = of_cancelled(reader.findings, effective, source) if above else (reader.findings, ())
        if silent:
            bundle = replace(bundle, scenarios=tuple(s for s in bundle.scenarios if s.span not in silent))
            effective = replace(effective, blocks=tuple(b for b in effective.blocks if b.name is None or b.name.span() not in silent))
        findings = [*tree.findings, *without_unread(resolved, tree.findings, self.unread)]
        analysis = Analysis(bundle, self.catalogue, parent=above.examined.analysis if above else None)
        findings += check(analysis, [*findings, *resolved], self.rules)
        wanted = dict(above.remarks) if above else {}
        if above:
            findings = local(findings, above.known, effective, bundle, tree)
        findings, suppressed = suppress(tree, findings, self.rules, wanted)
        findings.sort(key=Finding.order)
        known = frozenset(fingerprints([*findings, *(f for f, _ in suppressed)], bundle)) | (above.known if above else frozenset())
        return Version(Examined(source.path, findings, analysis, suppressed, effective), known, wanted | remarks(tree))

    # ---- what a version adapts

    def _above(self, tree: Tree, reader: Reader) -> Version | None:
        """The version that a file adapts; None if it adapts none, or none that can be adapted (reported)."""
        top = next(iter(heads(tree)), None)
        adapts = adapted(top) if top is not None else None
        if adapts is None:
            return None
        name, span = adapts
        found = self.lines.by_identity.get(name)
        if found is None:
            reader.report("OT1501", span, name=name, fix=self._meant(top, name, span))
            return None
        circle = self._circle(tree.source)
        if circle:
            fix = Fix("从最上面一级开始：它不写“沿用”", "the uppermost version adapts none: remove its 沿用")
            reader.report("OT1502", span, circle=" → ".join(circle), circle_en=" → ".join(f"“{c}”" for c in circle), fix=fix)
            return None
        place, other = place_of(top, reader, self.place), name.partition("/")[0]
        if other == place or other not in self.catalogue.around(place):
            fix = Fix("沿用上级地区的版本；地区的“上级”写在目录里", "adapt the version of a place around this one; 上级 in the catalogue says which")
            reader.report("OT1503", span, place=place, other=other, fix=fix)
            return None
        if len(self.lines.upward(tree.source)) > LINEAGE:
            reader.report("OT1513", span, limit=LINEAGE, fix=Fix("直接沿用更上面一级的版本", "adapt a version further up"))
            return None
        version = self.version(found)
        if version.examined.effective is None or has_errors(version.examined.findings):
            fix = Fix(f"先运行 onething check {found.path}", f"run onething check {found.path} first")
            reader.report("OT1504", span, parent=name, fix=fix)
            return None
        return version

    def _circle(self, source: Source) -> list[str]:
        """The identities that lead from a file back to it; none if they do not."""
        chain = self.lines.upward(source)
        seen = [self.lines.of[s.path] for s in chain]
        back = self.lines.by_identity.get(seen[-1].adapts)
        return [*(s.identity for s in seen), seen[0].identity] if back is source else []

    def _meant(self, top: Node, name: str, span) -> Fix:
        """What to write for the identity of a version that is not there."""
        known = list(self.lines.by_identity)
        own = bare_name(block_name(top))
        whole = f"{name}/{own}"
        near = whole if whole in self.lines.by_identity else nearest(name, known)
        if near:
            return Fix(f"是不是“{near}”？", f"did you mean “{near}”?", ((span, near),))
        alike = [i for i in known if i.endswith(f"/{own}")][:8]
        if alike:
            return Fix(f"同名的有：{'、'.join(alike)}", f"of this name there are: “{'、'.join(alike)}”")
        return Fix("写“地区/名称”，和那一件的“地区”“一件事”一致", "write place/name as that bundle has them")


