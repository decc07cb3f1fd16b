"""OT2604: the name is an alias of the standard that holds, on the day and at the place."""

from __future__ import annotations

from typing import Iterator

from onething.diagnostics import Finding, Fix, Note, finding
from onething.plan.analysis import Analysis


def lapsed_name(analysis: Analysis) -> Iterator[Finding]:
    """OT2604: an alias of another day or place; the official name is meant beyond doubt."""
    b, catalogue = analysis.bundle, analysis.catalogue
    named = catalogue.aliases.get(("standard", b.name), "")
    stated = b.standard.value if b.standard else named
    term = catalogue.lapsed("standard", b.name, b.place)
    standard = catalogue.standards.get(stated)
    if term is None or standard is None or b.name not in standard.aliases:
        return
    over = bool(term.until and catalogue.today and term.until <= catalogue.today)
    places = "、".join(sorted(term.places))
    why = f"只用到 {term.until} 以前" if over else f"只在{places}用"
    why_en = f"holds only before {term.until}" if over else f"holds only in “{places}”"
    yield finding(
        "OT2604", b.span, name=b.name, why=why, why_en=why_en, official=standard.bundle,
        notes=[Note(term.span, "目录里是这样写的", "the catalogue says so")],
        fix=Fix(f"改名为“{standard.bundle}”", f"rename it “{standard.bundle}”", ((b.span, standard.bundle),), safe=True),
    )  # fmt: skip
