"""One mistake, one finding: what only follows from something reported already is left out.

What could not be read is missing from the bundle. A rule that concludes from something missing – a condition that
never holds, a department that handles nothing – would then blame the wrong line.
"""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics import Finding, Severity
from onething.source import Span

# Rules that conclude from what the bundle does not hold.
FROM_ABSENCE = frozenset({
    "OT1309", "OT2101", "OT2201", "OT2202", "OT2203", "OT2206", "OT2207", "OT2210", "OT2301", "OT2403", "OT2501",
    "OT2214", "OT2215", "OT2217", "OT2218", "OT2219", "OT2220", "OT2404", "OT2405", "OT2406",
    "OT2309", "OT2310", "OT2603", "OT2705",
    "OT1516", "OT1517", "OT2620", "OT2621", "OT2622", "OT2623", "OT2624", "OT2625",
    "OT2107", "OT2108", "OT2804", "OT2805", "OT2806", "OT2807",
    "OT2503", "OT2504", "OT2505", "OT2602", "OT2701", "OT2702", "OT2703", "OT2704",
})  # fmt: skip


# What resolving reports about parts of a block that are not there.
FROM_UNREAD = frozenset({"OT1207", "OT1306", "OT1308", "OT2212", "OT2213"})


def without_unread(resolved: Iterable[Finding], syntax: Iterable[Finding], elsewhere: Iterable[str] = ()) -> list[Finding]:
    """What resolving found, without what is missing only because its line could not be read. ``elsewhere``: the lines
    of the catalogue that could not be."""
    lines, elsewhere = unread_lines(syntax), list(elsewhere)
    kept = [f for f in resolved if f.code not in FROM_UNREAD] if lines else list(resolved)
    return [f for f in kept if not _declared_in(f, [*lines, *elsewhere])] if lines or elsewhere else kept


def unread_lines(syntax: Iterable[Finding]) -> list[str]:
    """The lines that could not be read."""
    broken = [f.span for f in syntax if f.span is not None and f.severity is Severity.ERROR]
    return [s.source.line_text(s.position[0]) for s in broken]


def _declared_in(finding: Finding, lines: list[str]) -> bool:
    """Whether what is unknown – a name, an owner, a question's option – stands in a line that could not be read:
    it may well be declared there."""
    values = dict(finding.values)
    name = {"OT1201": values.get("name"), "OT1205": values.get("owner"), "OT1303": values.get("question")}.get(finding.code)
    bare = (name or "").partition("的")[2]  # whose it is stands in no catalogue
    return bool(name) and any(name in line or bare and bare in line for line in lines)


def without_cascades(found: Iterable[Finding], reported: Iterable[Finding]) -> list[Finding]:
    """``found`` by the rules, without what follows from ``reported`` by reading and resolving, or from each other."""
    found, reported = list(found), list(reported)
    if any(f.severity is Severity.ERROR for f in reported):
        found = [f for f in found if f.code not in FROM_ABSENCE]
    unknown = [f.span for f in reported if f.code == "OT2211" and f.span]
    found = [f for f in found if not _undecided(f, unknown)]
    never = {f.span for f in found if f.code == "OT2201"}  # a condition that never holds: of course nobody gets there
    found = [f for f in found if f.code != "OT2203" or f.span not in never]
    codes = {f.code for f in found}
    if "OT2501" in codes:  # whoever should lead is not among those that take part
        found = [f for f in found if f.code != "OT2503"]
    if any(f.code == "OT2206" and dict(f.values)["entry"].endswith("时限") for f in found):  # the legal limit stands in
        found = [f for f in found if f.code != "OT2402"]
    if any(f.code == "OT2301" for f in found):  # a state that nobody provides: of course nobody gets there
        found = [f for f in found if f.code != "OT2203"]
    return found


def _undecided(finding: Finding, unknown: list[Span]) -> bool:
    """Whether the finding is about a condition that looks at a parameter nobody has stated."""
    if finding.code in ("OT2201", "OT2202"):
        return any(finding.span.start <= s.start and s.end <= finding.span.end for s in unknown)
    if finding.code == "OT2210":
        question = dict(finding.values)["question"]
        return any(question in s.source.line_text(s.position[0]) for s in unknown)
    return False
