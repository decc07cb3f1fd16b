"""OT2611, OT2612: codes of places are built as GB/T 2260 says, and lie within the code of the place above."""

from __future__ import annotations

from onething.diagnostics import Fix, Note
from onething.naming.codes import lies_within, place_code_fault
from onething.resolve.reader import Reader, entries
from onething.source import Span
from onething.syntax.tree import Node


def report_place_codes(reader: Reader, declared: dict[str, Node]) -> None:
    """Report every place whose code cannot be one, or is not within that of its 上级."""
    places = reader.catalogue.places
    for name, node in declared.items():
        place, span = places[name], _span(node)
        if not place.code:
            continue
        fault = place_code_fault(place.code)
        if fault is not None:
            fix = Fix("照民政部公布的区划代码改正；没有代码的，不写", "correct it by the published list; leave it out if there is none")
            reader.report("OT2611", span, place=name, code=place.code, why=fault.zh, why_en=fault.en, fix=fix)
            continue
        outer = places.get(place.within)
        if outer is not None and outer.code and place_code_fault(outer.code) is None and not lies_within(place.code, outer.code):
            notes = [Note(_span(declared[outer.name]), "上级的代码在这里", "the code of the place above is here")]
            fix = Fix("改正代码或“上级”", "correct the code or the “上级”")
            reader.report("OT2612", span, place=name, code=place.code, outer=outer.name, outer_code=outer.code, notes=notes, fix=fix)


def _span(node: Node) -> Span:
    code = entries(node).get("代码")
    return code.value.span() if code is not None and code.value is not None else node.name.span()
