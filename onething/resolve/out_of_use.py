"""Names in a bundle that no longer hold: an alias of another day or place, and a thing that another has replaced."""

from __future__ import annotations

from onething.diagnostics import Fix, Note
from onething.model.catalogue import AliasTerm
from onething.resolve.reader import KINDS, Reader


def report_out_of_use(reader: Reader, path: str, place: str) -> None:
    """OT1210, OT1211: report every name met in the file at ``path`` that does not hold at its place, on the day of the
    workspace, or whose thing has a successor. What the versions it adapts write is reported with them."""
    for kind, written, thing, span in reader.met:
        if span.source.path != path:
            continue
        zh, en = KINDS[kind]
        term = reader.catalogue.lapsed(kind, written, place)
        successor, said = reader.catalogue.successors.get((kind, thing), ("", None))
        if term is not None:
            why, why_en = _why(term, reader.catalogue.today)
            fix = Fix(f"写“{thing}”", f"write “{thing}”", ((span, thing),), safe=True)
            notes = [Note(term.span, "目录里是这样写的", "the catalogue says so")]
            reader.report("OT1210", span, kind=zh, kind_en=en, name=written, official=thing, why=why, why_en=why_en, notes=notes, fix=fix)
        elif successor:
            fix = Fix(f"改用“{successor}”；旧的仍有效的，不用改", f"use “{successor}”, unless the old one is still good", ((span, successor),))
            notes = [Note(said, "目录里是这样写的", "the catalogue says so")]
            reader.report("OT1211", span, kind=zh, kind_en=en, name=thing, successor=successor, notes=notes, fix=fix)
    reader.met.clear()


def _why(term: AliasTerm, today: str) -> tuple[str, str]:
    """Why an alias does not hold."""
    if term.until and today and term.until <= today:
        return f"只用到 {term.until} 以前", f"holds only before {term.until}"
    places = "、".join(sorted(term.places))
    return f"只在{places}用", f"holds only in “{places}”"
