"""OT2605: a bundle that states no standard, but may be one by its name or its matters."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, entry_below
from onething.diagnostics import Finding, Fix, Note, finding
from onething.naming.compare import Verdict
from onething.naming.likeness import like_bundle
from onething.plan.analysis import Analysis


def perhaps_standard(analysis: Analysis) -> Iterator[Finding]:
    """OT2605: is it this standard? Said of the likeliest, with the reason; a person decides."""
    b, standards = analysis.bundle, analysis.catalogue.standards.values()
    if b.standard is not None or any(b.name == s.bundle or b.name in s.aliases for s in standards):
        return
    likely = _likely(analysis)
    if likely is None:
        return
    name, verdict = likely
    meant = [s for s in standards if s.bundle == name]
    first = meant[0].name
    edits = (entry_below(b.code_span, "标准", first) if b.code_span else ()) or entry(b.span, "标准", first)
    yield finding(
        "OT2605", b.span, name=b.name, standard=name, why=verdict.zh, why_en=verdict.en,
        notes=[Note(s.span, "标准在这里", "the standard is here") for s in meant],
        fix=Fix(f"是的，加一行“标准：{first}”；不是，不用改", f"if so, add “标准：{first}”; if not, leave it", edits if len(meant) == 1 else ()),
    )  # fmt: skip


def _likely(analysis: Analysis) -> tuple[str, Verdict] | None:
    """The standard that a bundle may be: by its name if that is near enough, else by its matters."""
    b, catalogue = analysis.bundle, analysis.catalogue
    meant = catalogue.known("bundle").meant(b.name, catalogue.around(b.place))
    if meant.official:
        return meant.official, Verdict("可能", meant.zh, meant.en, 1.0)
    if meant.perhaps:
        return meant.perhaps[0]
    like = [(s.bundle, v) for s in catalogue.standards.values() if (v := like_bundle(b.matters, (n for n, _ in s.required)))]
    return max(like, key=lambda each: (each[1].score, each[0])) if like else None
