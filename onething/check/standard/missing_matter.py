"""OT2602: every matter that the standard requires is there, by name or alias."""

from __future__ import annotations

from typing import Iterator

from onething.check.insertion import entry, quoted
from onething.diagnostics import Finding, Fix, Note, finding
from onething.model.bundle import Matter
from onething.naming.compare import Verdict, alike
from onething.naming.likeness import Contents, like_matter
from onething.plan.analysis import Analysis
from onething.vocabulary.change import CANCEL


def missing_matter(analysis: Analysis) -> Iterator[Finding]:
    """OT2602: a matter that the standard requires is missing – at the line that cancels it, if one does. One that the
    standard does not require (where it was cancelled: one that is new here) may be it under another name: by the name,
    or by what it issues and asks for, where what this bundle adapts has the matter."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    names = {n for m in b.matters.values() for n in (m.name, *m.aliases)}
    required = {name for name, _ in standard.required} if standard else set()
    others = [m for m in b.matters.values() if not required & {m.name, *m.aliases} and not m.aliases]
    cancelled = {c.path[0][1]: c.span for c in b.changes if c.how == CANCEL and len(c.path) == 1 and c.path[0][0] == "事项"}
    for name, required_at in standard.required if standard else ():
        if name in names:
            continue
        notes = [Note(required_at, "标准要求它", "the standard requires it")]
        there = analysis.parent.bundle.matters if name in cancelled and analysis.parent else {}
        near = _near(name, [m for m in others if m.name not in there], analysis.parent)
        if near is None and name in cancelled:
            fix = Fix("照标准办：删去这一行", "keep to the standard: remove this line")
        elif near is not None:
            matter, verdict = near
            says, says_en = ("就是它", "is it") if verdict.same else ("可能就是它", "may be it")
            fix = Fix(f"“{matter.name}”{says}（{verdict.zh}）：是的，写上“别名：{name}”；不是，补写这个事项",
                      f"“{matter.name}” {says_en} ({verdict.en}): if so, give it the alias; if not, add the matter",
                      entry(matter.span, "别名", quoted(name)) if matter.span.source is b.span.source else ())  # fmt: skip
        else:
            fix = Fix(f"补写“事项 {name}：”，或在对应事项里写别名", f"add “事项 {name}”, or an alias to the matter that is it")
        span, label = (cancelled[name], ("在这里取消", "cancelled here")) if name in cancelled else (b.standard.span, None)
        yield finding("OT2602", span, label=label, standard=standard.name, matter=name, notes=notes, fix=fix)


def _near(name: str, others: list[Matter], parent: Analysis | None) -> tuple[Matter, Verdict] | None:
    """The one of the others that is most like the missing matter, with the reason."""
    there = parent.bundle.matters.get(name) if parent is not None else None
    found: list[tuple[float, Matter, Verdict]] = []
    for matter in others:
        verdict = alike(matter.name, name, "matter")
        if verdict.verdict == "不同" and there is not None:
            verdict = like_matter(_contents(matter), _contents(there)) or verdict
        if verdict.verdict != "不同":
            found.append((verdict.score, matter, verdict))
    best = max(found, key=lambda each: each[0], default=None)
    return best[1:] if best else None


def _contents(matter: Matter) -> Contents:
    issued = frozenset(o.thing.name for o in matter.outputs)
    asked = frozenset(need.thing.name for need in matter.needs)
    return Contents(issued, asked, frozenset(d.value for d in matter.departments if d.value))
