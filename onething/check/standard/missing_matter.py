"""OT2602: every matter that the standard requires is there, by name or alias."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Iterator

from onething.check.insertion import entry, quoted
from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def missing_matter(analysis: Analysis) -> Iterator[Finding]:
    """OT2602: a matter that the standard requires is missing. One of a like name that it does not require may be it."""
    b = analysis.bundle
    standard = analysis.catalogue.standards.get(b.standard.value) if b.standard else None
    names = {n for m in b.matters.values() for n in (m.name, *m.aliases)}
    required = {name for name, _ in standard.required} if standard else set()
    for name, span in standard.required if standard else ():
        if name not in names:
            others = [m.name for m in b.matters.values() if not required & {m.name, *m.aliases} and not m.aliases]
            near = get_close_matches(name, others, n=1, cutoff=0.6)
            if near:
                fix = Fix(f"“{near[0]}”就是它的，写上“别名：{name}”；否则补写这个事项",
                          f"if “{near[0]}” is it, give it the alias; else add the matter", entry(b.matters[near[0]].span, "别名", quoted(name)))  # fmt: skip
            else:
                fix = Fix(f"补写“事项 {name}：”，或在对应事项里写别名", f"add “事项 {name}”, or an alias to the matter that is it")
            yield finding(
                "OT2602", b.standard.span, standard=standard.name, matter=name,
                notes=[Note(span, "标准要求它", "the standard requires it")], fix=fix,
            )  # fmt: skip
