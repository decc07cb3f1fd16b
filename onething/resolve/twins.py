"""OT2320 in the catalogue: two things of one kind whose names, or other names, look alike."""

from __future__ import annotations

from typing import Iterable

from onething.diagnostics import Fix, Note
from onething.resolve.reader import KINDS, Reader
from onething.source import Span
from onething.syntax.glance import glance

Called = tuple[str, str, str, Span]  # kind, a name, the thing it names, where it stands


def report_twins(called: Iterable[Called], reader: Reader) -> None:
    """Report every name that cannot be told from one of another thing. What is one thing by two names is none."""
    first: dict[tuple[str, str], Called] = {}
    for each in called:
        kind, name, thing, span = each
        _, other, other_thing, place = first.setdefault((kind, glance(name)), each)
        if thing != other_thing and name != other:
            zh, en = KINDS[kind]
            notes = [Note(place, f"“{other}”在这里", f"“{other}” is here")]
            fix = Fix(f"是一样的，并成一个，写“别名：{name}”；是两样的，改得分得清", f"if they are one, make “{name}” an alias; if not, tell them apart")
            reader.report("OT2320", span, kind=zh, kind_en=f"{en}s", name=name, other=other, notes=notes, fix=fix)
